"""Who there is: every member of staff with what they may do, in a few statements however many there are."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from quizapp.accounts.models import Person, PersonLanguage, PersonRole, School, SecondStep
from quizapp.accounts.roles import ROLES, WITH_SECOND_STEP
from quizapp.accounts.scope import NotYours
from quizapp.db import db
from quizapp.languages import PUPIL_LANGUAGES


@dataclass(frozen=True)
class Member:
    """A member of staff as the office sees them."""

    person: Person
    roles: Sequence[str]
    languages: Sequence[str]
    second_step: bool

    @property
    def state(self) -> str:
        """How the account stands: "locked_out", "without_second_step" or "open"."""
        if self.person.locked_at is not None:
            return "locked_out"
        wanted = not WITH_SECOND_STEP.isdisjoint(self.roles)
        return "without_second_step" if wanted and not self.second_step else "open"


def everybody() -> list[Member]:
    """All staff, by name."""
    return _members(db.session.scalars(select(Person).options(joinedload(Person.school))).all())


def member(person_id: int) -> Member:
    """One of them. Raises NotYours, which is 404."""
    person = db.session.get(Person, person_id)
    if person is None:
        raise NotYours
    return _members([person])[0]


def schools() -> Sequence[School]:
    """The schools and organisations that are known, by name."""
    return db.session.scalars(select(School).order_by(School.name, School.municipality)).all()


def _members(people: Sequence[Person]) -> list[Member]:
    numbers = [person.id for person in people]
    roles = _by_person(PersonRole.person_id, PersonRole.role, numbers)
    languages = _by_person(PersonLanguage.person_id, PersonLanguage.language, numbers)
    set_up = select(SecondStep.person_id).where(SecondStep.person_id.in_(numbers))
    with_step = set(db.session.scalars(set_up))
    found = [
        Member(
            person,
            [role for role in ROLES if role in roles[person.id]],
            [language for language in PUPIL_LANGUAGES if language in languages[person.id]],
            person.id in with_step,
        )
        for person in people
    ]
    return sorted(found, key=lambda one: (one.person.name.casefold(), one.person.id))


def _by_person(number: object, what: object, numbers: Sequence[int]) -> Mapping[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for person_id, value in db.session.execute(select(number, what).where(number.in_(numbers))):  # type: ignore[call-overload, attr-defined]
        found[person_id].add(value)
    return found
