"""What each member of staff may do, and who may come in at all."""

from sqlalchemy import delete, select

from quizapp import clock, trail
from quizapp.accounts import sessions
from quizapp.accounts.models import Invitation, Person, PersonLanguage, PersonRole, ResetLink
from quizapp.db import db

ROLES = ("teacher", "trainer", "administrator")
WITH_SECOND_STEP = frozenset(("trainer", "administrator"))


class LastAdministrator(Exception):
    """Nobody would be left to look after the people."""


def roles_of(person: Person) -> frozenset[str]:
    """What a person may do."""
    return frozenset(db.session.scalars(select(PersonRole.role).where(PersonRole.person_id == person.id)))


def set_roles(person: Person, roles: frozenset[str], by: Person) -> None:
    """Give and take roles; whose roles change is signed out everywhere. Raises LastAdministrator.

    With an administrator's power go the invitations they have made: one may be for themselves.
    """
    present = roles_of(person)
    if "administrator" in present - roles:
        _let_another_stay(person)
        _void_invitations(person)
    for role in sorted(roles - present):
        db.session.add(PersonRole(person_id=person.id, role=role))
        trail.record(by.id, "role_given", f"person:{person.id}", role=role)
    for role in sorted(present - roles):
        db.session.execute(
            delete(PersonRole).where(PersonRole.person_id == person.id, PersonRole.role == role)
        )
        trail.record(by.id, "role_taken", f"person:{person.id}", role=role)
    if roles != present:
        sessions.end_all(person)


def languages_of(person: Person) -> frozenset[str]:
    """The languages of lessons that a person reads well enough to approve them."""
    mine = select(PersonLanguage.language).where(PersonLanguage.person_id == person.id)
    return frozenset(db.session.scalars(mine))


def set_languages(person: Person, languages: frozenset[str]) -> None:
    """Note which languages of lessons a person reads well."""
    present = languages_of(person)
    if languages == present:
        return
    db.session.execute(delete(PersonLanguage).where(PersonLanguage.person_id == person.id))
    db.session.add_all(PersonLanguage(person_id=person.id, language=one) for one in languages)
    trail.record(person.id, "languages_set", f"person:{person.id}", languages=" ".join(sorted(languages)))


def lock_out(person: Person, by: Person) -> None:
    """End all of a person's sessions and links, and let nobody sign in as them. Raises LastAdministrator."""
    if person.locked_at is not None:
        return
    if "administrator" in roles_of(person):
        _let_another_stay(person)
    person.locked_at = clock.now()
    db.session.execute(delete(ResetLink).where(ResetLink.person_id == person.id))
    _void_invitations(person)
    sessions.end_all(person)
    trail.record(by.id, "locked_out", f"person:{person.id}")


def let_in_again(person: Person, by: Person) -> None:
    """Let a person sign in again, without the waits of before."""
    if person.locked_at is None:
        return
    person.locked_at = None
    person.failures, person.not_before = 0, None
    trail.record(by.id, "let_in_again", f"person:{person.id}")


def _void_invitations(person: Person) -> None:
    db.session.execute(delete(Invitation).where(Invitation.invited_by == person.id))


def _let_another_stay(person: Person) -> None:
    # Two administrators who send each other away at the same moment queue up at these rows.
    others = (
        select(Person.id)
        .join(PersonRole, PersonRole.person_id == Person.id)
        .where(PersonRole.role == "administrator", Person.locked_at.is_(None))
        .order_by(Person.id)
        .with_for_update()
    )
    if not set(db.session.scalars(others)) - {person.id}:
        raise LastAdministrator
