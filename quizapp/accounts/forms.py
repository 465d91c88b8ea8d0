"""The forms for staff about themselves."""

from typing import Any

from flask_babel import gettext as _
from wtforms import EmailField, HiddenField, PasswordField, SelectMultipleField, StringField
from wtforms.validators import DataRequired, Email, InputRequired, Length
from wtforms.widgets import CheckboxInput, ListWidget

from quizapp.accounts.passwords import LONGEST, SHORTEST, PasswordRefused
from quizapp.forms import StaffForm
from quizapp.forms import lazy_text as _l
from quizapp.languages import NAMES, PUPIL_LANGUAGES

REQUIRED = _l("Fill this in.")
TOO_LONG = _l("This is too long.")
NO_EMAIL = _l("This is not a whole e-mail address.")


def text_of(field: StringField) -> str:
    """What a field holds, also when nothing was sent."""
    return field.data or ""


def _trimmed(text: str | None) -> str | None:
    return text and text.strip()


def _email(label: Any) -> EmailField:
    checks = [DataRequired(REQUIRED), Length(max=254, message=TOO_LONG), Email(NO_EMAIL)]
    return EmailField(label, filters=[_trimmed], validators=checks)


def _password(label: Any) -> PasswordField:
    return PasswordField(label, validators=[InputRequired(REQUIRED)])


class SignInForm(StaffForm):
    """E-mail and password."""

    email = EmailField(
        _l("E-mail"),
        filters=[_trimmed],
        validators=[DataRequired(REQUIRED), Length(max=254, message=TOO_LONG)],
    )
    password = _password(_l("Password"))


class CodeForm(StaffForm):
    """The code of the second step; `pending` says whose password was right."""

    pending = HiddenField()
    # Translators: six digits that an app on the telephone shows, or twelve from a printed list.
    code = StringField(
        _l("Code"),
        filters=[_trimmed],
        validators=[DataRequired(REQUIRED), Length(max=40, message=TOO_LONG)],
    )


def _languages() -> SelectMultipleField:
    return SelectMultipleField(
        _l("Which languages of the lessons do you read well?"),
        choices=[(code, NAMES[code]) for code in PUPIL_LANGUAGES],
        option_widget=CheckboxInput(),
        widget=ListWidget(prefix_label=False),
        validators=[InputRequired(_l("Please choose at least one language."))],
    )


class LanguagesForm(StaffForm):
    """What a trainer can read well enough to approve it."""

    languages = _languages()


class NewPasswordForm(StaffForm):
    """A password to choose."""

    new_password = _password(_l("New password"))

    def refuse_password(self, refused: PasswordRefused) -> None:
        """Say at the field why this password is not taken."""
        sentence = {
            "short": _("Choose at least %(number)s characters.", number=SHORTEST),
            "long": _("Choose at most %(number)s characters.", number=LONGEST),
            "common": _(
                "This password is easy to guess. Choose another one, such as three words of your own."
            ),
        }[refused.code]
        self.new_password.errors = [sentence]


class ChangePasswordForm(NewPasswordForm):
    """The present password and the one to take."""

    present_password = _password(_l("Present password"))


class SignUpForm(NewPasswordForm):
    """Who a new member of staff is."""

    # Translators: the teacher's own first name and surname.
    name = StringField(
        _l("Your name"),
        filters=[_trimmed],
        validators=[DataRequired(REQUIRED), Length(max=80, message=TOO_LONG)],
    )
    email = _email(_l("E-mail"))
    languages = _languages()

    def __init__(self, role: str) -> None:
        super().__init__()
        if role != "trainer":
            del self.languages

    def chosen_languages(self) -> frozenset[str]:
        """The languages that a trainer reads well; none for others."""
        return frozenset(self.languages.data or ()) if "languages" in self else frozenset()
