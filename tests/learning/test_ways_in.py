"""Which way into the class: go on, for the first time, or again; and the three pictures once more."""

import re

from quizapp.accounts import codes, joining
from quizapp.accounts.models import Pupil
from quizapp.db import db
from tests.learning.stage import PAGE, Stage, rows
from tests.learning.test_join import SECRET, enter, offered

LOOK = SECRET | {"look": "yes"}


def test_the_code_leads_to_two_ways(stage: Stage) -> None:
    client = stage.browser()
    door = enter(client, stage)
    page = client.get(door).text
    assert f'id="first-time" href="{door}?first=yes"' in page
    assert f'id="here-before" href="{door.replace("/join/", "/back/")}"' in page
    assert 'id="go-on-here"' not in page
    assert len(offered(client, door)) == 6


def test_a_pupil_of_the_class_may_go_on(stage: Stage) -> None:
    client = stage.fox()
    door = enter(client, stage)
    page = client.get(door).text
    assert page.index('id="go-on-here" href="/mk/lessons"') < page.index('id="first-time"')
    assert "animals/fox.svg" in page
    codes.set_joining(stage.cast.ana_class, "returning")
    page = client.get(door).text
    assert 'id="go-on-here"' in page
    assert 'id="here-before"' in page
    assert 'id="first-time"' not in page


def test_a_pupil_of_another_class_is_not_offered_here(stage: Stage) -> None:
    client = stage.browser(stage.cast.turtle_token)
    assert 'id="go-on-here"' not in client.get(enter(client, stage)).text


def test_without_a_script_the_three_are_shown_once_more(stage: Stage) -> None:
    client = stage.browser()
    door = enter(client, stage)
    name = offered(client, door)[0]
    assert 'name="look"' in client.get(door, query_string={"name": name}).text
    before = rows(Pupil)
    page = client.post(door, data={"name": name} | LOOK)
    assert page.status_code == 200
    assert re.findall(r"secrets/(\w+)\.svg", page.text) == list(SECRET.values())
    assert client.get_cookie("pupil") is None
    assert rows(Pupil) == before
    fields = dict(re.findall(r'type="hidden" name="(\w+)" value="([\w-]+)"', page.text))
    assert fields == {"name": name} | SECRET
    assert client.post(door, data=fields).location == PAGE
    assert rows(Pupil) == before + 1


def test_a_missing_picture_is_told_before_they_are_shown(stage: Stage) -> None:
    client = stage.browser()
    door = enter(client, stage)
    reply = client.post(door, data={"name": offered(client, door)[0], "secret1": "moon", "look": "yes"})
    assert reply.status_code == 400
    assert 'id="secret-error"' in reply.text


def test_whoever_comes_back_is_not_held_up(stage: Stage) -> None:
    client, fox = stage.browser(), stage.cast.fox
    back = enter(client, stage).replace("/join/", "/back/")
    assert 'name="look"' not in client.get(back, query_string={"pupil": fox.id}).text
    assert client.post(back, data={"pupil": fox.id} | LOOK).status_code == 303


def test_pictures_chosen_anew_are_shown_once_more(stage: Stage) -> None:
    client, fox = stage.browser(), stage.cast.fox
    joining.reset_secret(fox)
    db.session.commit()
    back = enter(client, stage).replace("/join/", "/back/")
    page = client.post(back, data={"pupil": fox.id} | LOOK)
    assert page.status_code == 200
    fields = dict(re.findall(r'type="hidden" name="(\w+)" value="([\w-]+)"', page.text))
    assert fields == {"pupil": str(fox.id)} | SECRET
    assert client.get_cookie("pupil") is None
    assert client.post(back, data=fields).status_code == 303


def test_no_lesson_is_open_look_again(stage: Stage) -> None:
    assert 'id="look-again"' not in stage.fox().get("/mk/lessons").text
    turtle = stage.browser(stage.cast.turtle_token)
    assert 'id="look-again" href="/sq/lessons"' in turtle.get("/sq/lessons").text


def test_the_page_learns_whose_it_is(stage: Stage) -> None:
    state = stage.fox().get(f"{PAGE}/state")
    assert state.headers["Cache-Control"] == "no-store"
    assert (state.json["pupil"]["animal"], state.json["pupil"]["thing"]) == ("fox", "scarf")
    other = stage.fox().get(f"{PAGE.replace('mk', 'sq')}/state").json["pupil"]["name"]
    assert state.json["pupil"]["name"] not in ("", other)
    assert stage.browser().get(f"{PAGE}/state").json["pupil"] is None
