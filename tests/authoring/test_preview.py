"""The preview: just what a pupil gets, and no row of it anywhere."""

import json
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.authoring import arranging, drafts
from quizapp.authoring.models import Draft
from quizapp.db import db
from quizapp.lessons import catalogue
from quizapp.lessons.kinds import NAMES
from tests.authoring.conftest import Desk
from tests.authoring.review_room import change
from tests.cast import sign_in
from tests.classroom.room import everything
from tests.learning.stage import RIGHT
from tests.lessons.sample_lesson import sample_lesson


@pytest.fixture
def vesna(client: FlaskClient, desk: Desk) -> FlaskClient:
    sign_in(client, desk.vesna)
    return client


def trial(draft: Draft, language: str = "mk") -> str:
    return f"/{language}/staff/desk/{draft.lesson_id}/preview/{language}"


def answer_to(vesna: FlaskClient, draft: Draft, question: str, choice: object):
    body = {"attempt": None, "uuid": str(uuid4()), "question": question, "choice": choice}
    return vesna.post(f"{trial(draft)}/answer", json=body)


def test_it_is_the_page_that_pupils_get(desk: Desk, vesna: FlaskClient) -> None:
    catalogue.publish(sample_lesson())
    db.session.commit()
    for language in ("mk", "sq"):
        theirs = vesna.get(f"/{language}/l/sample/1").text
        mine = vesna.get(trial(desk.whole, language)).text
        steps = [
            page[page.index('<section class="step') : page.index('id="step-finish"')]
            for page in (theirs, mine)
        ]
        assert steps[0] == steps[1]
        assert f'<html lang="{language}">' in mine


def test_questions_are_marked_as_for_visitors(desk: Desk, vesna: FlaskClient) -> None:
    catalogue.publish(sample_lesson())
    db.session.commit()
    for question, choice in RIGHT.items():
        body = {"attempt": None, "uuid": str(uuid4()), "question": question, "choice": choice}
        theirs = vesna.post("/mk/l/sample/1/answer", json=body)
        mine = answer_to(vesna, desk.whole, question, choice)
        assert (mine.status_code, mine.json) == (theirs.status_code, theirs.json)


def test_whoever_tries_is_nobody(desk: Desk, vesna: FlaskClient) -> None:
    state = vesna.get(f"{trial(desk.whole)}/state").json
    assert (state["attempt"], state["pupil"], state["answers"]) == (None, None, {})


def test_nothing_is_recorded(desk: Desk, vesna: FlaskClient) -> None:
    before, address = everything(), trial(desk.whole)
    for path in ("", "/state", "/help", "/left"):
        assert vesna.get(address + path).status_code == 200
    assert vesna.get(address.rpartition("/")[0]).status_code == 200
    for question, choice in RIGHT.items():
        assert answer_to(vesna, desk.whole, question, choice).status_code in (200, 404)  # 404: a private one
    assert vesna.post(f"{address}/nothing", json={"step": "hello"}).status_code == 204
    result = vesna.post(address, data={"q_single": "stone"})
    assert 'data-kept="visitor"' in result.text
    assert everything() == before


def test_the_page_talks_to_nothing_that_keeps(desk: Desk, vesna: FlaskClient) -> None:
    page, address = vesna.get(trial(desk.whole)).text, trial(desk.whole)
    for name in ("state", "answer"):
        assert f'data-{name}-url="{address}/{name}"' in page
    for name in ("reach", "finish", "private"):
        assert f'data-{name}-url="{address}/nothing"' in page
    assert f'data-exit="{address}/left" data-trial' in page
    assert f'id="help" href="{address}/help"' in page
    assert 'href="/exit"' not in page + vesna.get(f"{address}/help").text


def test_without_javascript_the_language_switches_with_the_choices(desk: Desk, vesna: FlaskClient) -> None:
    page = vesna.post(trial(desk.whole, "sq"), data={"switch": "sq", "q_single": "stone"}).text
    assert '<html lang="sq">' in page
    assert page.count(" checked") == 1


