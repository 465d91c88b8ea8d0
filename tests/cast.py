"""A small named cast for every test, made through the same verbs as the app's pages.

Ana (Macedonian) and Cveta are colleagues in Skopje; Besim (Albanian) teaches in Tetovo, a stranger to both.
Fox and bee are in Ana's class 2-b, turtle in Besim's 8-1. The classes' doors are open.
"""

from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from flask.testing import FlaskClient

from quizapp import clock
from quizapp.accounts import codes, joining, passwords, people, roster, second_step, sessions
from quizapp.accounts.models import Person, PersonLanguage, PersonRole, Pupil, SchoolClass
from quizapp.accounts.names import Name, Secret
from quizapp.accounts.tokens import hash_of, new_token
from quizapp.db import db

PASSWORD = "три зелени чадори"
SECRET: Secret = ("moon", "tree", "car")


@dataclass(frozen=True)
class Cast:
    """Who there is, and the tokens of the pupils' browsers."""

    ana: Person
    cveta: Person
    besim: Person
    ana_class: SchoolClass
    besim_class: SchoolClass
    fox: Pupil
    fox_token: str
    bee: Pupil
    bee_token: str
    turtle: Pupil
    turtle_token: str


def a_cast() -> Cast:
    """Make everybody and commit."""
    ana = a_teacher("ana@example.org", "Гоце", "Скопје")
    cveta = a_teacher("cveta@example.org", "Гоце", "Скопје")
    besim = a_teacher("besim@example.org", "Naim", "Tetovë")
    ana_class, besim_class = a_class(ana, "2-б", 2, "mk"), a_class(besim, "8-1", 8, "sq")
    fox, fox_token = a_pupil(ana_class, Name("fox", "scarf"))
    bee, bee_token = a_pupil(ana_class, Name("bee", "book"))
    turtle, turtle_token = a_pupil(besim_class, Name("turtle", "cap"))
    db.session.commit()
    return Cast(
        ana, cveta, besim, ana_class, besim_class, fox, fox_token, bee, bee_token, turtle, turtle_token
    )


def a_teacher(email: str, school: str = "Гоце", municipality: str = "Скопје") -> Person:
    """A teacher whose password is PASSWORD."""
    return _somebody(email, school, municipality, "teacher")


def a_trainer(email: str, *languages: str) -> Person:
    """A trainer who reads these languages well (both if none is named), with a second step."""
    trainer = _with_second_step(email, "trainer")
    for language in languages or ("mk", "sq"):
        db.session.add(PersonLanguage(person_id=trainer.id, language=language))
    return trainer


def an_administrator(email: str) -> Person:
    """An administrator, with a second step."""
    return _with_second_step(email, "administrator")


def _with_second_step(email: str, role: str) -> Person:
    person = _somebody(email, "Организација", "Скопје", role)
    just_before = clock.now() - timedelta(seconds=30)
    second_step.set_up(person, second_step.code_at(second_step.key_of(person), just_before), browser=None)
    return person


def _somebody(email: str, school: str, municipality: str, role: str) -> Person:
    """A member of staff, as signing up makes one, but for the time a password takes."""
    invitation = people.find_invitation(people.invite(school, municipality, role))
    person = Person(school_id=invitation.school_id, email=email, name=email.partition("@")[0].title())
    person.password_hash, person.created_at = _hash_of_password(), clock.now()
    db.session.add(person)
    db.session.delete(invitation)
    db.session.flush()
    db.session.add(PersonRole(person_id=person.id, role=role))
    return person


@cache
def _hash_of_password() -> str:
    return passwords.hash_password(PASSWORD, "")


def code_of(person: Person) -> str:
    """What the telephone of a trainer or an administrator shows now."""
    return second_step.code_at(second_step.key_of(person), clock.now())


def a_class(teacher: Person, name: str = "5-а", grade: int = 5, language: str = "mk") -> SchoolClass:
    """A class with an open door."""
    school_class = roster.new_class(teacher, name, grade, language)
    codes.set_joining(school_class, "open")
    return school_class


def a_pupil(school_class: SchoolClass, name: Name) -> tuple[Pupil, str]:
    """A pupil whose secret is SECRET, and the token of its browser."""
    return joining.join(school_class, name, SECRET, hash_of(new_token()))


def sign_in(client: FlaskClient, person: Person) -> str:
    """Sign a browser in without a password to check, which takes long; the session's token."""
    token = sessions.start(person)
    db.session.commit()
    client.set_cookie("staff", token)
    return token


def sit_down(client: FlaskClient, token: str) -> None:
    """Let a browser be a pupil's."""
    client.set_cookie("pupil", token)
