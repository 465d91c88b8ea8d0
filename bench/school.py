"""Classes at work on a lesson: the data that the measurements need."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import uuid4

from quizapp import clock
from quizapp.accounts import codes, devices, people, roster
from quizapp.accounts.models import Person, Pupil, SchoolClass
from quizapp.accounts.names import ANIMALS, THINGS
from quizapp.accounts.tokens import hash_of, new_token
from quizapp.db import db
from quizapp.learning import assignments, playing
from quizapp.lessons import catalogue
from quizapp.lessons.models import Revision

LESSON = "b2"


@dataclass(frozen=True)
class AtWork:
    """A pupil with a browser and an attempt."""

    token: str
    attempt: str


def a_teacher() -> Person:
    """Whose classes they are."""
    token = people.invite("School", "Skopje")
    return people.sign_up(token, "teacher@example.org", "Teacher", new_token())


def lesson() -> Revision:
    """The lesson that everybody takes; the bundled ones are published."""
    catalogue.import_bundled()
    revision = catalogue.newest(LESSON)
    assert revision
    return revision


def a_class(teacher: Person, pupils: int, revision: Revision) -> tuple[SchoolClass, list[AtWork]]:
    """A class, all of it at work on the lesson."""
    school_class = roster.new_class(teacher, f"{pupils}", 5, "mk")
    codes.set_joining(school_class, "open")
    assignment = assignments.assign(school_class, revision)
    names = [(animal, thing) for thing in THINGS for animal in ANIMALS][:pupils]
    at_work = []
    for animal, thing in names:
        pupil = Pupil(
            class_id=school_class.id,
            animal=animal,
            thing=thing,
            join_id=hash_of(new_token()),
            joined_on=clock.today(),
        )
        db.session.add(pupil)
        db.session.flush()
        at_work.append(AtWork(devices.new_device(pupil), playing.start(pupil, assignment).public_id))
    db.session.commit()
    return school_class, at_work


def answers(pupils: list[AtWork], revision: Revision) -> Iterator[tuple[AtWork, bytes]]:
    """Every first answer that these pupils can give, as their pages send it."""
    questions = catalogue.lesson_of(revision).questions()
    for question_id, question in questions.items():
        if question.mode == "private":
            continue
        for pupil in pupils:
            body = {
                "attempt": pupil.attempt,
                "uuid": str(uuid4()),
                "question": question_id,
                "choice": question.key(),
            }
            yield pupil, json.dumps(body).encode()
