"""INSERT that a second one in the same instant doesn't hurt: SQLite and PostgreSQL say it alike."""

from functools import lru_cache
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite

from quizapp.db import Base, db

Insert = sqlite.Insert | postgresql.Insert


def insert(model: type[Base]) -> Insert:
    """An INSERT of the database at work, which knows ON CONFLICT."""
    return _insert(model, db.engine.dialect.name)


def insert_once(model: type[Base], **values: Any) -> bool:
    """Whether the row was added: False when a row that must be unique beside it is there already."""
    result = db.session.execute(_insert_once(model, db.engine.dialect.name), values)
    return int(result.rowcount) > 0  # type: ignore[attr-defined]


def _insert(model: type[Base], dialect: str) -> Insert:
    # The table and not the model: the ORM's way of inserting many costs more than the insert itself.
    table = model.__table__
    assert isinstance(table, Table)
    return sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)


@lru_cache
def _insert_once(model: type[Base], dialect: str) -> Insert:
    # Built once: building and hashing a statement costs more than running it. Without the option the count of
    # an INSERT is not looked at, and -1.
    return _insert(model, dialect).on_conflict_do_nothing().execution_options(preserve_rowcount=True)
