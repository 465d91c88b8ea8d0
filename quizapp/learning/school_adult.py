"""The adult at school whom a class may turn to, in a child's words: the help page names this one first."""

from dataclasses import dataclass

from flask_babel import lazy_gettext as _l

from quizapp.accounts.models import Pupil
from quizapp.languages import language_by_letters

ROLES = {
    "pedagogue": _l("School pedagogue"),
    "psychologist": _l("School psychologist"),
    "social_worker": _l("School social worker"),
    "class_teacher": _l("Class teacher"),
    "director": _l("School director"),
}


@dataclass(frozen=True)
class SchoolAdult:
    """Who, and where to be found: that in the teacher's own words, which may speak the other language."""

    role: str
    place: str
    place_language: str | None


def school_adult(pupil: Pupil | None) -> SchoolAdult | None:
    """The adult named for the pupil's class; None for visitors and where nobody is named."""
    named = pupil and pupil.school_class
    if not named or named.adult_role not in ROLES:
        return None
    place = named.adult_place or ""
    return SchoolAdult(str(ROLES[named.adult_role]), place, language_by_letters(place))
