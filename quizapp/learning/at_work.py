"""Who is at work in this browser: from a device's token to the pupil's attempt, in one statement.

Tokens arrive hashed; an attempt that isn't this pupil's is as unknown as one that doesn't exist.
"""

from datetime import date, datetime
from typing import Literal, cast

from sqlalchemy import Select, Table, bindparam, select
from sqlalchemy.orm import contains_eager

from quizapp import clock
from quizapp.accounts.models import PupilDevice
from quizapp.db import db
from quizapp.learning.models import Assignment, Attempt
from quizapp.learning.playing import Seat

# Until the transaction ends the attempt is ours to change, or stays what it is: no answer slips in behind a
# finish or a restart. SQLite has one writer at a time anyway.
Lock = Literal["change", "none"]


class AnotherPupil(Exception):
    """The browser isn't, or is no longer, that of the pupil whose attempt this is."""


def attempt_named(token_hash: str, public_id: str) -> Attempt:
    """The attempt that a page speaks of, to change it. Raises AnotherPupil."""
    query = _attempts_on(token_hash).where(Attempt.public_id == public_id)
    attempt = db.session.scalars(query.with_for_update(of=Attempt, key_share=True)).one_or_none()
    if attempt is None:
        raise AnotherPupil
    return attempt


def attempt_on(token_hash: str, revision_id: int, lock: Lock = "none") -> Attempt | None:
    """The attempt of the pupil in this browser at a revision, if any."""
    query = _attempts_on(token_hash).where(Attempt.revision_id == revision_id)
    if lock == "change":
        query = query.with_for_update(of=Attempt, key_share=True)
    return db.session.scalars(query).one_or_none()


def seat_named(token_hash: str, public_id: str) -> Seat:
    """The pupil's seat at the attempt that a page speaks of, to answer there. Raises AnotherPupil."""
    values = {"token_hash": token_hash, "now": clock.now(), "public_id": public_id}
    row = db.session.execute(_SEAT_NAMED, values).one_or_none()
    if row is None:
        raise AnotherPupil
    return Seat(*row)


def _attempts_on(token_hash: str) -> Select[Attempt]:
    return (
        select(Attempt)
        .join(Attempt.assignment)
        .join(PupilDevice, PupilDevice.pupil_id == Attempt.pupil_id)
        .where(PupilDevice.token_hash == token_hash, PupilDevice.expires_at > clock.now())
        .options(contains_eager(Attempt.assignment))
    )


def _seat_query() -> Select[int, int, date | None, datetime | None]:
    # Tables and not models, and built once: for every answer of a class, building the statement and loading
    # objects would cost more than the statement itself.
    device, attempt, assignment = (
        cast(Table, model.__table__) for model in (PupilDevice, Attempt, Assignment)
    )
    return (
        select(attempt.c.id, attempt.c.revision_id, attempt.c.finished_on, assignment.c.closed_at)
        .select_from(attempt)
        .join(assignment, assignment.c.id == attempt.c.assignment_id)
        .join(device, device.c.pupil_id == attempt.c.pupil_id)
        .where(device.c.token_hash == bindparam("token_hash"), device.c.expires_at > bindparam("now"))
        .where(attempt.c.public_id == bindparam("public_id"))
        .with_for_update(of=attempt, read=True)
    )


_SEAT_NAMED = _seat_query()
