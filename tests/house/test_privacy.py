"""The registry of personal data lists every table and column, and what it says of purging is so."""

import sqlite3
import tomllib
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import delete, func, select

from quizapp import clock
from quizapp.accounts.roster import forget_pupil
from quizapp.config import PACKAGE, Config
from quizapp.db import Base, db
from quizapp.operations.purging import purge
from tests.cast import a_cast
from tests.house.rows import fill_every_table

REGISTRY: dict[str, Any] = tomllib.loads((PACKAGE / "privacy.toml").read_text("utf-8"))
YEARS_LATER = timedelta(days=800)


def test_every_table_is_listed() -> None:
    assert REGISTRY.keys() == Base.metadata.tables.keys()


@pytest.mark.parametrize("name", REGISTRY)
def test_every_column_is_listed(name: str) -> None:
    assert set(REGISTRY[name]["columns"]) == set(Base.metadata.tables[name].columns.keys())


@pytest.mark.parametrize("name", REGISTRY)
def test_every_table_says_whom_what_for_and_how_long(name: str) -> None:
    entry = REGISTRY[name]
    assert entry["person"] in ("pupil", "staff", "nobody")
    assert entry["purpose"]
    assert entry["kept"]
    assert all(entry["columns"].values())


def test_purging_empties_just_what_the_registry_says(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    fill_every_table()
    later = clock.now() + YEARS_LATER
    monkeypatch.setattr(clock, "now", lambda: later)
    purge()
    db.session.commit()
    assert {name for name in REGISTRY if not rows(name)} == purged() | children_of(purged())


def test_purging_leaves_what_is_fresh(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    fill_every_table()
    moment = db.session.scalar(select(Base.metadata.tables["invitation"].c.expires_at))
    assert moment
    before = moment - timedelta(minutes=1)
    monkeypatch.setattr(clock, "now", lambda: before)
    purge()
    db.session.commit()
    assert [name for name in REGISTRY if not rows(name)] == []


def test_what_is_kept_of_a_pupil_goes_with_the_pupil(app: Flask) -> None:
    fill_every_table()
    db.session.execute(delete(Base.metadata.tables["pupil"]))
    db.session.commit()
    assert {name for name in REGISTRY if not rows(name)} == {"pupil"} | children_of({"pupil"})
    of_pupils = {name for name, entry in REGISTRY.items() if entry["person"] == "pupil"}
    assert of_pupils == {"pupil"} | children_of({"pupil"})


def test_what_is_kept_of_a_class_goes_with_the_class(app: Flask) -> None:
    fill_every_table()
    db.session.execute(delete(Base.metadata.tables["school_class"]))
    db.session.commit()
    assert {name for name in REGISTRY if not rows(name)} == {"school_class"} | children_of({"school_class"})
    assert rows("private_count"), "how often a whole school chose what leads to no class"


def purged() -> set[str]:
    return {name for name, entry in REGISTRY.items() if entry.get("purged")}


def children_of(parents: set[str]) -> set[str]:
    """What goes by ON DELETE CASCADE."""
    found = {
        table.name
        for table in Base.metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table.name in parents and key.ondelete == "CASCADE"
    }
    return found | children_of(found) if found else set()


def rows(name: str) -> int:
    with db.engine.connect() as connection:
        return connection.scalar(select(func.count()).select_from(Base.metadata.tables[name])) or 0


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_what_is_deleted_leaves_no_trace_in_the_file(app: Flask, config: Config) -> None:
    cast = a_cast()
    trace, file = cast.fox.join_id.encode(), config.data_folder / "test.sqlite3"
    assert trace in after_checkpoint(file)
    forget_pupil(cast.fox)
    db.session.commit()
    assert trace not in after_checkpoint(file)


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_no_build_of_sqlite_keeps_what_is_deleted(app: Flask) -> None:
    with db.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA secure_delete").scalar() == 1


def after_checkpoint(file: Path) -> bytes:
    """What stands in the file once everything written has gone there."""
    db.session.remove()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return file.read_bytes()
