"""What a teacher may enter: shape only."""

from typing import Any

from flask_babel import gettext as _
from wtforms import BooleanField, HiddenField, RadioField, SelectField, StringField
from wtforms.validators import DataRequired, InputRequired, Length

from quizapp.forms import StaffForm, tidy
from quizapp.forms import lazy_text as _l
from quizapp.languages import NAMES, PUPIL_LANGUAGES
from quizapp.learning.school_adult import ROLES

SHORT = Length(max=40, message=_l("This is too long."))
CHOOSE = _l("Please choose.")


def _grade(value: object) -> int | None:
    return int(str(value)) if value else None


class ClassForm(StaffForm):
    """A class: new or changed."""

    name = StringField(
        # Translators: a class at school, such as "IV-2".
        _l("Name of the class"),
        filters=[tidy],
        validators=[DataRequired(_l("Please give the class a name.")), SHORT],
    )
    grade = SelectField(
        _l("Grade"),
        coerce=_grade,
        choices=lambda: [("", _("Choose …")), *((n, str(n)) for n in range(1, 10))],
        validators=[InputRequired(_l("Please choose the grade."))],
    )
    language = RadioField(
        _l("Usual language of the class"),
        choices=[(code, NAMES[code]) for code in PUPIL_LANGUAGES],
        validators=[InputRequired(_l("Please choose a language."))],
    )


class EraseForm(StaffForm):
    """A class to be deleted for good: a tick, since its name may be in an alphabet that the phone hasn't."""

    sure = BooleanField(
        validators=[DataRequired(_l("Tick this box if you really want to delete the class."))]
    )

    def __init__(self, class_name: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        # Translators: beside a box that the teacher ticks before a class is deleted.
        self.sure.label.text = _("I want to delete the class %(name)s for good.", name=class_name)


class AdultForm(StaffForm):
    """The adult at school whom this class may turn to."""

    adult_role = SelectField(
        _l("Who at school helps these children?"),
        choices=lambda: [("", _("Choose …")), *((role, str(words)) for role, words in ROLES.items())],
        validators=[InputRequired(_l("Please choose who helps."))],
    )
    adult_place = StringField(
        _l("Where is this adult to be found?"),
        filters=[tidy],
        validators=[DataRequired(_l("Please say where, for example: room 4.")), SHORT],
    )


class AssignForm(AdultForm):
    """A lesson for a class; the first one also asks for the school adult."""

    lesson_id = RadioField(_l("Lesson"), validators=[InputRequired(_l("Please choose a lesson."))])

    def __init__(self, lessons: list[tuple[str, str]], *, adult_known: bool, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.lesson_id.choices = lessons
        if adult_known:
            del self.adult_role
            del self.adult_place


class JoiningForm(StaffForm):
    """Who may come in with the class code now."""

    DOORS = (
        # Translators: who may come into a class with its code; on buttons, for the teacher.
        ("closed", _l("Nobody")),
        ("returning", _l("Only pupils who are in the class already")),
        ("open", _l("Everyone with the code")),
    )
    joining = RadioField(_l("Who may come in?"), choices=list(DOORS), validators=[InputRequired(CHOOSE)])
    back = HiddenField()  # "projector", where the button stands there
