"""Staff: how somebody becomes one, and keeps or regains a password."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import joinedload

from quizapp import clock, trail
from quizapp.accounts import limits, passwords, roles, sessions
from quizapp.accounts.models import Invitation, Person, PersonRole, ResetLink, School
from quizapp.accounts.tokens import hash_of, new_token
from quizapp.db import db

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


def invite(school_name: str, municipality: str, role: str = "teacher", by: Person | None = None) -> str:
    """The token of a one-time link to become staff of a school or organisation, made if it is new."""
    school = db.session.scalar(
        select(School).where(School.name == school_name, School.municipality == municipality)
    )
    if school is None:
        school = School(name=school_name, municipality=municipality)
        db.session.add(school)
        db.session.flush()
    token = new_token()
    expires_at = clock.now() + INVITED_FOR
    invitation = Invitation(token_hash=hash_of(token), school_id=school.id, role=role, expires_at=expires_at)
    invitation.invited_by = by.id if by else None
    db.session.add(invitation)
    trail.record(invitation.invited_by, "invited", f"school:{school.id}", role=role)
    return token


def open_invitations() -> Sequence[Invitation]:
    """The links that still hold, the one that ends first at the head."""
    holding = select(Invitation).where(Invitation.expires_at > clock.now()).order_by(Invitation.expires_at)
    return db.session.scalars(holding.options(joinedload(Invitation.school))).all()


def revoke(token_hash: str, by: Person) -> None:
    """Void an invitation. Raises LinkRefused if it is used already."""
    row = delete(Invitation).where(Invitation.token_hash == token_hash)
    gone = db.session.execute(row.returning(Invitation.school_id, Invitation.role)).one_or_none()
    if gone is None:
        raise LinkRefused
    trail.record(by.id, "invitation_revoked", f"school:{gone.school_id}", role=gone.role)


def find_invitation(token: str) -> Invitation:
    """A link that still holds. Raises LinkRefused."""
    found = db.session.get(Invitation, hash_of(token))
    if found is None or found.expires_at <= clock.now():
        raise LinkRefused
    return found


def sign_up(
    token: str, email: str, name: str, password: str, languages: frozenset[str] = frozenset()
) -> Person:
    """Become staff by an invitation, used up by it; `languages`: those that a trainer reads well.

    Raises LinkRefused, EmailTaken, PasswordRefused.
    """
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
    trail.record(person.id, "joined", f"person:{person.id}", role=invitation.role)
    roles.set_languages(person, languages)
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


def reset_link(email: str, by: Person | None = None) -> str:
    """The token of a one-time link to choose a new password within 30 minutes. Raises UnknownPerson."""
    person = who_signs_in_as(email)
    token = new_token()
    expires_at = clock.now() + RESET_FOR
    db.session.add(ResetLink(token_hash=hash_of(token), person_id=person.id, expires_at=expires_at))
    trail.record(by.id if by else None, "reset_link_made", f"person:{person.id}")
    return token


def forget(email: str) -> None:
    """Erase a person with their classes and all that was kept of the pupils. Raises UnknownPerson."""
    person = who_signs_in_as(email)
    trail.record(None, "forgotten", f"person:{person.id}")
    db.session.execute(delete(Person).where(Person.id == person.id))


def who_signs_in_as(email: str) -> Person:
    """The person with this e-mail. Raises UnknownPerson."""
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
