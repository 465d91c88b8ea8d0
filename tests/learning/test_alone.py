"""The one statement with which an answer is kept, past the session: it harms nothing beside it."""

import sqlite3
import time

import psycopg
import pytest

from quizapp import db as database_module
from quizapp.accounts.models import School
from quizapp.config import Config
from quizapp.db import db
from quizapp.learning import documents
from quizapp.learning.models import Answer
from tests.databases import app_over
from tests.learning.stage import Stage, post, rows, said


def test_an_answer_that_reads_the_lesson_first_waits_for_nobody(stage: Stage) -> None:
    documents.forget_all()
    began = time.monotonic()
    assert post(stage.fox(), "answer", said(stage.attempt)).status_code == 200
    assert time.monotonic() - began < 2
    assert rows(Answer) == 1


def test_its_connection_goes_back_as_it_was(stage: Stage) -> None:
    post(stage.fox(), "answer", said(stage.attempt))
    schools = rows(School)
    db.session.rollback()
    with db.engine.connect() as connection:  # the pool gives the one that was used last
        connection.execute(School.__table__.insert().values(name="Another", municipality="Ohrid"))
        connection.rollback()
    assert rows(School) == schools


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_locked_database_takes_no_answer_and_heals(
    config: Config, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(database_module, "BUSY_MILLISECONDS", 200)
    with app_over(config) as app:
        stage = Stage(app)
        fox, body = stage.fox(), said(stage.attempt)
        db.session.rollback()
        other = sqlite3.connect(config.data_folder / "test.sqlite3", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        began = time.monotonic()
        refused = post(fox, "answer", body)
        assert time.monotonic() - began < 2
        assert (refused.status_code, "saved" in refused.json) == (503, False)
        assert body["uuid"] not in caplog.text
        other.execute("ROLLBACK")
        assert post(fox, "answer", body).json["saved"] is True
        assert rows(Answer) == 1


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_a_restarted_postgresql_costs_one_503_at_most(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database_module, "REST_SECONDS", 3600)
    fox, body = stage.fox(), said(stage.attempt)
    db.session.rollback()
    with db.engine.connect(), db.engine.connect():  # two connections lie in the pool
        pass
    with psycopg.connect(stage.app.config["SQLALCHEMY_DATABASE_URI"].replace("+psycopg", "")) as other:
        other.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    replies = [post(fox, "answer", body) for _ in range(3)]
    assert replies[0].status_code in (200, 503)
    assert [reply.status_code for reply in replies[1:]] == [200, 200]
    assert rows(Answer) == 1
