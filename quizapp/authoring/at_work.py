"""Which classes a lesson would be taken from."""

from sqlalchemy import Select, distinct, func, select

from quizapp.accounts.models import SchoolClass
from quizapp.db import db
from quizapp.learning.models import Assignment, Attempt


def classes_in_the_middle(lesson_id: str) -> int:
    """How many classes have the lesson open, with a pupil who has begun it and hasn't finished."""
    begun = _open_in(lesson_id).join(Attempt, Attempt.assignment_id == Assignment.id)
    return db.session.scalar(begun.where(Attempt.finished_on.is_(None))) or 0


def classes_with(lesson_id: str) -> int:
    """How many classes have the lesson open, begun or not."""
    return db.session.scalar(_open_in(lesson_id)) or 0


def _open_in(lesson_id: str) -> Select[int]:
    return (
        select(func.count(distinct(Assignment.class_id)))
        .select_from(Assignment)
        .join(SchoolClass, SchoolClass.id == Assignment.class_id)
        .where(Assignment.lesson_id == lesson_id, Assignment.closed_at.is_(None))
        .where(SchoolClass.archived_on.is_(None))
    )
