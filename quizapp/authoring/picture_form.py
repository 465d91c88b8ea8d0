"""What is asked of whoever brings a picture."""

from flask_babel import gettext as _
from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField, SelectField, StringField
from wtforms.validators import DataRequired, InputRequired, Length, ValidationError

from quizapp.forms import StaffForm, tidy
from quizapp.forms import lazy_text as _l
from quizapp.lessons.media import LICENCES
from quizapp.lessons.rebuilding import MOST_BYTES, PictureRefused, Rebuilt, rebuilt
from quizapp.lessons.wording import LICENCE_NAMES, SENTENCES

ENDINGS = (".png", ".jpg", ".jpeg", ".webp")
LINE = Length(max=120, message=_l("This is too long."))


class PictureForm(StaffForm):
    """A picture with whom to thank for it."""

    file = FileField(_l("Picture"), validators=[FileRequired(_l("Please choose a picture."))])
    title = StringField(
        _l("What does it show?"),
        filters=[tidy],
        validators=[DataRequired(_l("Please say what the picture shows.")), LINE],
    )
    made_by = StringField(
        _l("Who made it?"),
        filters=[tidy],
        validators=[DataRequired(_l("Please say who made the picture.")), LINE],
    )
    licence = SelectField(
        _l("Under which licence?"),
        choices=lambda: [("", _("Choose …")), *((one, str(LICENCE_NAMES[one])) for one in LICENCES)],
        validators=[InputRequired(_l("Please choose a licence."))],
    )
    harmless = BooleanField(
        _l("No child can be recognised in this picture, and it shows no real case."),
        validators=[
            DataRequired(_l("Only pictures in which no child can be recognised may be used. Tick the box."))
        ],
    )
    picture: Rebuilt  # once the form is valid

    def validate_file(self, field: FileField) -> None:
        """The file becomes a picture of ours, or its fault is told."""
        name = str(field.data.filename or "").lower()
        if not name.endswith(ENDINGS):
            raise ValidationError(str(SENTENCES["picture_kind"]))
        try:
            self.picture = rebuilt(field.data.read(MOST_BYTES + 1))
        except PictureRefused as refused:
            raise ValidationError(str(SENTENCES[refused.code])) from refused
