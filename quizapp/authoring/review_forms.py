"""What authors and reviewers may enter: shape only."""

from wtforms import HiddenField, IntegerField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length
from wtforms.widgets import HiddenInput

from quizapp.forms import StaffForm
from quizapp.forms import lazy_text as _l
from quizapp.languages import NAMES, PUPIL_LANGUAGES

LONGEST = Length(max=1000, message=_l("This is too long."))
SAY = _l("Please write something here.")


def tidy(text: str | None) -> str:
    """Lines without stray spaces or control characters."""
    lines = (text or "").replace("\r\n", "\n").split("\n")
    return "\n".join("".join(c if c.isprintable() else " " for c in line).strip() for line in lines).strip()


class SubmitForm(StaffForm):
    """Handing over; the reasons for warnings are fields of their own, by the warnings' identities."""

    note = TextAreaField(_l("What is new?"), filters=[tidy], validators=[DataRequired(SAY), LONGEST])


class CommentForm(StaffForm):
    """about: the text's key and language with a bar between; both may be empty."""

    step = HiddenField()
    about = StringField()
    text = TextAreaField(_l("Your comment"), filters=[tidy], validators=[DataRequired(SAY), LONGEST])


class ReadForm(StaffForm):
    """A button that names what its reader has read."""

    submission = IntegerField(widget=HiddenInput(), validators=[InputRequired()])


class ApproveForm(ReadForm):
    language = SelectField(choices=[(code, NAMES[code]) for code in PUPIL_LANGUAGES])


class ChangesForm(ReadForm):
    text = TextAreaField(
        _l("What should be changed?"), filters=[tidy], validators=[DataRequired(SAY), LONGEST]
    )


class WithdrawForm(StaffForm):
    """Why, in one language at least; which one is empty, the rule looks at."""

    reason_mk = TextAreaField(_l("Macedonian"), filters=[tidy], validators=[LONGEST])
    reason_sq = TextAreaField(_l("Albanian"), filters=[tidy], validators=[LONGEST])
