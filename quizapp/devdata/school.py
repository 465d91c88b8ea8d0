"""An invented school, made through the same verbs as the pages use. Making it again keeps what is there."""

import random
from dataclasses import dataclass
from uuid import uuid4

from quizapp.accounts import codes, joining, people, roster
from quizapp.accounts.models import Person, Pupil, SchoolClass
from quizapp.accounts.names import SECRETS, Secret
from quizapp.accounts.scope import classes_of
from quizapp.accounts.tokens import hash_of, new_token
from quizapp.db import db
from quizapp.devdata.answers import mistaken
from quizapp.devdata.office import make_office
from quizapp.devdata.sign_ins import SignIn, kept_sign_ins, present
from quizapp.learning import assignments, documents, playing
from quizapp.learning.models import Assignment, Attempt
from quizapp.lessons import catalogue
from quizapp.lessons.questions.question import Choice, Question

SCHOOL, MUNICIPALITY = "Огледно училиште / Shkolla shembull", "Скопје / Shkup"


@dataclass(frozen=True)
class ClassPlan:
    """A class to invent; the last of its lessons is the open one, those before are closed."""

    name: str
    grade: int
    language: str
    adult: tuple[str, str]
    pupils: int
    lessons: tuple[str, ...]


TEACHERS = {"ana@example.org": "Ана Петровска", "besa@example.org": "Besa Hoxha"}
CLASSES = {
    "ana@example.org": (
        ClassPlan("II-1", 2, "mk", ("pedagogue", "соба 4"), 18, ("a4",)),
        ClassPlan("V-2", 5, "mk", ("psychologist", "соба 12"), 24, ("b2",)),
    ),
    "besa@example.org": (
        ClassPlan("V-3", 5, "sq", ("pedagogue", "dhoma 7"), 21, ("b2",)),
        ClassPlan("VIII-1", 8, "sq", ("psychologist", "dhoma 15"), 16, ("b2", "c1")),
    ),
}
OPEN_CLASS = "V-2"  # its door is opened at every start


def make_demonstration_school() -> SchoolClass:
    """Make the school unless it is there, open the door of one class, and commit; that class.

    Needs the bundled lessons.
    """
    teachers = [present(one) or _teacher(one) for one in kept_sign_ins(TEACHERS)]
    for teacher in teachers:
        if not classes_of(teacher) and not classes_of(teacher, archived=True):
            for plan in CLASSES[teacher.email]:
                _class(teacher, plan)
    shown = next((one for one in classes_of(teachers[0]) if one.name == OPEN_CLASS), None)
    shown = shown or _class(teachers[0], CLASSES[teachers[0].email][1])
    codes.set_joining(shown, "open")
    make_office()
    db.session.commit()
    return shown


def _teacher(one: SignIn) -> Person:
    return people.sign_up(people.invite(SCHOOL, MUNICIPALITY), one.email, one.name, one.password)


def _class(teacher: Person, plan: ClassPlan) -> SchoolClass:
    school_class = roster.new_class(teacher, plan.name, plan.grade, plan.language)
    roster.set_adult(school_class, *plan.adult)
    chance = random.Random(plan.name)
    codes.set_joining(school_class, "open")
    pupils = [_pupil(school_class, chance) for _ in range(plan.pupils)]
    codes.set_joining(school_class, "closed")
    for lesson_id in plan.lessons:
        _lesson(school_class, lesson_id, pupils, chance)
        if lesson_id != plan.lessons[-1]:
            assignments.close(assignments.given_to(school_class)[-1])
    return school_class


def _pupil(school_class: SchoolClass, chance: random.Random) -> Pupil:
    name = joining.offers(school_class, str(chance.random()))[0]
    first, second, third = chance.choices(list(SECRETS), k=3)
    secret: Secret = (first, second, third)
    return joining.join(school_class, name, secret, hash_of(new_token()))[0]


def _lesson(school_class: SchoolClass, lesson_id: str, pupils: list[Pupil], chance: random.Random) -> None:
    revision = catalogue.newest(lesson_id)
    if revision is None:
        return
    assignment = assignments.assign(school_class, revision)
    # Some are through, some are in the middle, some have not begun; each understands more or less.
    shares = (1, 1, 1, 1, None, 0)
    for place, pupil in enumerate(chance.sample(pupils, len(pupils))):
        share = shares[place % len(shares)]
        how_far = chance.uniform(0.2, 0.9) if share is None else share
        if how_far:
            _take(pupil, assignment, how_far, chance.uniform(0.5, 1), chance)


def _take(
    pupil: Pupil, assignment: Assignment, how_far: float, understands: float, chance: random.Random
) -> None:
    attempt = playing.start(pupil, assignment)
    published = documents.by_id(assignment.revision_id)
    steps = published.step_ids[: round(how_far * len(published.step_ids))]
    for step_id in steps:
        playing.reach(attempt, step_id)
        question = published.lesson.questions().get(step_id)
        if question and question.mode != "private":
            _answer(attempt, step_id, question, chance.random() < understands, chance)
    if how_far == 1:
        playing.finish(attempt)


def _answer(
    attempt: Attempt, question_id: str, question: Question, right: bool, chance: random.Random
) -> None:
    choice: Choice | None = question.key() if right else mistaken(question, chance)
    playing.answer(attempt, question_id, str(uuid4()), choice)
