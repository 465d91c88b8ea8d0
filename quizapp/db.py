"""The database: one session a request, SQLite by default, PostgreSQL by address."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Any

from flask import Flask, has_request_context, request
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import URL, DateTime, Dialect, Engine, MetaData, TypeDecorator, event
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.orm import DeclarativeBase
from werkzeug.routing import IntegerConverter

from quizapp.config import Config, resource_folder

# busy + pool time stay under the 10 seconds within which a locked database must answer 503.
BUSY_MILLISECONDS = 5000
POOL_SECONDS = 4
POOL_SIZE = 16
REST_SECONDS = 2
SILENT_SECONDS = 5  # then, with a new try to connect, still under the 10
LARGEST_ROW_NUMBER = 2**31 - 1


class Base(DeclarativeBase):
    """Every table; constraints are named so that migrations can change them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Instant(TypeDecorator[datetime]):
    """An aware UTC instant; SQLite forgets the zone, so it is put back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value and value.astimezone(UTC)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        return value and (value if value.tzinfo else value.replace(tzinfo=UTC))


class RowNumber(IntegerConverter):
    """A number in an address; one larger than any row's is no address: a database fails at looking for it."""

    def __init__(self, map: Any, *args: Any, **options: Any) -> None:
        super().__init__(map, *args, **{"max": LARGEST_ROW_NUMBER, **options})


db = SQLAlchemy(model_class=Base)
migrate = Migrate()


def init_db(app: Flask, config: Config) -> None:
    """Bind the app to its database and prepare every connection."""
    file = config.sqlite_file
    app.config["SQLALCHEMY_DATABASE_URI"] = _existing(file) if file else config.database_url
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = _engine_options(config)
    app.url_map.converters["int"] = RowNumber
    db.init_app(app)
    migrate.init_app(app, db, directory=str(resource_folder("migrations")), render_as_batch=True)
    with app.app_context():
        if file:
            _prepare_sqlite(db.engine, file)
        else:
            _prepare_postgresql(db.engine)


@contextmanager
def write_at_once() -> Iterator[Connection]:
    """A short transaction of its own, for the small write of a page that otherwise only reads.

    Only while the session itself has written nothing: it would wait for the session's lock.
    """
    with db.engine.connect().execution_options(writes=True) as connection, connection.begin():
        yield connection


def _engine_options(config: Config) -> dict[str, Any]:
    # Parameters in an error's text would reach the log.
    options: dict[str, Any] = {"hide_parameters": True, "pool_size": POOL_SIZE, "pool_timeout": POOL_SECONDS}
    if not config.is_sqlite:
        options |= {
            "connect_args": {
                "connect_timeout": POOL_SECONDS,
                # A host that died or a cut network says nothing: without these a request waits for ever.
                "keepalives": 1,
                "keepalives_idle": 2,
                "keepalives_interval": 1,
                "keepalives_count": SILENT_SECONDS - 2,
                "tcp_user_timeout": SILENT_SECONDS * 1000,
                "options": f"-c lock_timeout={BUSY_MILLISECONDS} -c statement_timeout={BUSY_MILLISECONDS}",
            },
        }
    return options


def _existing(file: Path) -> URL:
    # By itself SQLite makes an empty database where there is none. Only a migration or a restore may do so.
    return URL.create("sqlite", database=file.as_uri(), query={"mode": "rw", "uri": "true"})


def set_up_sqlite(connection: sqlite3.Connection) -> None:
    """Make a new connection durable, patient and strict."""
    # The driver must not begin transactions by itself: `begin` below says how.
    connection.isolation_level = None
    for pragma in (
        f"busy_timeout={BUSY_MILLISECONDS}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "secure_delete=ON",  # what is purged leaves the file, too, whatever the build does by itself
    ):
        connection.execute(f"PRAGMA {pragma}")


def _prepare_sqlite(engine: Engine, file: Path) -> None:
    @event.listens_for(engine, "connect")
    def connect(connection: sqlite3.Connection, record: Any) -> None:
        record.info["opened"] = _identity(file)
        set_up_sqlite(connection)

    @event.listens_for(engine, "checkout")
    def look(_connection: Any, record: Any, _proxy: Any) -> None:
        # A file that was moved away would go on taking answers that nobody finds again.
        if record.info["opened"] != _identity(file):
            raise DisconnectionError  # the pool opens the file that is there now

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A deferred transaction that turns into a write fails at once when another writes; readers need none.
        reads = has_request_context() and request.method in ("GET", "HEAD", "OPTIONS")
        writes = connection.get_execution_options().get("writes", not reads)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _identity(file: Path) -> tuple[int, int] | None:
    try:
        found = os.stat(file)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _prepare_postgresql(engine: Engine) -> None:
    """Ask a connection that has rested whether it still holds.

    SQLAlchemy's pre-ping asks before every request, which a class that is answering can do without.
    """

    @event.listens_for(engine, "checkin")
    def rest(_connection: Any, record: Any) -> None:
        record.info["rested_since"] = monotonic()

    @event.listens_for(engine, "checkout")
    def wake(connection: Any, record: Any, _proxy: Any) -> None:
        if monotonic() - record.info.get("rested_since", monotonic()) < REST_SECONDS:
            return
        try:
            engine.dialect.do_ping(connection)
        except engine.dialect.loaded_dbapi.Error as error:
            raise DisconnectionError from error  # the pool takes a new connection
