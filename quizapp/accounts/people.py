"""Staff: how somebody becomes one, and keeps or regains a password."""

from datetime import timedelta

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from quizapp import clock
from quizapp.accounts import limits, passwords, sessions
from quizapp.accounts.models import Invitation, Person, PersonRole, ResetLink, School
from quizapp.accounts.tokens import hash_of, new_token
from quizapp.db import db

ROLES = ("teacher", "trainer", "administrator")
INVITED_FOR = timedelta(days=14)
RESET_FOR = timedelta(minutes=30)


class LinkRefused(Exception):
    """A link that never was, was used, or is too old."""


class EmailTaken(Exception):
    """Somebody signs in with this e-mail already."""


class UnknownPerson(Exception):
    """Nobody signs in with this e-mail."""


class WrongPassword(Exception):
    """Not the present password."""


def invite(school_name: str, municipality: str, role: str = "teacher") -> str:
    """The token of a one-time link to become staff of a school, which is made if it is new."""
    school = db.session.scalar(
        select(School).where(School.name == school_name, School.municipality == municipality)
    )
    if school is None:
        school = School(name=school_name, municipality=municipality)
        db.session.add(school)
        db.session.flush()
    token = new_token()
    expires_at = clock.now() + INVITED_FOR
    db.session.add(
        Invitation(token_hash=hash_of(token), school_id=school.id, role=role, expires_at=expires_at)
    )
    return token


def find_invitation(token: str) -> Invitation:
    """A link that still holds. Raises LinkRefused."""
    found = db.session.get(Invitation, hash_of(token))
    if found is None or found.expires_at <= clock.now():
        raise LinkRefused
    return found


def sign_up(token: str, email: str, name: str, password: str) -> Person:
    """Become staff by an invitation, used up by it. Raises LinkRefused, EmailTaken, PasswordRefused."""
    invitation = find_invitation(token)
    email = email.strip().lower()
    password_hash = passwords.hash_password(password, email)
    _use_up(Invitation, invitation.token_hash)
    person = Person(
        school_id=invitation.school_id,
        email=email,
        name=name,
        password_hash=password_hash,
        created_at=clock.now(),
    )
    try:
        with db.session.begin_nested():
            db.session.add(person)
    except IntegrityError as error:
        raise EmailTaken from error
    db.session.add(PersonRole(person_id=person.id, role=invitation.role))
    return person


def change_password(person: Person, present: str, new: str, browser: str | None) -> None:
    """Take a new password and sign out every other browser than the one with the token `browser`.

    Raises WrongPassword (which commits its count), PasswordRefused, TooManyTries.
    """
    limits.check(limits.PASSWORD_CHECKS, str(person.id))
    if not passwords.fits(present, person.password_hash):
        limits.count(limits.PASSWORD_CHECKS, str(person.id))
        raise WrongPassword
    person.password_hash = passwords.hash_password(new, person.email)
    sessions.end_all(person, but=browser)


def reset_link(email: str) -> str:
    """The token of a one-time link to choose a new password within 30 minutes. Raises UnknownPerson."""
    person = _who_signs_in_as(email)
    token = new_token()
    expires_at = clock.now() + RESET_FOR
    db.session.add(ResetLink(token_hash=hash_of(token), person_id=person.id, expires_at=expires_at))
    return token


def forget(email: str) -> None:
    """Erase a person with their classes and all that was kept of the pupils. Raises UnknownPerson."""
    db.session.execute(delete(Person).where(Person.id == _who_signs_in_as(email).id))


def _who_signs_in_as(email: str) -> Person:
    person = db.session.scalar(select(Person).where(Person.email == email.strip().lower()))
    if person is None:
        raise UnknownPerson
    return person


def find_reset_link(token: str) -> ResetLink:
    """A link that still holds. Raises LinkRefused."""
    found = db.session.get(ResetLink, hash_of(token))
    if found is None or found.expires_at <= clock.now():
        raise LinkRefused
    return found


def reset_password(token: str, new: str) -> Person:
    """Choose a new password by a link; that signs out every browser and voids every other link.

    Raises LinkRefused, PasswordRefused.
    """
    link = find_reset_link(token)
    person = link.person
    password_hash = passwords.hash_password(new, person.email)
    _use_up(ResetLink, link.token_hash)
    person.password_hash = password_hash
    person.failures, person.not_before = 0, None
    db.session.execute(delete(ResetLink).where(ResetLink.person_id == person.id))
    sessions.end_all(person)
    return person


def _use_up(kind: type[Invitation] | type[ResetLink], token_hash: str) -> None:
    # Two clicks at the same moment: the row goes to one of them.
    gone = delete(kind).where(kind.token_hash == token_hash).returning(kind.token_hash)
    if db.session.scalar(gone) is None:
        raise LinkRefused
