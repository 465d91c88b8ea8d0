"""A row in every table, whatever the tables are."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Column, TypeDecorator, insert

from quizapp.db import Base, db

SAMPLES: dict[type, Any] = {
    int: 1,
    str: "1",
    bool: True,
    bytes: b"1",
    date: date(2026, 10, 1),
    datetime: datetime(2026, 10, 1, 8, tzinfo=UTC),
}


def fill_every_table() -> None:
    """Parents first; every key is 1 (or "1"), so that foreign keys fit."""
    for table in Base.metadata.sorted_tables:
        db.session.execute(insert(table).values({column.name: sample(column) for column in table.columns}))
    db.session.commit()


def sample(column: Column[Any]) -> Any:
    """A value that a column takes."""
    kind = column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type
    default = getattr(column.default, "arg", None)
    return SAMPLES[kind.python_type] if default is None or callable(default) else default
