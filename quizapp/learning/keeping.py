"""How nearly every answer is kept: one statement, from the browser's token to the row.

It asks all that must hold (this browser's attempt, this revision, not finished, not closed) and inserts at
once; it is a transaction by itself. When nothing is inserted, `playing.answer_at` finds out why, or that the
answer was there already.
"""

from functools import lru_cache
from typing import Any, cast

from sqlalchemy import ColumnElement, Dialect, Select, Table, bindparam, or_, select

from quizapp import clock
from quizapp.accounts.models import PupilDevice
from quizapp.db import db
from quizapp.learning.alone import Alone
from quizapp.learning.bodies import AnswerBody
from quizapp.learning.documents import Published
from quizapp.learning.insert import insert
from quizapp.learning.marking import canonical
from quizapp.learning.models import Answer, Assignment, Attempt
from quizapp.lessons.questions.question import Choice, Mark

ROW = ("question_id", "uuid", "choice", "right", "scored")


def keep_at_once(token_hash: str, body: AnswerBody, published: Published, choice: Choice, mark: Mark) -> bool:
    """Whether the answer was added by this very call; it is on the disk then."""
    values = {
        "token_hash": token_hash,
        "attempt": body.attempt,
        "revision_id": published.revision_id,
        "now": clock.now(),
        "today_began": clock.last_midnight(),
        "new_question_id": body.question,
        "new_uuid": body.uuid,
        "new_choice": canonical(choice),
        "new_right": bool(mark.right),
        "new_scored": body.question in published.scored,
    }
    return _statement(db.engine.dialect).run(values) > 0


@lru_cache
def _statement(dialect: Dialect) -> Alone:
    adding = insert(Answer).from_select(["attempt_id", *ROW], _seat_with_answer())
    return Alone(adding.on_conflict_do_nothing(), dialect)


def _seat_with_answer() -> Select[Any]:
    device, attempt, assignment = (
        cast(Table, model.__table__) for model in (PupilDevice, Attempt, Assignment)
    )
    columns = cast(Table, Answer.__table__).c
    new: list[ColumnElement[Any]] = [bindparam(f"new_{name}", type_=columns[name].type) for name in ROW]
    return (
        select(attempt.c.id, *new)
        .select_from(attempt)
        .join(assignment, assignment.c.id == attempt.c.assignment_id)
        .join(device, device.c.pupil_id == attempt.c.pupil_id)
        .where(device.c.token_hash == bindparam("token_hash"), device.c.expires_at > bindparam("now"))
        .where(attempt.c.public_id == bindparam("attempt"), attempt.c.revision_id == bindparam("revision_id"))
        .where(attempt.c.finished_on.is_(None))
        # The rule of assignments.is_taken: until midnight of the day of closing.
        .where(or_(assignment.c.closed_at.is_(None), assignment.c.closed_at >= bindparam("today_began")))
        .with_for_update(of=attempt, read=True)
    )
