"""Which classes a lesson would be taken from."""

from sqlalchemy import distinct, func, select

from quizapp.accounts.models import SchoolClass
from quizapp.db import db
from quizapp.learning.models import Assignment, Attempt


def classes_in_the_middle(lesson_id: str) -> int:
    """How many classes have the lesson open, with a pupil who has begun it and hasn't finished."""
    there = (
        select(func.count(distinct(Assignment.class_id)))
        .join(Attempt, Attempt.assignment_id == Assignment.id)
        .join(SchoolClass, SchoolClass.id == Assignment.class_id)
        .where(Assignment.lesson_id == lesson_id, Assignment.closed_at.is_(None))
        .where(Attempt.finished_on.is_(None), SchoolClass.archived_on.is_(None))
    )
    return db.session.scalar(there) or 0
