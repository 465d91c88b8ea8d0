"""What may be entered about a word: shape only."""

from wtforms import HiddenField, RadioField, StringField
from wtforms.validators import DataRequired, Length

from quizapp.authoring.review_forms import SAY, tidy
from quizapp.forms import StaffForm
from quizapp.forms import lazy_text as _l
from quizapp.languages import NAMES
from quizapp.lessons.shape import LANGUAGES

TOO_LONG = _l("This is too long.")


class VouchForm(StaffForm):
    """key: the text from which somebody came here; may be empty."""

    key = HiddenField(validators=[Length(max=200)])
    language = RadioField(_l("Language"), choices=[(code, NAMES[code]) for code in LANGUAGES])
    word = StringField(
        _l("Word"), filters=[tidy], validators=[DataRequired(SAY), Length(max=60, message=TOO_LONG)]
    )
    reason = StringField(
        _l("Why is it right?"),
        filters=[tidy],
        validators=[DataRequired(SAY), Length(max=300, message=TOO_LONG)],
    )
