"""The invented trainers and the administrator, and their codes: whoever tries the app needs no telephone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from quizapp import clock
from quizapp.accounts import people, second_step
from quizapp.accounts.models import Person
from quizapp.devdata.sign_ins import SignIn, kept_sign_ins, present, sign_ins

ORGANISATION, MUNICIPALITY = "Огледно здружение / Shoqata shembull", "Скопје / Shkup"
READ = frozenset(("mk", "sq"))
# E-mail: name, role, languages. The first trainer writes, the second reviews.
STAFF = {
    "mira@example.org": ("Мира Стојановска", "trainer", READ),
    "liridon@example.org": ("Liridon Berisha", "trainer", READ),
    "vesna@example.org": ("Весна Илиева", "administrator", frozenset[str]()),
}


@dataclass(frozen=True)
class Step:
    """The second step of one of the invented staff."""

    sign_in: SignIn
    role: str
    key: str

    @property
    def code(self) -> str:
        """The code of this moment."""
        return second_step.code_at(self.key, clock.now())


def make_office() -> None:
    """Make the trainers and the administrator, unless they are there, with their second step set up."""
    for one in kept_sign_ins({email: name for email, (name, _role, _languages) in STAFF.items()}):
        person = present(one) or _new(one)
        if not second_step.is_set(person):
            # With the code of just before, so that the present one still works.
            before = second_step.code_at(second_step.key_of(person), clock.now() - timedelta(seconds=30))
            second_step.set_up(person, before, browser=None)


def steps() -> Iterator[Step]:
    """The second steps of the invented staff, and of nobody else."""
    for one in sign_ins():
        person = present(one) if one.email in STAFF else None
        if person is not None and second_step.is_set(person):
            yield Step(one, STAFF[one.email][1], second_step.key_of(person))


def _new(one: SignIn) -> Person:
    name, role, languages = STAFF[one.email]
    return people.sign_up(
        people.invite(ORGANISATION, MUNICIPALITY, role), one.email, name, one.password, languages
    )
