"""Signing in: the same answer and the same work, whatever was wrong."""

from dataclasses import dataclass

from sqlalchemy import select

from quizapp.accounts import delays, limits, passwords, second_step, sessions
from quizapp.accounts.models import Person
from quizapp.accounts.pending import pending_for, person_behind
from quizapp.db import db


class SignInRefused(Exception):
    """No such person, not the password or code, locked out, or too soon: which one is not told."""


@dataclass(frozen=True)
class SignedIn:
    """A person and the token for the browser."""

    person: Person
    token: str


@dataclass(frozen=True)
class CodeWanted:
    """The password was right; what the page for the code sends back."""

    pending: str


def sign_in(email: str, password: str, address: str | None) -> SignedIn | CodeWanted:
    """The first step. Raises SignInRefused (which commits its count), TooManyTries.

    Commits before it looks at the password: that takes long, and must hold up nobody else's write.
    """
    network = limits.network_of(address)
    limits.check(limits.WRONG_SIGN_INS, network)
    person = _by_email(email)
    password_hash = person.password_hash if person else None
    db.session.commit()
    right = passwords.fits(password, password_hash)
    person = person and _by_email(email, lock=True)
    if not person or not _looked_at(person) or person.password_hash != password_hash:
        # Tries that were looked at in the same moment end here, right or not, once the first one failed.
        right = False
    elif not right:
        _slow_down(person)
    if not person or not right:
        limits.count(limits.WRONG_SIGN_INS, network)
        raise SignInRefused
    person.password_hash = passwords.renewed(password, person.password_hash)
    if second_step.is_set(person):
        # The failures stay: else whoever knows the password could try codes without end.
        return CodeWanted(pending_for(person))
    return _let_in(person)


def confirm(pending: str, code: str, address: str | None) -> SignedIn:
    """The second step. Raises SignInRefused (which commits its count), PendingOver, TooManyTries."""
    network = limits.network_of(address)
    limits.check(limits.WRONG_SIGN_INS, network)
    person = person_behind(pending)
    right = _looked_at(person)
    if right:
        try:
            second_step.use(person, code)
        except second_step.WrongCode:
            right = False
            _slow_down(person)
    if not right:
        limits.count(limits.WRONG_SIGN_INS, network)
        raise SignInRefused
    return _let_in(person)


def _looked_at(person: Person) -> bool:
    return person.locked_at is None and not delays.too_early(person.not_before)


def _slow_down(person: Person) -> None:
    person.failures += 1
    person.not_before = delays.not_before(person.failures)


def _let_in(person: Person) -> SignedIn:
    person.failures, person.not_before = 0, None
    return SignedIn(person, sessions.start(person))


def _by_email(email: str, lock: bool = False) -> Person | None:
    wanted = select(Person).where(Person.email == email.strip().lower())
    if lock:
        wanted = wanted.with_for_update().execution_options(populate_existing=True)
    return db.session.scalar(wanted)
