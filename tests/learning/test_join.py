"""Coming into a class: code, animal, three pictures; and coming back."""

import re
from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from quizapp import clock
from quizapp.accounts import codes, joining
from quizapp.accounts.limits import WRONG_CODES
from quizapp.accounts.models import Pupil
from quizapp.db import db
from quizapp.learning import assignments
from quizapp.learning.models import Attempt
from tests.learning.stage import PAGE, Stage, new_revision, rows

SECRET = {"secret1": "moon", "secret2": "tree", "secret3": "car"}


def enter(client: FlaskClient, stage: Stage, code: str | None = None) -> str:
    """The address that the code of Ana's class leads to."""
    reply = client.post("/mk/join", data={"code": code or stage.cast.ana_class.join_code})
    assert reply.status_code == 303
    return str(reply.location)


def offered(client: FlaskClient, door: str) -> list[str]:
    page = client.get(door, query_string={"first": "yes"})
    assert page.headers["Cache-Control"] == "no-store"
    return re.findall(r'id="offer-([\w-]+)"', page.text)


def test_code_name_secret_and_straight_into_the_one_open_lesson(stage: Stage) -> None:
    client = stage.browser()
    code = stage.cast.ana_class.join_code
    door = enter(client, stage, f" {code[:4]} - {code[4:]} ")
    names = offered(client, door)
    assert len(set(names)) == 6
    assert offered(client, door) == names
    chooser = client.get(door, query_string={"name": names[0]})
    assert chooser.text.count('type="radio"') == 36
    assert chooser.text.count(f'value="{names[0]}"') == 1
    reply = client.post(door, data={"name": names[0]} | SECRET)
    assert (reply.status_code, reply.location) == (303, PAGE)
    cookie = client.get_cookie("pupil")
    assert cookie is not None
    assert cookie.http_only
    assert cookie.same_site == "Strict"
    assert 0 < (cookie.max_age or 0) <= 25 * 3600
    assert client.get(f"{PAGE}/state").json["attempt"]
    assert client.get("/mk/lessons").status_code == 200


def test_several_open_lessons_are_a_list(stage: Stage) -> None:
    other = new_revision(id="second")
    assignments.assign(stage.cast.ana_class, other)
    client = stage.browser()
    door = enter(client, stage)
    reply = client.post(door, data={"name": offered(client, door)[0]} | SECRET)
    assert reply.location == "/mk/lessons"
    page = client.get("/mk/lessons").text
    shown = re.findall(r'id="lesson-(\w+)" data-status="(\w+)"', page)
    assert shown == [("second", "new"), ("sample", "new")]


def test_double_click_is_one_pupil(stage: Stage) -> None:
    client = stage.browser()
    door = enter(client, stage)
    data = {"name": offered(client, door)[0]} | SECRET
    before = rows(Pupil)
    assert [client.post(door, data=data).status_code for _ in range(2)] == [303, 303]
    assert rows(Pupil) == before + 1
    other = data | {"name": offered(client, door)[1]}
    assert client.post(door, data=other).status_code == 409
    assert rows(Pupil) == before + 1


def test_name_that_somebody_took_meanwhile(stage: Stage) -> None:
    client = stage.browser()
    door = enter(client, stage)
    reply = client.post(door, data={"name": "fox-scarf"} | SECRET)
    assert reply.status_code == 409
    assert 'id="join-error"' in reply.text
    assert "fox-scarf" not in re.findall(r'id="offer-([\w-]+)"', reply.text)


def test_secret_that_is_not_three_pictures(stage: Stage) -> None:
    client = stage.browser()
    door = enter(client, stage)
    name = offered(client, door)[0]
    before = rows(Pupil)
    for secret in ({}, {"secret1": "moon"}, SECRET | {"secret3": "fox"}):
        reply = client.post(door, data={"name": name} | secret)
        assert reply.status_code == 400
        assert 'id="secret-error"' in reply.text
        assert reply.text.count(" checked") == len([one for one in secret.values() if one in SECRET.values()])
    assert client.post(door, data={"name": name} | SECRET | {"secret3": "\0"}).status_code == 400
    assert rows(Pupil) == before


def test_name_that_is_not_there(stage: Stage) -> None:
    client = stage.browser()
    door = enter(client, stage)
    for name in ("", "fox", "fox-fox", "\ud800", "a" * 5000, "\0"):
        assert client.post(door, data={"name": name.encode("utf-8", "replace")} | SECRET).status_code == 400
    assert client.get(door, query_string={"name": "nobody"}).status_code == 400


