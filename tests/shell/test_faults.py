"""A database that is locked or away: 503 with Retry-After, no traceback, and it heals by itself."""

import sqlite3
import time

import psycopg
import pytest
from flask import Flask
from sqlalchemy import insert

from quizapp import clock
from quizapp import db as database_module
from quizapp.accounts.models import PupilDevice
from quizapp.config import Config
from tests.databases import app_over


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_locked_database_answers_503_in_time_and_heals(
    config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_module, "BUSY_MILLISECONDS", 200)
    with app_over(config) as app:
        other = sqlite3.connect(config.data_folder / "test.sqlite3", isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        began = time.monotonic()
        answer = _enter_a_code(app)
        assert time.monotonic() - began < 10
        assert answer.status_code == 503
        assert int(answer.headers["Retry-After"]) > 0
        assert "Traceback" not in answer.text
        other.execute("ROLLBACK")
        assert _enter_a_code(app).status_code < 500


def test_a_lost_database_is_told_by_health(app: Flask) -> None:
    client = app.test_client()
    assert client.get("/health").status_code == 200
    with database_module.db.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE school RENAME TO school_away")
    answer = client.get("/health")
    assert answer.status_code >= 500
    assert "Traceback" not in answer.text


def test_a_fault_is_logged_without_its_address(
    app: Flask, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(token: str) -> str:
        raise LookupError

    monkeypatch.setitem(app.view_functions, "accounts.reset", broken)
    answer = app.test_client().get("/mk/staff/reset/the-token?a=the-query")
    assert answer.status_code == 500
    assert "accounts.reset" in caplog.text
    assert "LookupError" in caplog.text
    assert "the-token" not in caplog.text
    assert "the-query" not in caplog.text


def test_a_failing_database_is_logged_without_what_is_in_it(
    app: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    with database_module.db.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE school_class RENAME TO school_class_away")
    assert _enter_a_code(app).status_code >= 500
    assert "learning.enter_code" in caplog.text
    assert "0000" not in caplog.text


def test_what_somebody_else_took_away_meanwhile_is_a_conflict(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    def orphan() -> str:
        database_module.db.session.execute(insert(PupilDevice).values(sample_device()))
        return ""

    monkeypatch.setitem(app.view_functions, "learning.another_pupil", orphan)
    answer = app.test_client().post("/mk/another", headers={"Sec-Fetch-Site": "same-origin"})
    assert answer.status_code == 409
    assert "<h1>" in answer.text


def sample_device() -> dict[str, object]:
    return {"token_hash": "a" * 64, "pupil_id": 4711, "expires_at": clock.now()}


def _enter_a_code(app: Flask):
    return app.test_client().post(
        "/mk/join", data={"code": "0000 0000"}, headers={"Sec-Fetch-Site": "same-origin"}
    )


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
@pytest.mark.parametrize("rested", [True, False])
def test_a_restarted_postgresql_is_found_again(
    app: Flask, monkeypatch: pytest.MonkeyPatch, rested: bool
) -> None:
    """A connection that has rested is asked first; one just used may cost one 503."""
    monkeypatch.setattr(database_module, "REST_SECONDS", 0 if rested else 3600)
    assert app.test_client().get("/health").status_code == 200
    address = app.config["SQLALCHEMY_DATABASE_URI"].replace("+psycopg", "")
    with psycopg.connect(address, autocommit=True) as other:
        other.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    assert app.test_client().get("/health").status_code in ((200,) if rested else (200, 503))
    assert app.test_client().get("/health").status_code == 200
