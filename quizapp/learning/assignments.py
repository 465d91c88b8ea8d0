"""Lessons given to a class: given, closed, opened again."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import joinedload

from quizapp import clock
from quizapp.accounts.models import Pupil, SchoolClass
from quizapp.accounts.scope import NotYours, is_row_number
from quizapp.db import db
from quizapp.learning.insert import insert_once
from quizapp.learning.models import Assignment, Attempt
from quizapp.lessons.models import LessonRow, Revision
from quizapp.lessons.withdrawing import Withdrawn


def assign(school_class: SchoolClass, revision: Revision) -> Assignment:
    """Give a lesson to a class; given before, it is only opened again and keeps the revision it had.

    Raises Withdrawn.
    """
    if revision.row.withdrawn_at:
        raise Withdrawn
    db.session.flush()
    insert_once(
        Assignment,
        class_id=school_class.id,
        lesson_id=revision.lesson_id,
        revision_id=revision.id,
        assigned_at=clock.now(),
    )
    assignment = db.session.scalars(
        select(Assignment).where(
            Assignment.class_id == school_class.id, Assignment.lesson_id == revision.lesson_id
        )
    ).one()
    assignment.closed_at = None
    return assignment


def close(assignment: Assignment) -> None:
    """Nobody may begin any more; closing twice keeps the first day."""
    assignment.closed_at = assignment.closed_at or clock.now()


def close_all(school_class: SchoolClass) -> None:
    """The same for everything a class was given."""
    for assignment in given_to(school_class):
        close(assignment)


def reopen(assignment: Assignment) -> None:
    assignment.closed_at = None


def use_newest(assignment: Assignment) -> None:
    """Let pupils who begin from now on take the newest revision; attempts keep theirs."""
    assignment.revision_id = db.session.scalars(
        select(Revision.id)
        .where(Revision.lesson_id == assignment.lesson_id)
        .order_by(Revision.number.desc())
        .limit(1)
    ).one()


def restart(assignment: Assignment, pupil: Pupil) -> None:
    """Forget a pupil's attempt with its answers, so that the pupil can begin anew."""
    mine = (Attempt.assignment_id == assignment.id, Attempt.pupil_id == pupil.id)
    db.session.execute(delete(Attempt).where(*mine))


def one_of(school_class: SchoolClass, assignment_id: int) -> Assignment:
    """An assignment of this very class. Raises NotYours for any other number."""
    found = db.session.get(Assignment, assignment_id) if is_row_number(assignment_id) else None
    if found is None or found.class_id != school_class.id:
        raise NotYours
    return found


def open_for(school_class: SchoolClass) -> Sequence[Assignment]:
    """What pupils of a class can begin now, the latest first."""
    return open_in([school_class]).get(school_class.id, [])


def open_in(classes: Iterable[SchoolClass]) -> dict[int, list[Assignment]]:
    """The same for several classes, by the class's number; those without any are left out."""
    found: dict[int, list[Assignment]] = {}
    for assignment in db.session.scalars(
        select(Assignment)
        .join(LessonRow, LessonRow.id == Assignment.lesson_id)
        .where(Assignment.class_id.in_([one.id for one in classes]), Assignment.closed_at.is_(None))
        .where(LessonRow.withdrawn_at.is_(None))
        .order_by(Assignment.assigned_at.desc(), Assignment.id.desc())
    ):
        found.setdefault(assignment.class_id, []).append(assignment)
    return found


def given_to(school_class: SchoolClass) -> Sequence[Assignment]:
    """Everything a class was given, closed or not, in the order it was given."""
    return db.session.scalars(
        select(Assignment)
        .where(Assignment.class_id == school_class.id)
        .options(joinedload(Assignment.lesson))  # is it withdrawn?
        .order_by(Assignment.assigned_at, Assignment.id)
    ).all()


def takes_answers(assignment: Assignment) -> bool:
    """Whether attempts begun before closing still count."""
    return is_taken(assignment.closed_at)


def is_taken(closed_at: datetime | None) -> bool:
    """Whether answers are taken now: until midnight of the day of closing."""
    return closed_at is None or clock.now() < clock.next_midnight(closed_at)
