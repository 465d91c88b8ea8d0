"""INSERT that a second one in the same instant doesn't hurt: SQLite and PostgreSQL say it alike."""

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite

from quizapp.db import Base, db

Insert = sqlite.Insert | postgresql.Insert


def insert(model: type[Base]) -> Insert:
    """An INSERT of the database at work, which knows ON CONFLICT."""
    if db.engine.dialect.name == "sqlite":
        return sqlite.insert(model)
    return postgresql.insert(model)


def insert_once(model: type[Base], **values: Any) -> bool:
    """Whether the row was added: False when a row that must be unique beside it is there already."""
    row = insert(model).values(**values).on_conflict_do_nothing()
    # Without the option the count of an INSERT is not looked at, and -1.
    result = db.session.execute(row, execution_options={"preserve_rowcount": True})
    return int(result.rowcount) > 0  # type: ignore[attr-defined]
