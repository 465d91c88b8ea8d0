"""Forms of files that come in."""

from flask_babel import lazy_gettext as _lazy
from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField, HiddenField, RadioField

from quizapp.forms import StaffForm, lazy_text
from quizapp.languages import NAMES
from quizapp.lessons.shape import LANGUAGES

_l = lazy_text


class PackageForm(StaffForm):
    """A package that becomes a new lesson."""

    file = FileField(_l("File"), validators=[FileRequired(_lazy("Please choose a file."))])


class BringForm(PackageForm):
    """Any of our files, for a draft."""

    words = RadioField(
        _l("Language of the questions, if it is a Moodle file"),
        choices=[(code, NAMES[code]) for code in LANGUAGES],
    )


class TakeForm(StaffForm):
    """Take what was shown; meanwhile: also over what somebody else has changed since."""

    seen = HiddenField()
    meanwhile = BooleanField(_l("Also replace the texts that somebody has changed meanwhile"))
