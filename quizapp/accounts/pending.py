"""Between the two steps of signing in: whose password was right. Signed, kept nowhere, soon over."""

from itsdangerous import BadData, URLSafeTimedSerializer
from sqlalchemy import select

from quizapp.accounts.models import Person
from quizapp.accounts.tokens import keyed_hash
from quizapp.config import settings
from quizapp.db import db

PENDING_SECONDS = 5 * 60


class PendingOver(Exception):
    """Too old, forged, or of a password that has changed since."""


def pending_for(person: Person) -> str:
    """What the second page sends back."""
    pending = _signer().dumps([person.id, _mark(person)])
    return pending if isinstance(pending, str) else pending.decode()


def person_behind(pending: str) -> Person:
    """Whose password was right, locked against tries at the same moment. Raises PendingOver."""
    try:
        person_id, mark = _signer().loads(pending, max_age=PENDING_SECONDS)
    except (BadData, UnicodeError) as error:
        raise PendingOver from error
    wanted = select(Person).where(Person.id == person_id).with_for_update()
    person = db.session.scalar(wanted.execution_options(populate_existing=True))
    if person is None or mark != _mark(person):
        raise PendingOver
    return person


def _mark(person: Person) -> str:
    return keyed_hash("pending", person.password_hash)[:16]


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(settings().secret_key, salt="second step")
