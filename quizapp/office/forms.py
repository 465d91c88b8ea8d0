"""What an administrator may enter: shape only."""

from wtforms import HiddenField, RadioField, SelectMultipleField, StringField
from wtforms.validators import DataRequired, InputRequired, Length
from wtforms.widgets import CheckboxInput, ListWidget

from quizapp.accounts.roles import ROLES
from quizapp.forms import StaffForm, tidy
from quizapp.forms import lazy_text as _l
from quizapp.languages import NAMES, STAFF_LANGUAGES, current_language
from quizapp.office.wording import ROLE_NAMES

TOO_LONG = _l("This is too long.")


class InviteForm(StaffForm):
    """Whom to invite: where from, what for, and in which language."""

    school = StringField(
        _l("School or organisation"),
        filters=[tidy],
        validators=[
            DataRequired(_l("Please name the school or organisation.")),
            Length(max=120, message=TOO_LONG),
        ],
    )
    municipality = StringField(
        _l("Municipality"),
        filters=[tidy],
        validators=[DataRequired(_l("Please name the municipality.")), Length(max=80, message=TOO_LONG)],
    )
    role = RadioField(
        _l("What may this person do?"),
        choices=[(role, ROLE_NAMES[role]) for role in ROLES],
        validators=[InputRequired(_l("Please choose."))],
    )
    language = RadioField(
        # Translators: of the page on which an invited person signs up.
        _l("Language of the invitation"),
        choices=[(code, NAMES[code]) for code in STAFF_LANGUAGES],
        default=current_language,
        validators=[InputRequired(_l("Please choose a language."))],
    )


class RevokeForm(StaffForm):
    """One of the open invitations."""

    invitation = HiddenField()


class RolesForm(StaffForm):
    """What somebody may do from now on; nothing at all is possible, too."""

    roles = SelectMultipleField(
        _l("Roles"),
        choices=[(role, ROLE_NAMES[role]) for role in ROLES],
        option_widget=CheckboxInput(),
        widget=ListWidget(prefix_label=False),
    )
