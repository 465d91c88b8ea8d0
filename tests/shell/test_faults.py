"""A database that is locked or away: 503 with Retry-After, no traceback, and it heals by itself."""

import shutil
import sqlite3
import time
from types import SimpleNamespace

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


@pytest.mark.parametrize(
    ("damage", "word"),
    [
        ("ALTER TABLE alembic_version RENAME TO alembic_version_away", "database"),
        ("UPDATE alembic_version SET version_num = 'later'", "schema"),
        ("DELETE FROM alembic_version", "schema"),
    ],
)
def test_health_tells_of_a_schema_that_is_not_ours(app: Flask, damage: str, word: str) -> None:
    assert health(app) == (200, "ok\n")
    with database_module.db.engine.begin() as connection:
        connection.exec_driver_sql(damage)
    assert health(app) == (503, f"{word}\n")


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_health_tells_that_nothing_can_be_written_and_heals(
    config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_module, "BUSY_MILLISECONDS", 200)
    with app_over(config) as app:
        other = sqlite3.connect(config.data_folder / "test.sqlite3", isolation_level=None)
        for lock in ("BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"):
            assert health(app) == (200, "ok\n")
            other.execute(lock)
            assert health(app) == (503, "database\n")
            other.execute("ROLLBACK")
        assert health(app) == (200, "ok\n")


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_health_tells_of_a_server_that_takes_no_writes(app: Flask) -> None:
    assert health(app) == (200, "ok\n")
    with database_module.db.engine.connect() as connection:
        name = connection.exec_driver_sql("SELECT current_database()").scalar()
        connection.exec_driver_sql(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
        connection.commit()
        database_module.db.engine.dispose()
        try:
            assert health(app) == (503, "database\n")
        finally:
            connection.exec_driver_sql(f"ALTER DATABASE {name} RESET default_transaction_read_only")
            connection.commit()
    database_module.db.engine.dispose()
    assert health(app) == (200, "ok\n")


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_database_moved_away_is_told_takes_no_answers_and_is_not_made_anew(
    app: Flask, config: Config
) -> None:
    assert health(app) == (200, "ok\n")
    file, away = config.data_folder / "test.sqlite3", config.data_folder / "away.sqlite3"
    file.rename(away)
    assert health(app) == (503, "database\n")
    assert _enter_a_code(app).status_code == 503
    assert not file.exists()
    away.rename(file)
    assert health(app) == (200, "ok\n")
    assert _enter_a_code(app).status_code < 500


def test_health_tells_of_a_full_disk(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: SimpleNamespace(free=2**20))
    assert health(app) == (503, "disk\n")


def health(app: Flask) -> tuple[int, str]:
    answer = app.test_client().get("/health")
    return answer.status_code, answer.text


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


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_a_postgresql_that_falls_silent_is_given_up_in_time(app: Flask) -> None:
    with database_module.db.engine.connect() as connection:
        driver = connection.connection.dbapi_connection
        assert driver is not None
        told = driver.info.get_parameters()
    silent = int(told["keepalives_idle"]) + int(told["keepalives_interval"]) * int(told["keepalives_count"])
    assert told["keepalives"] == "1"
    assert max(silent, int(told["tcp_user_timeout"]) / 1000) + int(told["connect_timeout"]) < 10
