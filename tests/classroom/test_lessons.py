"""The library, the guide, and giving lessons to a class."""

import re

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from quizapp.db import db
from quizapp.learning.models import Assignment
from quizapp.lessons import catalogue
from tests.accounts.pages import fill, refused_fields
from tests.classroom.room import Room, data, everything, press
from tests.learning.stage import new_revision
from tests.lessons.sample_lesson import sample_lesson

OTHER = {"lesson_id": "other", "adult_role": "pedagogue", "adult_place": "соба 4"}


def test_the_first_lesson_asks_for_the_school_adult(room: Room, ana: FlaskClient) -> None:
    assert fill(ana, f"{room.path}/assignments", **OTHER).status_code == 302
    given = db.session.scalars(select(Assignment).where(Assignment.lesson_id == "other")).one()
    assert (given.class_id, given.closed_at) == (room.cast.ana_class.id, None)
    db.session.refresh(room.cast.ana_class)
    assert (room.cast.ana_class.adult_role, room.cast.ana_class.adult_place) == ("pedagogue", "соба 4")
    assert "adult_role" not in ana.get(f"{room.path}/assignments").text


@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        ({"lesson_id": "sample"}, "lesson_id"),  # given already
        ({"lesson_id": "nothing"}, "lesson_id"),
        ({"lesson_id": ""}, "lesson_id"),
        ({"adult_place": ""}, "adult_place"),
        ({"adult_role": ""}, "adult_role"),
    ],
)
def test_what_cannot_be_given(room: Room, ana: FlaskClient, wrong: dict[str, str], where: str) -> None:
    before = everything()
    answer = fill(ana, f"{room.path}/assignments", **(OTHER | wrong))
    assert answer.status_code == 400
    assert refused_fields(answer.text) == {where}
    assert everything() == before


def test_a_lesson_for_older_pupils_is_not_offered(room: Room, ana: FlaskClient) -> None:
    catalogue.publish(sample_lesson().model_copy(update={"id": "older", "band": "7-9"}))
    assert 'value="older"' not in ana.get(f"{room.path}/assignments").text
    answer = fill(ana, f"{room.path}/assignments", **(OTHER | {"lesson_id": "older"}))
    assert refused_fields(answer.text) == {"lesson_id"}
    assert "/assignments?lesson=older" not in ana.get("/en/staff/lessons/older").text
    besim = room.browser(room.cast.besim)
    path = f"/en/staff/classes/{room.cast.besim_class.id}/assignments"
    page = besim.get(path).text
    offered = re.findall(r'<input[^>]* name="lesson_id"[^>]* value="(\w+)"', page)
    assert offered == ["older", "other", "sample"]  # those for their own age first
    assert 'id="no-older"' not in page
    assert 'id="no-older"' in ana.get(f"{room.path}/assignments").text


def test_each_lesson_to_give_leads_to_its_guide(room: Room, ana: FlaskClient) -> None:
    page = ana.get(f"{room.path}/assignments").text
    assert 'target="_blank" rel="noopener" href="/en/staff/lessons/other"' in page
    assert "checked" not in page
    assert "checked" in ana.get(f"{room.path}/assignments?lesson=other").text


def test_closing_and_opening_again(room: Room, ana: FlaskClient) -> None:
    for verb, state in (("close", "closed"), ("reopen", "open")):
        assert press(ana, room.path, f"{room.lesson_path}/{verb}").status_code == 302
        db.session.refresh(room.assignment)
        assert (room.assignment.closed_at is not None) == (state == "closed")
        assert data(ana.get(room.path).text, "state") == [state]


def test_a_newer_revision_is_taken_only_when_asked(room: Room, ana: FlaskClient) -> None:
    newest = f"{room.lesson_path}/newest"
    assert newest not in ana.get(room.path).text
    revision = new_revision(version=2)
    assert newest in ana.get(room.path).text
    assert room.assignment.revision_id == room.revision.id
    assert press(ana, room.path, newest).status_code == 302
    db.session.refresh(room.assignment)
    assert room.assignment.revision_id == revision.id
    assert newest not in ana.get(room.path).text


def test_an_assignment_of_another_class_is_not_found_in_mine(room: Room, ana: FlaskClient) -> None:
    besim = room.browser(room.cast.besim)
    path = f"/en/staff/classes/{room.cast.besim_class.id}/assignments/{room.assignment.id}/close"
    assert press(besim, "/en/staff/classes/new", path).status_code == 404
    understanding = f"/en/staff/classes/{room.cast.besim_class.id}/understanding/{room.assignment.id}"
    assert besim.get(understanding).status_code == 404
    assert ana.get(f"{room.path}/understanding/{room.assignment.id}").status_code == 200


def test_the_library_by_topic(room: Room, ana: FlaskClient) -> None:
    assert set(data(ana.get("/en/staff/lessons").text, "lesson")) == {"sample", "other"}
    assert set(data(ana.get("/en/staff/lessons?topic=friends").text, "lesson")) == {"sample", "other"}
    page = ana.get("/en/staff/lessons?topic=law").text
    assert data(page, "lesson") != []  # no lesson is on this topic, so it isn't offered
    topics = set(sample_lesson().topics)
    assert set(re.findall(r'<option value="(\w+)"', page)) == topics
    assert data(ana.get("/en/staff/lessons?topic=nothing").text, "lesson") != []


@pytest.mark.parametrize("language", ["mk", "sq", "en"])
def test_the_guide_tells_the_state_of_review_and_previews_in_both_languages(
    room: Room, ana: FlaskClient, language: str
) -> None:
    page = ana.get(f"/{language}/staff/lessons/sample").text
    assert 'id="guide"' in page
    assert 'id="not-reviewed"' in page
    assert re.findall(r'href="(/\w+/l/[^"]+)"', page) == ["/mk/l/sample/1#try", "/sq/l/sample/1#try"]
    assert page.count('target="_blank" rel="noopener"') == 2
    assert f"/classes/{room.cast.ana_class.id}/assignments?lesson=sample" in page
    assert f'id="to-card" href="/{language}/staff/disclosure"' in page


def test_a_lesson_that_is_not_there(ana: FlaskClient) -> None:
    assert ana.get("/en/staff/lessons/nothing").status_code == 404


def test_the_card_is_one_click_from_every_page(room: Room, ana: FlaskClient) -> None:
    for page in (room.path, "/en/staff/lessons", "/en/staff/classes/new", f"{room.path}/participation"):
        assert 'href="/en/staff/disclosure"' in ana.get(page).text
    assert 'id="print"' in ana.get("/en/staff/disclosure").text
