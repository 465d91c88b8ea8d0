"""Whatever is wrong with the database, a command says so in one line and makes nothing."""

import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from flask import Flask

from quizapp.config import Config
from quizapp.db import db
from quizapp.operations.readiness import on_ready_database
from tests.databases import Sqlite
from tests.operations.test_serving import clean
from tests.served import START, free_port

INVITE = ("invite", "--school", "Naim", "--municipality", "Tetovë")


def refused(folder: Path, *command: str, **settings: str) -> str:
    """The one line that a command ends with."""
    environment = clean(QUIZAPP_DATA=str(folder), PORT=str(free_port())) | settings
    answer = subprocess.run(
        [sys.executable, "-c", START, *command],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert answer.returncode == 1, answer.stderr
    assert len(answer.stderr.splitlines()) == 1, answer.stderr
    return answer.stderr


# The address is read before any command is known.
@pytest.mark.parametrize(
    ("url", "command"),
    [
        ("nonsense", INVITE),
        ("mysql://a:secret@b/c", ("serve",)),
        ("sqlite://", INVITE),
        ("postgresql://a:secret@127.0.0.1:1/none", ("serve",)),
        ("postgresql://a:secret@127.0.0.1:1/none", INVITE),
    ],
)
def test_an_address_of_no_database(tmp_path: Path, url: str, command: tuple[str, ...]) -> None:
    assert "secret" not in refused(tmp_path, *command, DATABASE_URL=url)


def test_a_database_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    assert "QUIZAPP_DATA" in refused(tmp_path, *INVITE)
    assert not (tmp_path / "quizapp.sqlite3").exists()


def test_a_database_never_migrated(tmp_path: Path) -> None:
    (tmp_path / "quizapp.sqlite3").touch()
    assert "quizapp migrate" in refused(tmp_path, *INVITE)


@pytest.mark.parametrize("command", [("serve",), INVITE])
def test_a_damaged_database(tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "quizapp.sqlite3").write_bytes(b"no database at all" * 1000)
    assert "not a database" in refused(tmp_path, *command)


@pytest.mark.parametrize("command", [("serve",), INVITE])
def test_a_database_of_a_newer_release(tmp_path: Path, sqlite: Sqlite, command: tuple[str, ...]) -> None:
    with sqlite.copy(tmp_path) as url, sqlite3.connect(tmp_path / "test.sqlite3") as connection:
        connection.execute("UPDATE alembic_version SET version_num = 'later'")
        connection.commit()
        assert "later" in refused(tmp_path, *command, DATABASE_URL=url)


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_who_only_looks_waits_for_nobody_who_writes(app: Flask, config: Config) -> None:
    with db.engine.connect():  # the first one makes a log beside the file
        pass
    with closing(sqlite3.connect(config.data_folder / "test.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        began = time.monotonic()
        assert on_ready_database(lambda: "made", older_will_do=True)() == "made"
        assert time.monotonic() - began < 2
