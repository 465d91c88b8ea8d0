"""The lessons in front of a pupil."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from quizapp.accounts.models import Pupil
from quizapp.db import db
from quizapp.learning import documents
from quizapp.learning.assignments import given_to, takes_answers
from quizapp.learning.documents import Published
from quizapp.learning.models import Assignment, Attempt


@dataclass(frozen=True)
class Waiting:
    """A lesson the pupil can go into, in the revision it would get or has."""

    assignment: Assignment
    published: Published
    status: str  # "new", "begun" or "finished"


def shelf_of(pupil: Pupil) -> Sequence[Waiting]:
    """What a pupil can go into, latest first: open lessons, and begun ones until midnight after closing."""
    attempts = {
        attempt.assignment_id: attempt
        for attempt in db.session.scalars(select(Attempt).where(Attempt.pupil_id == pupil.id))
    }
    return [
        _waiting(assignment, attempts.get(assignment.id))
        for assignment in reversed(given_to(pupil.school_class))
        if assignment.lesson.withdrawn_at is None
        and (assignment.closed_at is None or (assignment.id in attempts and takes_answers(assignment)))
    ]


def _waiting(assignment: Assignment, attempt: Attempt | None) -> Waiting:
    if attempt is None:
        return Waiting(assignment, documents.by_id(assignment.revision_id), "new")
    status = "begun" if attempt.finished_on is None else "finished"
    return Waiting(assignment, documents.by_id(attempt.revision_id), status)
