"""How far a class is: who takes part, who is through, and with how many scored questions right.

A pupil's exact step is nobody's business: it only goes into the mean of the class.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Row, case, func, select

from quizapp.accounts.models import Pupil, SchoolClass
from quizapp.accounts.roster import pupils_of
from quizapp.db import db
from quizapp.learning import documents
from quizapp.learning.assignments import given_to
from quizapp.learning.documents import Published
from quizapp.learning.models import Answer, Assignment, Attempt
from quizapp.learning.understanding import understanding
from quizapp.lessons.withdrawing import Reasons, reasons_of

Status = Literal["not_started", "taking_part", "finished"]


@dataclass(frozen=True)
class Cell:
    """One pupil at one lesson. The score counts only once the lesson is finished; private questions never."""

    status: Status
    right: int | None = None
    of: int | None = None


@dataclass(frozen=True)
class Column:
    """One lesson of the class: how many are through, and how far the class is in percent.

    withdrawn: why no pupil can take it now; None where they can.
    """

    assignment: Assignment
    published: Published
    pupils: int
    started: int
    finished: int
    percent: int
    withdrawn: Reasons | None


@dataclass(frozen=True)
class Line:
    """One pupil, with a cell for each column."""

    pupil: Pupil
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Participation:
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]


NOT_STARTED = Cell("not_started")
Started = Mapping[tuple[int, int], Row[tuple[int, ...]]]


def participation(school_class: SchoolClass) -> Participation:
    """The class as a table, in a number of statements that doesn't grow with its pupils."""
    given = given_to(school_class)
    pupils = pupils_of(school_class)
    started = _started(school_class)
    return Participation(
        columns=tuple(_column(assignment, pupils, started) for assignment in given),
        lines=tuple(
            Line(pupil, tuple(_cell(started.get((pupil.id, assignment.id))) for assignment in given))
            for pupil in pupils
        ),
    )


def _started(school_class: SchoolClass) -> Started:
    right = func.sum(case((Answer.right & Answer.scored, 1), else_=0))
    rows = db.session.execute(
        select(
            Attempt.pupil_id,
            Attempt.assignment_id,
            Attempt.revision_id,
            Attempt.finished_on.is_not(None).label("finished"),
            Attempt.reached,
            right.label("right"),
        )
        .join(Assignment, Assignment.id == Attempt.assignment_id)
        .outerjoin(Answer, Answer.attempt_id == Attempt.id)
        .where(Assignment.class_id == school_class.id)
        .group_by(Attempt.id)
    )
    return {(row.pupil_id, row.assignment_id): row for row in rows}


def _column(assignment: Assignment, pupils: Sequence[Pupil], started: Started) -> Column:
    rows = [row for pupil in pupils if (row := started.get((pupil.id, assignment.id)))]
    shares = [row.reached / len(documents.by_id(row.revision_id).step_ids) for row in rows]
    return Column(
        assignment=assignment,
        published=documents.by_id(assignment.revision_id),
        pupils=len(pupils),
        started=len(rows),
        finished=sum(row.finished for row in rows),
        percent=round(100 * sum(shares) / len(pupils)) if pupils else 0,
        withdrawn=reasons_of(assignment.lesson),
    )


def _cell(row: Row[tuple[int, ...]] | None) -> Cell:
    if row is None:
        return NOT_STARTED
    if not row.finished:
        return Cell("taking_part")
    return Cell("finished", int(row.right), len(documents.by_id(row.revision_id).scored))


__all__ = ["Cell", "Column", "Line", "Participation", "participation", "understanding"]
