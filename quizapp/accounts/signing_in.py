"""Signing in: the same answer and the same work, whatever was wrong."""

from sqlalchemy import select

from quizapp.accounts import delays, limits, passwords, sessions
from quizapp.accounts.models import Person
from quizapp.db import db


class SignInRefused(Exception):
    """No such person, not the password, or too soon after wrong ones: which one is not told."""


def sign_in(email: str, password: str, address: str | None) -> tuple[Person, str]:
    """The person and a token for the browser. Raises SignInRefused (which commits its count), TooManyTries.

    Commits before it looks at the password: that takes long, and must hold up nobody else's write.
    """
    network = limits.network_of(address)
    limits.check(limits.WRONG_SIGN_INS, network)
    person = _by_email(email)
    password_hash = person.password_hash if person else None
    db.session.commit()
    right = passwords.fits(password, password_hash)
    person = person and _by_email(email, lock=True)
    if not person or delays.too_early(person.not_before) or person.password_hash != password_hash:
        # Tries that were looked at in the same moment end here, right or not, once the first one failed.
        right = False
    elif not right:
        person.failures += 1
        person.not_before = delays.not_before(person.failures)
    if not person or not right:
        limits.count(limits.WRONG_SIGN_INS, network)
        raise SignInRefused
    person.password_hash = passwords.renewed(password, person.password_hash)
    person.failures, person.not_before = 0, None
    return person, sessions.start(person)


def _by_email(email: str, lock: bool = False) -> Person | None:
    wanted = select(Person).where(Person.email == email.strip().lower())
    if lock:
        wanted = wanted.with_for_update().execution_options(populate_existing=True)
    return db.session.scalar(wanted)
