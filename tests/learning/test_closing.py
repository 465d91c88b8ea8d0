"""A lesson that is closed: begun attempts are taken until midnight in Skopje."""

from datetime import UTC, datetime

import pytest

from quizapp import clock
from quizapp.accounts.devices import new_device
from quizapp.db import db
from quizapp.learning import assignments
from quizapp.learning.models import Answer, Attempt
from tests.learning.stage import PAGE, Stage, post, rows, said

NOON = datetime(2026, 10, 12, 10, 0, tzinfo=UTC)
LATE = datetime(2026, 10, 12, 21, 59, tzinfo=UTC)  # a minute to midnight in Skopje
MIDNIGHT = datetime(2026, 10, 12, 22, 0, tzinfo=UTC)


@pytest.fixture
def closed(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Stage:
    monkeypatch.setattr(clock, "now", lambda: NOON)
    assignments.close(stage.assignment)
    db.session.commit()
    return stage


def at(stage: Stage, moment: datetime, monkeypatch: pytest.MonkeyPatch) -> object:
    """Fox in a browser at a moment; it came in again then."""
    monkeypatch.setattr(clock, "now", lambda: moment)
    token = new_device(stage.cast.fox)
    db.session.commit()
    return stage.browser(token)


def test_begun_attempt_is_taken_until_midnight(closed: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    client = at(closed, LATE, monkeypatch)
    assert post(client, "answer", said(closed.attempt)).json["saved"]  # type: ignore[arg-type]
    assert client.get(f"{PAGE}/state").json["open"]  # type: ignore[attr-defined]


def test_later_answers_are_refused_in_a_sentence(closed: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    client = at(closed, MIDNIGHT, monkeypatch)
    body = {"attempt": closed.attempt.public_id}
    for what, sent in {
        "answer": said(closed.attempt),
        "reach": body | {"step": "story"},
        "finish": body,
    }.items():
        reply = post(client, what, sent)  # type: ignore[arg-type]
        assert reply.status_code == 410
        assert reply.json["message"]
    assert client.get(f"{PAGE}/state").json["open"] is False  # type: ignore[attr-defined]
    assert rows(Answer) == 0


def test_nobody_begins_a_closed_lesson(closed: Stage) -> None:
    address = f"/mk/lessons/{closed.assignment.id}"
    assert closed.bee().post(address).status_code == 410
    assert closed.fox().post(address).status_code == 303, "begun before"
    assert rows(Attempt) == 1


def test_reopened_lesson_takes_everybody(closed: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    client = at(closed, MIDNIGHT, monkeypatch)
    assignments.reopen(closed.assignment)
    db.session.commit()
    assert post(client, "answer", said(closed.attempt)).json["saved"]  # type: ignore[arg-type]


def test_closing_twice_keeps_the_first_day(closed: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: MIDNIGHT)
    assignments.close(closed.assignment)
    assert closed.assignment.closed_at == NOON


def test_form_after_midnight_keeps_nothing(closed: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    client = at(closed, MIDNIGHT, monkeypatch)
    reply = client.post(PAGE, data={"q_single": "ball", "q_picture": "glad"})  # type: ignore[attr-defined]
    assert reply.status_code == 410
    assert 'data-kept="closed"' in reply.text
    assert rows(Answer) == 0
