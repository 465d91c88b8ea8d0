"""Teachers see that a lesson was withdrawn, and why; and what is new in a newer version."""

import pytest
from flask.testing import FlaskClient

from quizapp.accounts import codes
from quizapp.db import db
from quizapp.learning import assignments
from quizapp.lessons import catalogue
from quizapp.lessons.withdrawing import give_back, withdraw
from tests.classroom.room import Room, press
from tests.learning.stage import RIGHT, new_revision
from tests.lessons.sample_lesson import sample_lesson

WHY = "Еден број не е точен."


@pytest.fixture
def withdrawn(room: Room) -> Room:
    room.take(room.cast.fox, RIGHT)
    withdraw(room.revision.row, {"mk": WHY}, None)
    db.session.commit()
    return room


def test_the_pages_of_the_class_say_why(withdrawn: Room, ana: FlaskClient) -> None:
    for page in ("", "/summary", "/participation", "/participation/table"):
        text = ana.get(withdrawn.path + page).text
        assert f'<span lang="mk">{WHY}</span>' in text, page
    text = ana.get(withdrawn.path.replace("/en/", "/mk/")).text
    assert f"<span>{WHY}</span>" in text
    assert 'data-state="withdrawn"' in text
    codes.set_joining(withdrawn.cast.ana_class, "closed")
    assert 'id="next-step"' not in ana.get(withdrawn.path).text


def test_results_stay(withdrawn: Room, ana: FlaskClient) -> None:
    assert 'data-of="3"' in ana.get(f"{withdrawn.path}/participation").text
    understood = ana.get(f"{withdrawn.path}/understanding/{withdrawn.assignment.id}").text
    assert 'data-total="1"' in understood


def test_the_library_shows_it_greyed_with_the_reason(withdrawn: Room, ana: FlaskClient) -> None:
    text = ana.get("/sq/staff/lessons").text
    assert text.count("card-link-away") == 1
    assert f'<span lang="mk">{WHY}</span>' in text
    guide = ana.get("/sq/staff/lessons/sample").text
    assert WHY in guide
    assert "#try" not in guide
    assert "/assignments" not in guide


def test_it_cannot_be_given(withdrawn: Room, ana: FlaskClient) -> None:
    page = f"/en/staff/classes/{withdrawn.cast.ana_class.id}/assignments"
    withdraw(catalogue.newest("other").row, {"mk": WHY}, None)  # type: ignore[union-attr]
    assert 'value="other"' not in ana.get(page).text
    catalogue.publish(sample_lesson().model_copy(update={"id": "third"}))
    assert press(ana, page, page, lesson_id="other").status_code == 400
    assert len(assignments.given_to(withdrawn.cast.ana_class)) == 1


def test_the_list_of_classes_names_only_what_can_be_begun(withdrawn: Room, ana: FlaskClient) -> None:
    title = sample_lesson().words["mk"].title
    assert title not in ana.get("/mk/staff/classes").text
    give_back(withdrawn.revision.row, None)
    assert title in ana.get("/mk/staff/classes").text


def test_a_question_with_another_meaning_is_marked_as_new(room: Room, ana: FlaskClient) -> None:
    page = f"{room.path}/understanding/{room.assignment.id}"
    room.take(room.cast.fox, RIGHT)
    assert "data-new" not in ana.get(page).text
    new_revision(words__mk__steps__q_single__choices__ball__text="Голема топка")
    assignments.use_newest(room.assignment)
    db.session.commit()
    text = ana.get(page).text
    assert text.count("data-new") == 1
    part = text.split('id="question-q_single"')[1].split('id="question-')[0]
    assert "data-new" in part


def test_who_begins_with_the_newer_version_sees_nothing_as_new(room: Room, ana: FlaskClient) -> None:
    new_revision(words__mk__steps__q_single__choices__ball__text="Голема топка")
    assignments.use_newest(room.assignment)
    room.take(room.cast.fox, RIGHT)
    assert "data-new" not in ana.get(f"{room.path}/understanding/{room.assignment.id}").text


def test_the_guide_tells_where_a_lesson_is_from(room: Room, ana: FlaskClient) -> None:
    own = sample_lesson().model_copy(update={"id": "t1"})
    catalogue.publish(own, "own", note="Кратка верзија.", adapted_from="sample/1")
    text = ana.get("/en/staff/lessons/t1").text
    assert "Adapted from SAMPLE, version 1" in text
    assert "Кратка верзија." in text
    assert 'id="not-reviewed"' not in text
    assert 'id="adapted-from"' not in ana.get("/en/staff/lessons/sample").text
