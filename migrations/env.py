"""How Alembic reaches the app's database: one transaction for the whole way to head, on either database."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy.engine import Connection

import quizapp.accounts.models
import quizapp.authoring.models
import quizapp.helplines.models
import quizapp.learning.models
import quizapp.lessons.models
import quizapp.trail  # noqa: F401 - the models of every room, for autogenerate
from quizapp.db import Instant, db

# Any number will do, as long as every release takes the same: two starting workers migrate in turn.
LOCK = 7_214_003


def run() -> None:
    """Migrate all the way, or not at all."""
    with db.engine.connect() as connection, unguarded(connection):
        context.configure(
            connection=connection,
            target_metadata=db.metadata,
            render_as_batch=True,
            render_item=render_item,
            compare_server_default=True,
            transactional_ddl=True,  # Alembic doubts SQLite; with explicit BEGINs it can
        )
        with context.begin_transaction():
            take_turns(connection)
            context.run_migrations()
            refuse_orphans(connection)


@contextmanager
def unguarded(connection: Connection) -> Iterator[None]:
    """No foreign keys on SQLite meanwhile: a batch remakes its table, and ON DELETE CASCADE would follow.

    The pragma does nothing inside a transaction, hence on the driver's connection, before BEGIN.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    driver: Any = connection.connection.dbapi_connection
    driver.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        connection.rollback()
        driver.execute("PRAGMA foreign_keys=ON")


def take_turns(connection: Connection) -> None:
    """One migration at a time, which may take long; on SQLite BEGIN IMMEDIATE has seen to it."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
        connection.exec_driver_sql("SET LOCAL lock_timeout = '60s'")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")


def refuse_orphans(connection: Connection) -> None:
    """What the missing guard would have refused, refuse now; the transaction then rolls back."""
    if connection.dialect.name == "sqlite":
        orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if orphans:
            raise RuntimeError(
                f"The migration leaves rows without their parent: {sorted({row[0] for row in orphans})}"
            )


def render_item(kind: str, item: Any, _context: AutogenContext) -> str | Literal[False]:
    """A migration must not change when the app does, so it names the plain type."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, Instant) else False


run()