def test_wrong_expired_and_closed_look_alike(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    client, code = stage.browser(), stage.cast.ana_class.join_code
    wrong = f"{(int(code) + 1) % 10**8:08}"

    def refused(code: str) -> str:
        reply = client.post("/mk/join", data={"code": code})
        assert reply.status_code == 400
        assert f'value="{code}"' in reply.text
        return reply.text.replace(code, "")

    texts = {refused(wrong)}
    with monkeypatch.context() as later:
        later.setattr(clock, "now", lambda real=clock.now: real() + timedelta(days=800))
        texts.add(refused(code))
    codes.set_joining(stage.cast.ana_class, "closed")
    texts.add(refused(code))
    assert len(texts) == 1
    for odd in ("", "<b>", "٣" * 8, "1" * 5000, "\0"):
        assert client.post("/mk/join", data={"code": odd}).status_code == 400
    assert client.get("/mk/join").status_code == 405


def test_wrong_codes_are_limited_but_pupils_inside_go_on(stage: Stage) -> None:
    client = stage.browser()
    replies = [client.post("/mk/join", data={"code": "1"}).status_code for _ in range(WRONG_CODES.most + 1)]
    assert replies[0] == 400
    assert replies[-1] == 429
    assert stage.fox().get("/mk/lessons").status_code == 200
    assert stage.fox().get(f"{PAGE}/state").json["attempt"]
    code = stage.cast.ana_class.join_code
    reply = client.post("/mk/join", data={"code": code})
    assert reply.status_code == 429
    assert 0 < int(reply.headers["Retry-After"]) <= WRONG_CODES.seconds
    assert f'value="{code}"' in reply.text
    assert re.search(r'id="code-error"[^>]*>[^<]*\d+ минут', reply.text)


def test_ticket_ends_with_the_door(stage: Stage) -> None:
    client = stage.browser()
    door = enter(client, stage)
    codes.set_joining(stage.cast.ana_class, "closed")
    for address in (door, door.replace("/join/", "/back/"), "/mk/join/forged"):
        assert client.get(address).status_code == 410
        assert client.post(address, data={"name": "cat-cap"} | SECRET).status_code == 410


def test_only_returning_pupils(stage: Stage) -> None:
    client = stage.browser()
    door = enter(client, stage)
    codes.set_joining(stage.cast.ana_class, "returning")
    back = door.replace("/join/", "/back/")
    assert client.get(door).location == back
    assert client.get(door, query_string={"first": "yes"}).location == back
    assert client.post(door, data={"name": "cat-cap"} | SECRET).location == back
    assert 'id="new-here"' not in client.get(back).text


def test_come_back_by_animal_and_secret(stage: Stage) -> None:
    client, fox = stage.browser(), stage.cast.fox
    back = enter(client, stage).replace("/join/", "/back/")
    page = client.get(back).text
    assert set(re.findall(r'id="pupil-(\d+)"', page)) == {str(fox.id), str(stage.cast.bee.id)}
    assert client.get(back, query_string={"pupil": fox.id}).text.count('type="radio"') == 36
    reply = client.post(back, data={"pupil": fox.id} | SECRET)
    assert (reply.status_code, reply.location) == (303, PAGE)
    assert client.get(f"{PAGE}/state").json["attempt"] == stage.attempt.public_id
    assert rows(Attempt) == 1


def test_wrong_secrets_are_slowed(stage: Stage) -> None:
    client, fox = stage.browser(), stage.cast.fox
    back = enter(client, stage).replace("/join/", "/back/")
    wrong = {"pupil": fox.id} | SECRET | {"secret1": "boat"}
    replies = [client.post(back, data=wrong).status_code for _ in range(4)]
    assert replies[0] == 400
    assert replies[-1] == 429
    assert client.post(back, data={"pupil": fox.id} | SECRET).status_code == 429
    assert client.get_cookie("pupil") is None


def test_secret_anew_after_the_teacher_reset_it(stage: Stage) -> None:
    client, fox = stage.browser(), stage.cast.fox
    joining.reset_secret(fox)
    db.session.commit()
    back = enter(client, stage).replace("/join/", "/back/")
    assert client.post(back, data={"pupil": fox.id} | SECRET | {"secret1": "boat"}).status_code == 303
    assert stage.browser().post(back, data={"pupil": fox.id} | SECRET).status_code == 400


def test_pupil_of_another_class_is_not_there(stage: Stage) -> None:
    client = stage.browser()
    back = enter(client, stage).replace("/join/", "/back/")
    for number in (stage.cast.turtle.id, 0, -1, 2**70, "x", "", "٣"):
        assert client.get(back, query_string={"pupil": number}).status_code == 404
        assert client.post(back, data={"pupil": number} | SECRET).status_code == 404
    assert client.get_cookie("pupil") is None


def test_writes_from_elsewhere_are_refused(stage: Stage) -> None:
    client = stage.browser()
    door = enter(client, stage)
    client.environ_base["HTTP_SEC_FETCH_SITE"] = "cross-site"
    before = rows(Pupil)
    assert client.post("/mk/join", data={"code": stage.cast.ana_class.join_code}).status_code == 403
    assert client.post(door, data={"name": "cat-cap"} | SECRET).status_code == 403
    assert client.post(door.replace("/join/", "/back/")).status_code == 403
    assert client.post("/mk/another").status_code == 403
    assert rows(Pupil) == before
