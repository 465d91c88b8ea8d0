"""The code: who may use it, a new one, and what is shown or printed."""

import re
from io import BytesIO

import pytest
from flask.testing import FlaskClient

from quizapp.accounts import devices, joining, roster
from quizapp.accounts.codes import joining_state
from quizapp.db import db
from quizapp.learning import assignments
from quizapp.qr import qr_svg
from tests.cast import SECRET
from tests.classroom.room import Room, data, everything, press


@pytest.mark.parametrize("state", ["open", "returning", "closed"])
def test_the_door(room: Room, ana: FlaskClient, state: str) -> None:
    assert press(ana, room.path, f"{room.path}/joining", joining=state).status_code == 302
    db.session.refresh(room.cast.ana_class)
    assert joining_state(room.cast.ana_class) == state
    assert data(ana.get(room.path).text, "joining") == [state]


def test_a_state_that_is_none(room: Room, ana: FlaskClient) -> None:
    before = everything()
    answer = press(ana, room.path, f"{room.path}/joining", joining="ajar")
    assert answer.status_code == 400
    assert "This cannot be chosen." in answer.text
    assert "open for too long" not in answer.text
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
    assert "localhost/mk<" in text  # the class's usual language, whatever the teacher reads
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
    assert text.count("<tr>") == 1 + 30
    assert text.count("write-line") == 2 + 2 * 28


def test_the_list_of_an_empty_class_can_be_filled_by_hand(room: Room, ana: FlaskClient) -> None:
    for pupil in (room.cast.fox, room.cast.bee):
        roster.forget_pupil(pupil)
    assert ana.get(f"{room.path}/list").text.count("write-line") == 2 * 30


def test_a_full_class_has_no_empty_rows(room: Room, ana: FlaskClient) -> None:
    room.fill(33)
    assert ana.get(f"{room.path}/list").text.count("write-line") == 35


def test_the_class_reads_its_own_language(room: Room) -> None:
    besim = room.browser(room.cast.besim)
    for page in ("projector", "poster"):
        text = besim.get(f"/en/staff/classes/{room.cast.besim_class.id}/{page}").text
        assert '<html lang="en">' in text
        assert re.search(r'<(h1|div)[^>]* lang="sq">', text)


def test_the_projector_opens_the_door_and_stays(room: Room, ana: FlaskClient) -> None:
    projector = f"{room.path}/projector"
    assert 'id="let-in"' not in ana.get(projector).text
    press(ana, room.path, f"{room.path}/joining", joining="closed")
    page = ana.get(projector).text
    assert data(page, "joining") == ["closed"]
    assert 'id="let-in"' in page
    answer = press(ana, projector, f"{room.path}/joining", joining="open", back="projector")
    assert answer.location == projector
    assert data(ana.get(projector).text, "joining") == ["open"]


def test_a_stale_button_of_the_projector_keeps_its_way_back(room: Room, ana: FlaskClient) -> None:
    fields = {"joining": "open", "back": "projector", "csrf_token": "stale"}
    answer = ana.post(f"{room.path}/joining", data=fields)
    assert answer.status_code == 400
    assert 'name="back" value="projector"' in answer.text


def test_the_projector_says_what_it_counts(room: Room, ana: FlaskClient) -> None:
    """Who is in today; not who was in on another day, nor who has made room for another pupil."""
    assert "Денес внатре се 2 ученици" in ana.get(f"{room.path}/projector").text
    devices.forget_devices(room.cast.bee)
    assert "Денес внатре е 1 ученик" in ana.get(f"{room.path}/projector/door").text
    room.cast.ana_class.language = "sq"
    db.session.commit()
    assert "Sot është brenda 1 nxënës" in ana.get(f"{room.path}/projector/door").text


@pytest.mark.parametrize("page", ["projector", "poster"])
def test_a_class_put_away_shows_no_code(room: Room, ana: FlaskClient, page: str) -> None:
    roster.archive_class(room.cast.ana_class)
    db.session.commit()
    answer = ana.get(f"{room.path}/{page}")
    assert (answer.status_code, answer.location) == (302, room.path)
    assert ana.get(f"{room.path}/code.svg").status_code == 409
    code = room.cast.ana_class.join_code
    assert f"{code[:4]} {code[4:]}" not in ana.get(room.path).text


def test_a_class_put_away_asks_for_nothing_that_cannot_be_done(room: Room, ana: FlaskClient) -> None:
    roster.archive_class(room.cast.ana_class)
    for pupil in (room.cast.fox, room.cast.bee):
        roster.forget_pupil(pupil)
    db.session.commit()
    assert "let them in" not in ana.get(room.path).text.lower()
    db.session.delete(room.assignment)
    db.session.commit()
    for page in (room.path, f"{room.path}/summary"):
        text = ana.get(page).text
        assert "This class has no lesson yet." in text
        assert "Give it one" not in text


def test_the_projector_counts_who_came_in_today(room: Room, ana: FlaskClient) -> None:
    door = f"{room.path}/projector/door"
    first = ana.get(door)
    assert data(first.text, "here") == ["2"]
    assert ana.get(door, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
    joining.come_back(room.cast.fox, SECRET)  # in a second browser
    assert data(ana.get(door).text, "here") == ["2"]
    devices.forget_devices(room.cast.bee)
    assert data(ana.get(door).text, "here") == ["1"]
    for text in (ana.get(door).text, ana.get(f"{room.path}/projector").text):
        assert "animals/" not in text
        assert "data-pupil" not in text


def test_whoever_opened_a_lesson_is_led_to_the_door(room: Room, ana: FlaskClient) -> None:
    assert 'id="next-step"' not in ana.get(room.path).text
    press(ana, room.path, f"{room.path}/joining", joining="closed")
    assert 'id="next-step"' in ana.get(room.path).text
    assignments.close(room.assignment)
    assert 'id="next-step"' not in ana.get(room.path).text


def test_one_of_three_is_marked(room: Room, ana: FlaskClient) -> None:
    for state in ("open", "returning", "closed"):
        press(ana, room.path, f"{room.path}/joining", joining=state)
        pressed = re.findall(r'name="joining" value="(\w+)" aria-pressed="(\w+)"', ana.get(room.path).text)
        assert pressed == [(one, str(one == state).lower()) for one in ("closed", "returning", "open")]
