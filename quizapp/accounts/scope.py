"""What is a person's own. The list and the check come from one filter, so they cannot differ."""

from collections.abc import Sequence

from sqlalchemy import Select, select
from werkzeug.exceptions import NotFound

from quizapp.accounts.models import Person, SchoolClass
from quizapp.db import LARGEST_ROW_NUMBER, db


class NotYours(NotFound):
    """Somebody else's, or nothing at all: both are 404, whatever view it came up in."""


def classes_of(person: Person, archived: bool = False) -> Sequence[SchoolClass]:
    """A teacher's classes at work (or those put away), by grade and name."""
    ordered = _own(person).order_by(SchoolClass.grade, SchoolClass.name, SchoolClass.id)
    return [found for found in db.session.scalars(ordered) if bool(found.archived_on) == archived]


def class_for(person: Person, class_id: int) -> SchoolClass:
    """One of a teacher's classes. Raises NotYours."""
    if not is_row_number(class_id):
        raise NotYours
    found = db.session.scalar(_own(person).where(SchoolClass.id == class_id))
    if found is None:
        raise NotYours
    return found


def is_row_number(number: int) -> bool:
    """Whether a number can be a row's: a database cannot even compare a larger one."""
    return 0 < number <= LARGEST_ROW_NUMBER


def _own(person: Person) -> Select[SchoolClass]:
    return select(SchoolClass).where(SchoolClass.teacher_id == person.id)
