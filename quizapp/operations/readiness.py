"""Before a command works on a database: is there one, and is its schema ours?"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from quizapp.config import ConfigError, settings
from quizapp.db import db
from quizapp.operations import schema


def on_ready_database(command: Callable[..., Any], older_will_do: bool) -> Callable[..., Any]:
    """The command, refusing with ConfigError what it could only fail at."""

    @wraps(command)
    def checked(*arguments: Any, **options: Any) -> Any:
        _check(older_will_do)
        return command(*arguments, **options)

    return checked


def _check(older_will_do: bool) -> None:
    file = settings().sqlite_file
    if file and not file.exists():
        raise ConfigError(f"There is no database {file}. Is QUIZAPP_DATA right? To make one: quizapp migrate")
    with db.engine.connect().execution_options(writes=False) as connection:
        version = schema.version_of(connection)
    if version is None:
        raise ConfigError("The database has no tables yet. Type first: quizapp migrate")
    schema.refuse_unknown(version)
    if version != schema.newest_version() and not older_will_do:
        raise ConfigError("The database is of an older release. Type first: quizapp migrate")


AWAY = ("OperationalError", "InterfaceError", "DatabaseError", "TimeoutError")


def in_one_line(error: DBAPIError | PoolTimeout) -> str | None:
    """What a database that is away, locked, damaged or read-only says; None for a fault of ours."""
    reached = getattr(error, "statement", None) is not None  # else it came from connecting
    if reached and type(error).__name__ not in AWAY:
        return None
    said = " ".join(str(getattr(error, "orig", None) or error).split())
    return f"The database cannot be used: {said}"
