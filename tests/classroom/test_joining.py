"""The code: who may use it, a new one, and what is shown or printed."""

from io import BytesIO

import pytest
from flask.testing import FlaskClient

from quizapp.accounts.codes import joining_state
from quizapp.classroom.qr import qr_svg
from quizapp.db import db
from tests.classroom.room import Room, data, everything, press


@pytest.mark.parametrize("state", ["open", "returning", "closed"])
def test_the_door(room: Room, ana: FlaskClient, state: str) -> None:
    assert press(ana, room.path, f"{room.path}/joining", joining=state).status_code == 302
    db.session.refresh(room.cast.ana_class)
    assert joining_state(room.cast.ana_class) == state
    assert data(ana.get(room.path).text, "joining") == [state]


def test_a_state_that_is_none(room: Room, ana: FlaskClient) -> None:
    before = everything()
    assert press(ana, room.path, f"{room.path}/joining", joining="ajar").status_code == 400
    assert everything() == before


def test_a_new_code_ends_the_old_one(room: Room, ana: FlaskClient) -> None:
    old = room.cast.ana_class.join_code
    assert press(ana, room.path, f"{room.path}/code").status_code == 302
    db.session.refresh(room.cast.ana_class)
    new = room.cast.ana_class.join_code
    assert new != old
    page = ana.get(room.path).text
    assert f"{new[:4]} {new[4:]}" in page
    assert f"{old[:4]} {old[4:]}" not in page


@pytest.mark.parametrize("page", ["projector", "poster"])
def test_what_the_whole_class_sees_holds_the_code_and_no_pupil(
    room: Room, ana: FlaskClient, page: str
) -> None:
    room.take(room.cast.fox, {})
    code = room.cast.ana_class.join_code
    text = ana.get(f"{room.path}/{page}").text
    assert f"{code[:4]} {code[4:]}" in text
    assert "/mk/" in text  # the class's usual language, whatever the teacher reads
    assert "animals/" not in text
    assert "participation" not in text


def test_the_qr_code_leads_to_the_front_page_with_the_code_behind_a_hash(
    room: Room, ana: FlaskClient
) -> None:
    answer = ana.get(f"{room.path}/code.svg")
    assert answer.mimetype == "image/svg+xml"
    assert answer.data == qr_svg(f"http://localhost/mk/#{room.cast.ana_class.join_code}")
    assert BytesIO(answer.data).read(4) == b"<svg"


def test_the_list_has_every_pupil_once_with_an_empty_line(room: Room, ana: FlaskClient) -> None:
    text = ana.get(f"{room.path}/list").text
    assert text.count("animals/fox.svg") == text.count("animals/bee.svg") == 1
    assert "animals/turtle.svg" not in text
    assert text.count("write-line") == 2


def test_the_class_reads_its_own_language(room: Room) -> None:
    besim = room.browser(room.cast.besim)
    for page in ("projector", "poster"):
        text = besim.get(f"/en/staff/classes/{room.cast.besim_class.id}/{page}").text
        assert '<html lang="en">' in text
        assert '<h1 lang="sq">' in text


def test_the_projector_says_when_the_door_is_closed(room: Room, ana: FlaskClient) -> None:
    assert 'id="door-closed"' not in ana.get(f"{room.path}/projector").text
    press(ana, room.path, f"{room.path}/joining", joining="closed")
    assert 'id="door-closed"' in ana.get(f"{room.path}/projector").text
