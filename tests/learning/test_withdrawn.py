"""A lesson withdrawn while pupils are in it: a kind page, and nothing lost."""

import pytest

from quizapp.db import db
from quizapp.learning import assignments, playing
from quizapp.learning.models import Answer, Attempt
from quizapp.lessons import news
from quizapp.lessons.withdrawing import Withdrawn, give_back, withdraw
from tests.learning.stage import PAGE, Stage, again, post, rows, said
from tests.learning.test_lesson_page import SHEET

BREAK = f"{PAGE}/break"


@pytest.fixture
def withdrawn(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """Fox is in the middle of it, with its page open."""
    monkeypatch.setattr(news, "LOOK_SECONDS", 0)
    assert stage.fox().get(PAGE).status_code == 200
    withdraw(stage.revision.row, {"mk": "Погрешен број."}, None)
    db.session.commit()
    return stage


def test_every_way_in_leads_to_the_kind_page(withdrawn: Stage) -> None:
    for address in (PAGE, "/sq/l/sample/1", "/mk/l/sample", BREAK):
        for browser in (withdrawn.fox(), withdrawn.browser()):
            reply = browser.get(address)
            assert reply.status_code == 410
            assert reply.headers["Cache-Control"] == "no-store"
            for part in ('id="on-break"', 'id="help"', 'id="exit"', 'id="way-back"'):
                assert part in reply.text
            assert "Погрешен број" not in reply.text, "no matter for children"


def test_only_who_is_in_a_class_is_told_that_answers_are_saved(withdrawn: Stage) -> None:
    assert 'id="kept-all"' in withdrawn.fox().get(PAGE).text
    assert 'id="kept-all"' not in withdrawn.browser().get(PAGE).text


def test_it_is_on_no_shelf_and_nobody_begins_it(withdrawn: Stage) -> None:
    assert "/l/sample" not in withdrawn.browser().get("/mk/").text
    assert 'id="lesson-sample"' not in withdrawn.fox().get("/mk/lessons").text
    for browser in (withdrawn.fox(), withdrawn.bee()):
        reply = browser.post(f"/mk/lessons/{withdrawn.assignment.id}")
        assert (reply.status_code, 'id="on-break"' in reply.text) == (410, True)
    assert rows(Attempt) == 1


def test_no_class_is_given_it(withdrawn: Stage) -> None:
    with pytest.raises(Withdrawn):
        assignments.assign(withdrawn.cast.besim_class, withdrawn.revision)


def test_answers_on_the_device_are_taken_and_the_page_is_sent_away(withdrawn: Stage) -> None:
    fox = withdrawn.fox()
    reply = post(fox, "answer", said(withdrawn.attempt))
    assert reply.json | {"saved": True, "away": BREAK} == reply.json
    assert post(fox, "finish", {"attempt": withdrawn.attempt.public_id}).status_code == 204
    assert rows(Answer) == 1
    assert again(withdrawn.attempt).finished_on


def test_the_state_sends_pupils_and_visitors_away(withdrawn: Stage) -> None:
    for browser in (withdrawn.fox(), withdrawn.bee(), withdrawn.browser()):
        assert browser.get(f"{PAGE}/state").json["away"] == BREAK
    assert post(withdrawn.browser(), "answer", said(None)).json["away"] == BREAK


def test_the_form_is_taken_and_answered_by_the_kind_page(withdrawn: Stage) -> None:
    reply = withdrawn.fox().post(PAGE, data=SHEET)
    assert reply.status_code == 410
    assert 'id="kept-all"' in reply.text
    attempt = again(withdrawn.attempt)
    assert attempt.finished_on
    assert len(playing.choices_of(attempt)) == 6


def test_switching_the_language_keeps_what_was_chosen_and_finishes_nothing(withdrawn: Stage) -> None:
    reply = withdrawn.fox().post("/sq/l/sample/1", data=SHEET | {"switch": "sq"})
    assert (reply.status_code, 'id="on-break"' in reply.text) == (410, True)
    attempt = again(withdrawn.attempt)
    assert attempt.finished_on is None
    assert len(playing.choices_of(attempt)) == 6


def test_a_visitors_form_keeps_nothing(withdrawn: Stage) -> None:
    reply = withdrawn.browser().post(PAGE, data=SHEET)
    assert (reply.status_code, 'id="kept-all"' in reply.text) == (410, False)
    assert rows(Answer) == 0


def test_given_back_all_goes_on(withdrawn: Stage) -> None:
    fox = withdrawn.fox()
    post(fox, "answer", said(withdrawn.attempt))
    give_back(withdrawn.revision.row, None)
    assert fox.get(BREAK).location == PAGE
    assert fox.get(PAGE).status_code == 200
    state = fox.get(f"{PAGE}/state").json
    assert state["answers"] == {"q_single": "ball"}
    assert "away" not in state
    assert "away" not in post(fox, "answer", said(withdrawn.attempt, "q_truefalse", "true")).json
    assert 'id="lesson-sample"' in fox.get("/mk/lessons").text


def test_putting_the_class_away_closes_withdrawn_lessons_too(withdrawn: Stage) -> None:
    assignments.close_all(withdrawn.cast.ana_class)
    assert withdrawn.assignment.closed_at


def test_a_break_of_nothing_is_not_there(stage: Stage) -> None:
    assert stage.browser().get("/mk/l/sample/7/break").status_code == 404
    assert stage.browser().get(BREAK).location == PAGE
