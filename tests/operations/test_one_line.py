"""Whatever is wrong with the database, a command says so in one line and makes nothing."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

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
