"""Taking a lesson from pupils at the desk, and giving it back. The rule itself is tested with the lessons."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from quizapp.db import db
from quizapp.lessons import catalogue
from quizapp.lessons.withdrawing import reasons_of
from quizapp.trail import TrailEntry
from tests.cast import a_trainer, sign_in
from tests.classroom.room import Room, data, press
from tests.learning.stage import RIGHT

PAGE = "/en/staff/desk/lessons/sample/withdraw"
BACK = "/en/staff/desk/lessons/sample/give-back"


@pytest.fixture
def room(app: Flask) -> Room:
    return Room(app)


@pytest.fixture
def trainer(room: Room) -> FlaskClient:
    return room.browser(a_trainer("vesna@example.org"))


def reasons():
    revision = catalogue.newest("sample")
    assert revision
    return reasons_of(revision.row)


def test_a_bundled_lesson_goes_and_comes_back(room: Room, trainer: FlaskClient) -> None:
    answer = press(trainer, PAGE, PAGE, reason_mk="Погрешен број.", reason_sq="")
    assert (answer.status_code, answer.location) == (303, PAGE)
    assert reasons() == {"mk": "Погрешен број."}
    assert room.browser().get("/mk/l/sample").status_code == 410
    assert "Погрешен број." in trainer.get(PAGE).text
    assert press(trainer, PAGE, PAGE, reason_mk="", reason_sq="Numër i gabuar.").status_code == 303
    assert reasons() == {"sq": "Numër i gabuar."}
    assert press(trainer, PAGE, BACK).status_code == 303
    assert reasons() is None
    assert press(trainer, PAGE, BACK).status_code == 303  # two clicks
    assert room.browser().get("/mk/l/sample").status_code == 302
    deeds = list(db.session.scalars(select(TrailEntry.deed).order_by(TrailEntry.id)))
    assert deeds[-3:] == ["withdrawn", "withdrawn", "given_back"]


def test_teachers_are_told_why(trainer: FlaskClient) -> None:
    for empty in ("", "  \n "):
        assert press(trainer, PAGE, PAGE, reason_mk=empty, reason_sq="").status_code == 400
    long = press(trainer, PAGE, PAGE, reason_mk="а" * 1001)
    assert long.status_code == 400
    assert "а" * 1001 in long.text
    assert reasons() is None


@pytest.mark.parametrize("path", [PAGE, BACK])
def test_a_stale_page_changes_nothing_and_keeps_the_reason(trainer: FlaskClient, path: str) -> None:
    answer = trainer.post(path, data={"csrf_token": "old", "reason_mk": "Погрешен број."})
    assert answer.status_code == 400
    assert ("Погрешен број." in answer.text) == (path == PAGE)
    assert reasons() is None


def test_the_page_says_how_many_classes_are_in_the_middle(room: Room, trainer: FlaskClient) -> None:
    assert data(trainer.get(PAGE).text, "classes") == ["0"]
    room.take(room.cast.fox, RIGHT)  # through with it
    assert data(trainer.get(PAGE).text, "classes") == ["0"]
    room.take(room.cast.bee, {}, finish=False)
    assert data(trainer.get(PAGE).text, "classes") == ["1"]


def test_other_lessons_are_not_there(trainer: FlaskClient) -> None:
    for lesson_id in ("nowhere", "t1", "а"):
        assert trainer.get(PAGE.replace("sample", lesson_id)).status_code == 404


def test_teachers_have_no_such_button(room: Room) -> None:
    ana = room.browser()
    sign_in(ana, room.cast.ana)
    for path in (PAGE, BACK):
        assert ana.post(path, data={"reason_mk": "x"}).status_code == 403
    assert reasons() is None
