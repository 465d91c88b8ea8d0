"""Who is at work in this browser: from a device's token to the pupil's attempt, in one statement.

Tokens arrive hashed; an attempt that isn't this pupil's is as unknown as one that doesn't exist.
"""

from typing import Literal

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import contains_eager

from quizapp import clock
from quizapp.accounts.models import PupilDevice
from quizapp.db import db
from quizapp.learning.models import Attempt

# Until the transaction ends the attempt is ours to change, or stays what it is: no answer slips in behind a
# finish or a restart. SQLite has one writer at a time anyway.
Lock = Literal["change", "stay"]


class AnotherPupil(Exception):
    """The browser isn't, or is no longer, that of the pupil whose attempt this is."""


def attempt_named(token_hash: str, public_id: str, lock: Lock = "change") -> Attempt:
    """The attempt that a page speaks of. Raises AnotherPupil."""
    attempt = _find(token_hash, Attempt.public_id == public_id, lock)
    if attempt is None:
        raise AnotherPupil
    return attempt


def attempt_on(token_hash: str, revision_id: int, lock: Lock | None = None) -> Attempt | None:
    """The attempt of the pupil in this browser at a revision, if any."""
    return _find(token_hash, Attempt.revision_id == revision_id, lock)


def _find(token_hash: str, which: ColumnElement[bool], lock: Lock | None) -> Attempt | None:
    query = _attempts_on(token_hash).where(which)
    if lock == "change":
        query = query.with_for_update(of=Attempt, key_share=True)
    elif lock == "stay":
        query = query.with_for_update(of=Attempt, read=True)
    return db.session.scalars(query).one_or_none()


def _attempts_on(token_hash: str) -> Select[Attempt]:
    return (
        select(Attempt)
        .join(Attempt.assignment)
        .join(PupilDevice, PupilDevice.pupil_id == Attempt.pupil_id)
        .where(PupilDevice.token_hash == token_hash, PupilDevice.expires_at > clock.now())
        .options(contains_eager(Attempt.assignment))
    )


