"""A pupil takes a lesson: begin, answer, get further, finish. Whatever is said twice counts once."""

import json
import secrets
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import or_, select, update

from quizapp import clock
from quizapp.accounts.models import Pupil
from quizapp.db import db
from quizapp.learning import documents
from quizapp.learning.assignments import is_taken, takes_answers
from quizapp.learning.insert import insert_once
from quizapp.learning.marking import canonical, mark
from quizapp.learning.models import Answer, Assignment, Attempt
from quizapp.lessons.questions.question import Choice, Mark
from quizapp.lessons.withdrawing import Withdrawn

FINISH_STEP = "finish"  # the page's own last step, after those of the lesson


class Closed(Exception):
    """The teacher has closed the lesson."""


class AnotherClass(Exception):
    """The lesson wasn't given to the pupil's class."""


class UnknownStep(Exception):
    """The lesson has no such step."""


class AlreadyAnswered(Exception):
    """The question was answered otherwise before, or the answer's UUID belongs to another one."""


class Seat(NamedTuple):
    """What answering needs to know of an attempt."""

    attempt_id: int
    revision_id: int
    finished_on: date | None
    closed_at: datetime | None


@dataclass(frozen=True)
class Receipt:
    """What became of an answer: saved is False where the lesson is done again as practice."""

    saved: bool
    mark: Mark


def start(pupil: Pupil, assignment: Assignment) -> Attempt:
    """The pupil's attempt, begun now unless there is one. Raises Closed, AnotherClass, Withdrawn."""
    if assignment.class_id != pupil.class_id:
        raise AnotherClass
    if assignment.lesson.withdrawn_at:
        raise Withdrawn
    attempt = attempt_at(pupil, assignment)
    if attempt is None and assignment.closed_at is None:
        attempt = _begin(pupil, assignment)
    if attempt is None or not takes_answers(assignment):
        raise Closed
    return attempt


def attempt_at(pupil: Pupil, assignment: Assignment) -> Attempt | None:
    """The pupil's attempt at an assignment, if begun."""
    return db.session.scalars(
        select(Attempt).where(Attempt.pupil_id == pupil.id, Attempt.assignment_id == assignment.id)
    ).one_or_none()


def _begin(pupil: Pupil, assignment: Assignment) -> Attempt | None:
    insert_once(
        Attempt,
        public_id=secrets.token_hex(16),
        assignment_id=assignment.id,
        pupil_id=pupil.id,
        revision_id=assignment.revision_id,
        started_on=clock.today(),
        reached=0,
    )
    return attempt_at(pupil, assignment)


def answer(attempt: Attempt, question_id: str, uuid: str, raw: object) -> Receipt:
    """Keep the first answer to a question; the same again is acknowledged.

    Raises UnknownQuestion, BadChoice, Closed, AlreadyAnswered.
    """
    return answer_at(seat_at(attempt), question_id, uuid, raw)


def seat_at(attempt: Attempt) -> Seat:
    """The pupil's seat at an attempt already loaded."""
    return Seat(attempt.id, attempt.revision_id, attempt.finished_on, attempt.assignment.closed_at)


def answer_at(seat: Seat, question_id: str, uuid: str, raw: object) -> Receipt:
    """The same as answer, at a seat found by other means."""
    published = documents.by_id(seat.revision_id)
    choice, marked = mark(published, question_id, raw)
    if not is_taken(seat.closed_at):
        raise Closed
    if seat.finished_on is not None:
        return Receipt(_is_kept(seat, question_id, choice), marked)
    added = insert_once(
        Answer,
        attempt_id=seat.attempt_id,
        question_id=question_id,
        uuid=uuid,
        choice=canonical(choice),
        right=bool(marked.right),
        scored=question_id in published.scored,
    )
    if not added:
        _must_be_the_same(seat, question_id, uuid, choice)
    return Receipt(True, marked)


def _is_kept(seat: Seat, question_id: str, choice: Choice) -> bool:
    kept = db.session.scalar(
        select(Answer.choice).where(Answer.attempt_id == seat.attempt_id, Answer.question_id == question_id)
    )
    return kept == canonical(choice)


def _must_be_the_same(seat: Seat, question_id: str, uuid: str, choice: Choice) -> None:
    identity = (seat.attempt_id, question_id)
    mine = (Answer.attempt_id == seat.attempt_id) & (Answer.question_id == question_id)
    rows = db.session.execute(
        select(Answer.attempt_id, Answer.question_id, Answer.uuid, Answer.choice).where(
            or_(mine, Answer.uuid == uuid)
        )
    ).all()
    elsewhere = any(row.uuid == uuid and (row.attempt_id, row.question_id) != identity for row in rows)
    kept = [row.choice for row in rows if (row.attempt_id, row.question_id) == identity]
    if elsewhere or kept != [canonical(choice)]:
        raise AlreadyAnswered(question_id)


def reach(attempt: Attempt, step_id: str) -> None:
    """Remember the furthest step; going back forgets nothing. Raises UnknownStep, Closed."""
    steps = (*documents.by_id(attempt.revision_id).step_ids, FINISH_STEP)
    if step_id not in steps:
        raise UnknownStep(step_id)
    if not takes_answers(attempt.assignment):
        raise Closed
    place = steps.index(step_id)
    further = update(Attempt).where(Attempt.id == attempt.id, Attempt.reached < place).values(reached=place)
    db.session.execute(further)


def finish(attempt: Attempt) -> bool:
    """Whether the attempt was finished by this call; once finished it keeps its day. Raises Closed."""
    if attempt.finished_on is not None:
        return False
    if not takes_answers(attempt.assignment):
        raise Closed
    attempt.finished_on = clock.today()
    attempt.reached = len(documents.by_id(attempt.revision_id).step_ids)
    return True


def choices_of(attempt: Attempt) -> dict[str, Choice]:
    """What was answered so far, by question."""
    mine = select(Answer.question_id, Answer.choice).where(Answer.attempt_id == attempt.id)
    return {question_id: json.loads(choice) for question_id, choice in db.session.execute(mine)}
