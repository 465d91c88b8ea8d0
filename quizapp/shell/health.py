"""Whether the site can do its work, in one word: enough for who minds the server, little for an attacker."""

import os
import shutil
from functools import cache
from typing import Literal

from alembic.script import ScriptDirectory
from flask import current_app
from sqlalchemy import String, column, select, table
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from quizapp.config import resource_folder, settings
from quizapp.db import db

ROOM_BYTES = 16 * 2**20  # less is gone within a lesson of a few classes
# On PostgreSQL the row's lock is a small write; SQLite has taken the lock of the whole file before.
VERSION = select(column("version_num", String)).select_from(table("alembic_version")).with_for_update()

Trouble = Literal["disk", "database", "schema"]


def find_trouble() -> Trouble | None:
    """What is in the way; None when all is well. Takes no longer than any write: under 10 seconds."""
    if not _has_room():
        return "disk"
    try:
        version = _version_under_write_lock()
    except (DBAPIError, PoolTimeout) as error:
        # No message: see errors.py.
        kind = type(getattr(error, "orig", None) or error).__name__
        current_app.logger.error("The database failed in %s: %s", "shell.health", kind)
        return "database"
    return None if version == _newest_version() else "schema"


def _has_room() -> bool:
    folders = {settings().data_folder}
    if file := settings().sqlite_file:
        folders.add(file.parent)
    return all(shutil.disk_usage(folder).free >= ROOM_BYTES for folder in folders if os.path.isdir(folder))


def _version_under_write_lock() -> str | None:
    # Begins a write, and rolls it back when it is closed.
    with db.engine.connect().execution_options(writes=True) as connection:
        return connection.scalar(VERSION)


@cache
def _newest_version() -> str | None:
    return ScriptDirectory(str(resource_folder("migrations"))).get_current_head()
