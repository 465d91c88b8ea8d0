"""The invented school: what is in it, and that making it again keeps what is there."""

import random
import stat
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select

from quizapp import clock, devdata
from quizapp.accounts import passwords, signing_in
from quizapp.accounts.codes import joining_state, set_joining
from quizapp.accounts.models import Person, Pupil, SchoolClass
from quizapp.config import Config
from quizapp.db import db
from quizapp.devdata.answers import mistaken
from quizapp.learning.models import Answer, Assignment, Attempt
from quizapp.learning.progress import participation
from quizapp.lessons import catalogue
from quizapp.lessons.kinds import KINDS
from tests.cast import a_trainer

KINDS_OF_ROWS = (Person, SchoolClass, Pupil, Assignment, Attempt, Answer)


@pytest.fixture
def school(app: Flask) -> SchoolClass:
    """The class whose door is open."""
    catalogue.import_bundled()
    return devdata.make_demonstration_school()


def counts() -> list[int | None]:
    return [db.session.scalar(select(func.count()).select_from(kind)) for kind in KINDS_OF_ROWS]


def test_two_teachers_and_four_classes_in_both_languages(school: SchoolClass) -> None:
    classes = db.session.scalars(select(SchoolClass)).all()
    assert len({one.teacher_id for one in classes}) == 2
    assert sorted((one.grade, one.language) for one in classes) == [
        (2, "mk"),
        (5, "mk"),
        (5, "sq"),
        (8, "sq"),
    ]
    assert all(one.adult_role and one.adult_place for one in classes)


def test_some_are_through_some_half_some_have_not_begun(school: SchoolClass) -> None:
    for school_class in db.session.scalars(select(SchoolClass)):
        table = participation(school_class)
        assert {cell.status for line in table.lines for cell in line.cells} == {
            "finished",
            "taking_part",
            "not_started",
        }
        assert len({cell.right for line in table.lines for cell in line.cells}) > 2


def test_one_door_is_open_and_opened_again_at_every_start(school: SchoolClass) -> None:
    states = [joining_state(one) for one in db.session.scalars(select(SchoolClass))]
    assert sorted(states) == ["closed", "closed", "closed", "open"]
    set_joining(school, "closed")
    assert devdata.make_demonstration_school().id == school.id
    assert joining_state(school) == "open"
    assert school.joining_until
    assert school.joining_until > clock.now() + timedelta(hours=1)


def test_trainers_and_an_administrator_sign_in_with_the_code_that_is_printed(school: SchoolClass) -> None:
    steps = list(devdata.steps())
    assert [step.role for step in steps] == ["trainer", "trainer", "administrator"]
    for step in steps:
        first = signing_in.sign_in(step.sign_in.email, step.sign_in.password, None)
        assert isinstance(first, signing_in.CodeWanted)
        assert signing_in.confirm(first.pending, step.code, None).person.email == step.sign_in.email


def test_codes_of_others_are_never_printed(school: SchoolClass) -> None:
    a_trainer("trainer@example.org")
    assert "trainer@example.org" not in {step.sign_in.email for step in devdata.steps()}


def test_making_it_again_keeps_everything(school: SchoolClass) -> None:
    before, code, sign_ins = counts(), school.join_code, devdata.sign_ins()
    devdata.make_demonstration_school()
    assert (counts(), school.join_code, devdata.sign_ins()) == (before, code, sign_ins)


def test_the_sign_ins_are_random_and_only_the_owner_reads_them(school: SchoolClass, config: Config) -> None:
    file = config.data_folder / "demo_sign_ins.toml"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    kept = devdata.sign_ins()
    assert len({one.password for one in kept}) == 5
    for one in kept:
        person = db.session.scalars(select(Person).where(Person.email == one.email)).one()
        assert passwords.fits(one.password, person.password_hash)


def test_when_the_file_is_lost_the_teachers_get_new_passwords(school: SchoolClass, config: Config) -> None:
    before, old = counts(), devdata.sign_ins()[0]
    (config.data_folder / "demo_sign_ins.toml").unlink()
    assert devdata.sign_ins() == []
    devdata.make_demonstration_school()
    new = devdata.sign_ins()[0]
    person = db.session.scalars(select(Person).where(Person.email == new.email)).one()
    assert passwords.fits(new.password, person.password_hash)
    assert not passwords.fits(old.password, person.password_hash)
    assert counts() == before


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_mistake_fits_its_question_and_is_one(app: Flask) -> None:
    for revision in catalogue.import_bundled():
        for question in catalogue.lesson_of(revision).questions().values():
            if question.mode == "private":
                continue
            for seed in range(20):
                kind = KINDS[question.kind]
                choice = kind.normalise(question, mistaken(question, random.Random(seed)))
                assert kind.mark(question, choice).right is False
