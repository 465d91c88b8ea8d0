"""One writing statement that is a transaction by itself, told to the driver directly (decision 011).

Outside a transaction both databases commit a statement by themselves: what it wrote is on the disk when the
driver comes back.
"""

from collections.abc import Mapping
from typing import Any, cast

from sqlalchemy import Dialect
from sqlalchemy.exc import DBAPIError

from quizapp.db import db
from quizapp.learning.insert import Insert


class Alone:
    """A statement, compiled once for the database at work."""

    def __init__(self, statement: Insert, dialect: Dialect) -> None:
        compiled = statement.compile(dialect=dialect)
        self._sql = str(compiled)
        self._order = compiled.positiontup  # None where the driver takes values by name
        kinds = {name: bind.type.dialect_impl(dialect) for name, bind in compiled.binds.items()}
        self._as_stored = {
            name: process for name, kind in kinds.items() if (process := kind.bind_processor(dialect))
        }

    def run(self, values: Mapping[str, object]) -> int:
        """How many rows were written. Raises DBAPIError, as the engine does.

        What the session has not committed is let go first: on SQLite the two would wait for each other.
        """
        if db.session.registry.has():
            db.session.rollback()
        engine = db.engine
        with engine.connect() as connection:
            driver: Any = connection.connection.driver_connection
            try:
                return self._tell(driver, engine.dialect, values)
            except Exception as error:
                if engine.dialect.is_disconnect(cast(Any, error), driver, None):
                    engine.dispose()  # the others are lost as well
                connection.invalidate(error)  # nobody knows in what state it is
                base = engine.dialect.loaded_dbapi.Error
                raise DBAPIError.instance(self._sql, None, error, base, hide_parameters=True) from error

    def _tell(self, driver: Any, dialect: Dialect, values: Mapping[str, object]) -> int:
        stored = {**values, **{name: process(values[name]) for name, process in self._as_stored.items()}}
        # PostgreSQL's driver begins transactions by itself, SQLite's was told not to.
        begins = dialect.name == "postgresql"
        if begins:
            driver.autocommit = True
        cursor = driver.cursor()
        dialect.do_execute(
            cursor, self._sql, [stored[name] for name in self._order] if self._order else stored
        )
        written = int(cursor.rowcount)
        cursor.close()
        if begins:
            driver.autocommit = False
        return written
