"""What a teacher does for one pupil."""

import re

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from quizapp.accounts.devices import pupil_by_token
from quizapp.accounts.models import Pupil, PupilDevice
from quizapp.accounts.names import ANIMALS, Name
from quizapp.db import db
from quizapp.languages import alphabetical
from quizapp.learning.models import Answer, Attempt
from tests.accounts.pages import fill
from tests.cast import a_pupil
from tests.classroom.room import Room, everything, press
from tests.learning.stage import RIGHT


def test_giving_the_animal_back(room: Room, ana: FlaskClient) -> None:
    assert press(ana, f"{room.path}/pupils", f"{room.fox_path}/secret").status_code == 302
    db.session.refresh(room.cast.fox)
    assert room.cast.fox.secret_hash is None
    assert pupil_by_token(room.cast.fox_token) is None
    assert pupil_by_token(room.cast.bee_token) == room.cast.bee


def test_removing_one_asks_first_and_takes_everything(room: Room, ana: FlaskClient) -> None:
    room.take(room.cast.fox, RIGHT)
    fox, before = room.cast.fox.id, everything()
    assert ana.get(f"{room.fox_path}/remove").status_code == 200
    assert everything() == before
    assert fill(ana, f"{room.fox_path}/remove").status_code == 302
    db.session.expire_all()
    assert db.session.get(Pupil, fox) is None
    for model in (Attempt, Answer):
        assert db.session.scalar(select(func.count()).select_from(model)) == 0
    assert db.session.scalar(select(PupilDevice).where(PupilDevice.pupil_id == fox)) is None


def test_beginning_anew_takes_only_this_pupils_answers(room: Room, ana: FlaskClient) -> None:
    room.take(room.cast.fox, RIGHT)
    room.take(room.cast.bee, RIGHT)
    assert fill(ana, f"{room.lesson_path}/restart/{room.cast.fox.id}").status_code == 302
    db.session.expire_all()
    assert db.session.scalars(select(Attempt.pupil_id)).all() == [room.cast.bee.id]
    assert db.session.scalar(select(func.count()).select_from(Answer)) == len(RIGHT)


def test_a_pupil_who_has_not_begun_can_begin_anew(room: Room, ana: FlaskClient) -> None:
    assert fill(ana, f"{room.lesson_path}/restart/{room.cast.fox.id}").status_code == 302


def test_a_pupil_of_another_class_is_not_found_in_mine(room: Room, ana: FlaskClient) -> None:
    turtle, before = room.cast.turtle.id, everything()
    for address in (
        f"{room.path}/pupils/{turtle}/secret",
        f"{room.path}/pupils/{turtle}/remove",
        f"{room.lesson_path}/restart/{turtle}",
    ):
        assert press(ana, f"{room.path}/pupils", address).status_code == 404
    assert everything() == before


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_pupils_stand_in_the_order_of_the_alphabet(room: Room, ana: FlaskClient) -> None:
    names = {one: Name(one, "cap") for one in ("dolphin", "giraffe", "cat", "dinosaur", "swan", "kangaroo")}
    for name in names.values():
        a_pupil(room.cast.ana_class, name)
    for language in ("mk", "sq", "en"):
        ids = re.findall(
            r"animals/(\w+)\.svg", ana.get(room.path.replace("/en/", f"/{language}/") + "/list").text
        )
        assert ids == sorted(ids, key=lambda one: alphabetical(ANIMALS[one][language], language)), language
