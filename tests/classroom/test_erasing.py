"""A class put away is deleted for good, with all that leads to it."""

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from quizapp.accounts import roster
from quizapp.accounts.models import Pupil, SchoolClass
from quizapp.accounts.names import Name
from quizapp.db import db
from quizapp.learning import assignments, documents, playing, private_counts
from quizapp.learning.models import Assignment, Attempt
from tests.accounts.pages import fill, refused_fields, token_of
from tests.cast import a_class, a_pupil, sign_in, sit_down
from tests.classroom.room import Room, data, everything
from tests.learning.stage import RIGHT, post, said

CLASSES = "/en/staff/classes"
PAGE = "/mk/l/sample/1"


@pytest.fixture
def erase(room: Room) -> str:
    """Where Ana's class, in which the fox has taken the lesson, is erased; it is put away."""
    room.take(room.cast.fox, RIGHT)
    put_away(room.cast.ana_class)
    return f"{room.path}/erase"


def put_away(school_class: SchoolClass) -> None:
    roster.archive_class(school_class)
    assignments.close_all(school_class)
    db.session.commit()


def sent(client: FlaskClient, page: TestResponse, address: str, **fields: str) -> TestResponse:
    """Send the form of a page opened before."""
    return client.post(address, data={"csrf_token": token_of(page.text), **fields})


def test_the_way_there_leads_past_putting_away(room: Room, ana: FlaskClient) -> None:
    assert "/erase" not in ana.get(room.path).text
    put_away(room.cast.ana_class)
    assert f"{room.path}/erase" in ana.get(room.path).text
    assert f'href="{room.path}"' in ana.get(CLASSES).text


def test_a_tick_erases_the_class_and_says_so(ana: FlaskClient, erase: str) -> None:
    answer = fill(ana, erase, sure="y")
    assert (answer.status_code, answer.location) == (302, CLASSES)
    page = ana.get(CLASSES).text
    assert page.count("message-message") == 1
    assert erase.removesuffix("/erase") not in page
    assert ana.get(erase.removesuffix("/erase")).status_code == 404


def test_the_page_says_what_goes(room: Room, ana: FlaskClient, erase: str) -> None:
    before, page = everything(), ana.get(erase).text
    assert (data(page, "pupils"), data(page, "lesson"), data(page, "results")) == (["2"], ["sample"], ["1"])
    assert room.cast.ana_class.name in page
    assert "checked" not in page
    assert everything() == before


@pytest.mark.parametrize("language", ["mk", "sq", "en"])
def test_an_empty_class_can_go_too(room: Room, ana: FlaskClient, language: str) -> None:
    empty = a_class(room.cast.ana, "<5>")
    put_away(empty)
    address = f"/{language}/staff/classes/{empty.id}/erase"
    page = ana.get(address).text
    assert "&lt;5&gt;" in page
    assert data(page, "pupils") == data(page, "lesson") == []
    assert fill(ana, address, sure="y").status_code == 302


@pytest.mark.parametrize("wrong", [{}, {"sure": ""}, {"sure": "false"}])
def test_without_the_tick_nothing_goes(ana: FlaskClient, erase: str, wrong: dict[str, str]) -> None:
    before, answer = everything(), fill(ana, erase, **wrong)
    assert answer.status_code == 400
    assert refused_fields(answer.text) == {"sure"}
    assert data(answer.text, "pupils") == ["2"]
    assert everything() == before


def test_with_an_old_token_nothing_goes_and_the_tick_stays(ana: FlaskClient, erase: str) -> None:
    before, answer = everything(), ana.post(erase, data={"csrf_token": "an old one", "sure": "y"})
    assert answer.status_code == 400
    assert "checked" in answer.text
    assert everything() == before
    assert sent(ana, answer, erase, sure="y").status_code == 302


def test_a_class_at_work_stays(room: Room, ana: FlaskClient) -> None:
    page, before = ana.get(f"{CLASSES}/new"), everything()
    assert ana.get(f"{room.path}/erase").status_code == 409
    assert sent(ana, page, f"{room.path}/erase", sure="y").status_code == 409
    assert everything() == before


