"""Two processes over one database: what one does, the other shows within seconds, and asks seldom."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.exc import OperationalError

from quizapp import trail
from quizapp.config import Config
from quizapp.db import db
from quizapp.helplines import numbers
from quizapp.helplines.models import Helpline
from quizapp.lessons import catalogue, news
from quizapp.lessons.models import LessonRow
from quizapp.lessons.withdrawing import give_back, withdraw
from tests.databases import app_over
from tests.learning.stage import counted_statements
from tests.lessons.sample_lesson import sample_lesson
from tests.visitor import Visitor

PAGE = "/mk/l/sample/1"


@pytest.fixture
def elsewhere(app: Flask, config: Config, monkeypatch: pytest.MonkeyPatch) -> Iterator[FlaskClient]:
    """A browser at another process, which has the lesson's page in memory. Both look at once for news."""
    monkeypatch.setattr(news, "LOOK_SECONDS", 0)
    catalogue.publish(sample_lesson())
    numbers.import_bundled()
    db.session.commit()
    with app_over(config) as other:
        other.test_client_class = Visitor
        client = other.test_client()
        assert client.get(PAGE).status_code == 200
        yield client


def test_a_lesson_withdrawn_and_given_back_elsewhere(app: Flask, elsewhere: FlaskClient) -> None:
    row = db.session.get_one(LessonRow, "sample")
    withdraw(row, {"mk": "Грешка."}, 1)
    assert (elsewhere.get(PAGE).status_code, app.test_client().get(PAGE).status_code) == (410, 410)
    give_back(db.session.get_one(LessonRow, "sample"), 1)
    assert (elsewhere.get(PAGE).status_code, app.test_client().get(PAGE).status_code) == (200, 200)


def test_a_number_confirmed_elsewhere(elsewhere: FlaskClient) -> None:
    db.session.get_one(Helpline, "police").number = "192 192"
    db.session.commit()
    assert "192 192" not in elsewhere.get(PAGE).text, "kept in memory, as nobody told"
    trail.record(1, "helpline_confirmed", "helpline:police")
    assert "192 192" in elsewhere.get(PAGE).text


def test_between_two_looks_nothing_is_asked(elsewhere: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(news, "LOOK_SECONDS", 60)
    with counted_statements() as seen:
        assert elsewhere.get(PAGE).status_code == 200
    assert seen == []


def test_a_page_in_memory_opens_while_the_database_is_away(
    elsewhere: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_args: object) -> None:
        raise OperationalError("", None, Exception())

    with elsewhere.application.app_context():
        monkeypatch.setattr(db.engine, "connect", away)
    assert elsewhere.get(PAGE).status_code == 200


def test_looking_waits_for_nobody_who_writes(elsewhere: FlaskClient) -> None:
    post = {
        "attempt": None,
        "uuid": "0" * 8 + "-0000-0000-0000-" + "0" * 12,
        "question": "q_single",
        "choice": "ball",
    }
    withdraw(db.session.get_one(LessonRow, "sample"), {"mk": "Грешка."}, 1)
    db.session.commit()
    headers = {"Sec-Fetch-Site": "same-origin"}
    assert "away" in elsewhere.post(f"{PAGE}/answer", json=post, headers=headers).json  # type: ignore[operator]
