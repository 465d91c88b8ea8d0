"""Copies of an SQLite database, made and put back by SQLite's own online way: no writer is stopped."""

import sqlite3
from contextlib import closing
from pathlib import Path

from quizapp.config import Config
from quizapp.operations.refused import BackupRefused


def save(config: Config, copy: Path) -> None:
    """Write the database as of now to the new file `copy`. Raises BackupRefused."""
    file = _database(config)
    try:
        with closing(_connect(file)) as source, closing(_connect(copy)) as target:
            source.backup(target)
            target.execute("PRAGMA journal_mode=DELETE")  # one file, without a log beside it
    except sqlite3.Error as error:
        raise BackupRefused(
            f"{file} cannot be copied: {error}. To restore onto a new one, move it away."
        ) from error


def version(_config: Config, copy: Path) -> str | None:
    """The schema version of a sound copy. Raises BackupRefused."""
    try:
        with closing(_connect(copy, "ro")) as connection:
            if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                raise BackupRefused(f"{copy} is damaged.")
            if connection.execute("PRAGMA foreign_key_check").fetchone():
                raise BackupRefused(f"{copy} has rows without their parent.")
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            return str(row[0]) if row else None
    except sqlite3.DatabaseError as error:
        raise BackupRefused(f"{copy} is no backup of quizapp: {error}.") from error


def load(config: Config, copy: Path) -> None:
    """Put a copy in the place of the database, in one transaction."""
    with closing(_connect(copy, "ro")) as source, closing(_connect(_database(config))) as target:
        source.backup(target)


def _database(config: Config) -> Path:
    return config.sqlite_file or Path()


def _connect(file: Path, mode: str = "rwc") -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode={mode}", uri=True, timeout=30)
