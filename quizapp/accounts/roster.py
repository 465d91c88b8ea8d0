"""Classes and who is in them."""

from collections.abc import Iterable, Sequence

from sqlalchemy import delete, func, select

from quizapp import clock
from quizapp.accounts.codes import code_expiry, free_code
from quizapp.accounts.models import Person, Pupil, SchoolClass
from quizapp.accounts.scope import NotYours, is_row_number
from quizapp.db import db


def new_class(teacher: Person, name: str, grade: int, language: str) -> SchoolClass:
    """A class with a code of its own and a closed door."""
    school_class = SchoolClass(
        teacher_id=teacher.id,
        name=name,
        grade=grade,
        language=language,
        created_on=clock.today(),
        join_code=free_code(),
        code_expires_at=code_expiry(),
        joining="closed",
    )
    db.session.add(school_class)
    db.session.flush()
    return school_class


def edit_class(school_class: SchoolClass, name: str, grade: int, language: str) -> None:
    """Change what a class is called and which language it usually takes."""
    school_class.name, school_class.grade, school_class.language = name, grade, language


def set_adult(school_class: SchoolClass, role: str | None, place: str | None) -> None:
    """Name the school adult whom the help page puts first: a role's id and a room."""
    school_class.adult_role, school_class.adult_place = role, place


def archive_class(school_class: SchoolClass) -> None:
    """Put a class away: its door stays shut, its results stay readable."""
    school_class.archived_on = clock.today()
    school_class.joining, school_class.joining_until = "closed", None


def forget_class(school_class: SchoolClass) -> None:
    """Delete a class with its pupils, its lessons and their results; private counters know no class."""
    db.session.execute(delete(SchoolClass).where(SchoolClass.id == school_class.id))


def pupils_of(school_class: SchoolClass) -> Sequence[Pupil]:
    """The pupils of a class in the order in which they came."""
    return db.session.scalars(select(Pupil).where(Pupil.class_id == school_class.id).order_by(Pupil.id)).all()


def pupil_count(school_class: SchoolClass) -> int:
    """How many pupils a class has."""
    return db.session.scalar(select(func.count()).where(Pupil.class_id == school_class.id)) or 0


def pupil_counts(classes: Iterable[SchoolClass]) -> dict[int, int]:
    """How many pupils each of several classes has, by the class's number; those without any are left out."""
    ids = [one.id for one in classes]
    rows = select(Pupil.class_id, func.count()).where(Pupil.class_id.in_(ids)).group_by(Pupil.class_id)
    return {row[0]: row[1] for row in db.session.execute(rows)}


def pupil_in(school_class: SchoolClass, pupil_id: int) -> Pupil:
    """A pupil of this class. Raises NotYours for any other number."""
    found = db.session.get(Pupil, pupil_id) if is_row_number(pupil_id) else None
    if found is None or found.class_id != school_class.id:
        raise NotYours
    return found


def forget_pupil(pupil: Pupil) -> None:
    """Delete a pupil with everything that was kept of it."""
    db.session.delete(pupil)