def test_the_words_decide_in_which_language_the_page_is(desk: Desk, vesna: FlaskClient) -> None:
    answer = vesna.get(f"/en/staff/desk/{desk.whole.lesson_id}/preview/sq")
    assert (answer.status_code, answer.location) == (302, trial(desk.whole, "sq"))
    assert vesna.get(f"/en/staff/desk/{desk.whole.lesson_id}/preview/en").status_code == 404


def test_a_half_done_lesson_is_playable(desk: Desk, vesna: FlaskClient) -> None:
    first = drafts.structure_of(desk.draft).steps[0].id
    for kind in NAMES:
        arranging.add_step(desk.draft, desk.vesna, "question", kind, first)
    for kind in ("scene", "decision", "picture", "talk", "text"):
        arranging.add_step(desk.draft, desk.vesna, kind, None, first)
    db.session.commit()
    for language, words in (("mk", "[сѐ уште нема текст]"), ("sq", "[ende pa tekst]")):
        page = vesna.get(trial(desk.draft, language))
        assert page.status_code == 200
        assert words in page.text


def test_a_broken_way_says_where(desk: Desk, vesna: FlaskClient) -> None:
    last = drafts.structure_of(desk.whole).steps[-1]
    arranging.remove_step(desk.whole, desk.vesna, last.id)
    structure = drafts.structure_of(desk.whole)
    back = structure.steps[-1].model_copy(update={"next": structure.steps[0].id})
    arranging.change_step(desk.whole, desk.vesna, back, arranging.digest(structure.steps[-1]))
    db.session.commit()
    page = vesna.get(trial(desk.whole))
    assert page.status_code == 409
    assert f'href="/mk/staff/desk/{desk.whole.lesson_id}#' in page.text
    assert answer_to(vesna, desk.whole, "q_single", "stone").status_code == 409


def test_a_change_is_seen_at_once_and_old_choices_are_forgotten(
    desk: Desk, vesna: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = vesna.get(trial(desk.whole)).text
    change(desk.whole, desk.vesna, "mk", "steps.hello.heading", "Сосема нов поздрав")
    assert "Сосема нов поздрав" not in before
    assert "Сосема нов поздрав" in vesna.get(trial(desk.whole)).text


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_only_the_preview_stands_in_frames(app: Flask, desk: Desk, vesna: FlaskClient) -> None:
    whole = f"/mk/staff/desk/{desk.whole.lesson_id}"
    inside = [trial(desk.whole) + path for path in ("", "/help", "/left")]
    around = [f"{whole}/preview", f"{whole}/review"]
    others = [
        "/mk/",
        "/mk/help",
        "/mk/staff/account",
        "/mk/staff/desk",
        "/mk/staff/desk/t999/preview/mk",
        whole,
    ]
    for address in [*inside, *around, *others]:
        headers = vesna.get(address).headers
        assert headers.getlist("X-Frame-Options") == ["SAMEORIGIN" if address in inside else "DENY"], address
        (policy,) = headers.getlist("Content-Security-Policy")
        assert ("frame-ancestors 'self'" in policy) == (address in inside), address
        assert ("frame-src 'self'" in policy) == (address in around), address
    signed_out = app.test_client().get(trial(desk.whole))
    assert signed_out.headers["X-Frame-Options"] == "DENY"


def test_an_answer_of_another_shape_is_refused(desk: Desk, vesna: FlaskClient) -> None:
    for body in ("", "[]", json.dumps({"question": "q_single"}), "{" * 9000):
        answer = vesna.post(f"{trial(desk.whole)}/answer", data=body, content_type="application/json")
        assert answer.status_code in (400, 413)
    assert answer_to(vesna, desk.whole, "q_single", "nowhere").status_code == 400
    assert answer_to(vesna, desk.whole, "hello", "stone").status_code == 404