@pytest.mark.parametrize("who", ["cveta", "besim"])
def test_for_a_colleague_and_a_stranger_it_is_not_there(room: Room, erase: str, who: str) -> None:
    client, before = room.browser(getattr(room.cast, who)), everything()
    assert client.get(erase).status_code == 404
    assert sent(client, client.get(f"{CLASSES}/new"), erase, sure="y").status_code == 404
    assert everything() == before


def test_whoever_sits_down_after_the_teacher_is_told_nothing(
    room: Room, ana: FlaskClient, erase: str
) -> None:
    page = ana.get(erase)
    sign_in(ana, room.cast.cveta)
    before = everything()
    assert sent(ana, page, erase, sure="y").status_code == 404
    assert everything() == before


def test_the_method_must_be_right(ana: FlaskClient, erase: str) -> None:
    before = everything()
    for method in ("PUT", "PATCH", "DELETE"):
        assert ana.open(erase, method=method).status_code == 405
    assert everything() == before


def test_pressing_twice_is_told_once(ana: FlaskClient, erase: str) -> None:
    page = ana.get(erase)
    assert sent(ana, page, erase, sure="y").status_code == 302
    before, second = everything(), sent(ana, page, erase, sure="y")
    assert (second.status_code, second.location) == (302, CLASSES)
    assert ana.get(CLASSES).text.count("message-message") == 1
    assert everything() == before
    assert ana.get(erase).status_code == 404


def test_no_row_is_left_but_the_counters_of_the_school(room: Room, ana: FlaskClient) -> None:
    before = everything()
    doomed = a_class(room.cast.ana, "5-б")
    given = assignments.assign(doomed, room.revision)
    (fox, _), (bee, _) = a_pupil(doomed, Name("fox", "scarf")), a_pupil(doomed, Name("bee", "book"))
    taken_by(fox, given, finish=True)
    taken_by(bee, given, finish=False)
    published = documents.by_id(room.revision.id)
    private_counts.count(private_counts.school_of(fox.id), published, "q_picture", "glad")
    put_away(doomed)
    grown = {name for name, rows in everything().items() if len(rows) > len(before[name])}
    assert grown >= {"school_class", "pupil", "pupil_device", "assignment", "attempt", "answer"}

    assert fill(ana, f"{CLASSES}/{doomed.id}/erase", sure="y").status_code == 302
    after = everything()
    assert len(after.pop("private_count")) == len(before.pop("private_count")) + 1
    assert after == before


def taken_by(pupil: Pupil, given: Assignment, *, finish: bool) -> Attempt:
    attempt = playing.start(pupil, given)
    playing.answer(attempt, "q_single", f"{pupil.id:036}", "ball")
    if finish:
        playing.finish(attempt)
    return attempt


def test_a_pupil_at_the_lesson_hears_what_a_removed_one_hears(room: Room, ana: FlaskClient) -> None:
    attempts = {one: room.take(one, {}, finish=False).public_id for one in (room.cast.fox, room.cast.bee)}
    bodies = [said(None) | {"attempt": public_id} for public_id in attempts.values()]
    fox, bee = room.browser(), room.browser()
    sit_down(fox, room.cast.fox_token)
    sit_down(bee, room.cast.bee_token)
    assert fill(ana, f"{room.fox_path}/remove").status_code == 302
    put_away(room.cast.ana_class)
    assert fill(ana, f"{room.path}/erase", sure="y").status_code == 302

    removed, erased = (post(fox, "answer", bodies[0], PAGE), post(bee, "answer", bodies[1], PAGE))
    assert (erased.status_code, erased.json) == (removed.status_code, removed.json)
    assert erased.status_code == 409
    assert erased.json
    assert erased.json["message"]
    for client in (fox, bee):
        assert client.get(f"{PAGE}/state").json == room.browser().get(f"{PAGE}/state").json
