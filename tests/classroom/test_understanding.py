"""What the class understood: every question but the private ones, as a picture with a table behind it."""

import pytest
from flask.testing import FlaskClient

from quizapp.accounts.names import Name
from tests.cast import a_pupil
from tests.classroom.room import WRONG, Room, data
from tests.learning.stage import RIGHT


def question(page: str, question_id: str) -> str:
    """The part of the page about one question."""
    return page.split(f'id="question-{question_id}"')[1].split('id="question-')[0]


@pytest.fixture
def page(room: Room, ana: FlaskClient) -> str:
    """Fox is right; bee and a third pupil are wrong in the same way."""
    room.take(room.cast.fox, RIGHT)
    room.take(room.cast.bee, WRONG)
    room.take(a_pupil(room.cast.ana_class, Name("otter", "cap"))[0], WRONG)
    return ana.get(f"/mk/staff/classes/{room.cast.ana_class.id}/understanding/{room.assignment.id}").text


def test_each_question_is_counted(page: str) -> None:
    assert data(page, "total") == ["3"] * len(RIGHT)
    assert question(page, "q_single").count("<progress") == 1 + 2
    assert question(page, "q_single").count("<table") == 1
    assert data(question(page, "q_single"), "right") == ["1"]
    assert data(question(page, "q_order"), "right") == ["3"]


def test_it_says_how_many_questions_are_scored(page: str) -> None:
    assert (data(page, "scored"), data(page, "questions")) == (["3"], [str(len(RIGHT))])
    assert page.count("tag-scored") == 3


def test_the_misunderstanding_is_what_several_got_wrong(room: Room, page: str) -> None:
    words = room.words("mk", "q_single").choices["stone"].text
    part = question(page, "q_single").split("data-misunderstanding")[1].split("</p>")[0]
    assert words in part
    assert "data-misunderstanding" not in question(page, "q_order")


def test_one_pupil_alone_is_no_misunderstanding(room: Room, ana: FlaskClient) -> None:
    room.take(room.cast.bee, WRONG)
    assert "data-misunderstanding" not in ana.get(f"{room.path}/understanding/{room.assignment.id}").text


def test_nobody_has_answered(room: Room, ana: FlaskClient) -> None:
    page = ana.get(f"{room.path}/understanding/{room.assignment.id}").text
    assert data(page, "total") == ["0"] * len(RIGHT)
    assert "<progress" not in page
