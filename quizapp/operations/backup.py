"""Backup and restore: online, verified, all or nothing."""

import os
import tempfile
from pathlib import Path
from types import ModuleType

from sqlalchemy import delete

from quizapp.accounts.models import Invitation, PupilDevice, ResetLink, StaffSession
from quizapp.config import Config
from quizapp.db import db
from quizapp.operations import postgresql_copies, purging, schema, sqlite_copies
from quizapp.operations.refused import BackupRefused

# A copy knows nothing of what was revoked after it was made.
REVOCABLE = (StaffSession, PupilDevice, ResetLink, Invitation)


def backup(config: Config, target: Path) -> None:
    """Write a verified copy of the database to a new file that only its owner reads. Raises BackupRefused."""
    if target.exists():
        raise BackupRefused(f"{target} is there already.")
    try:
        draft = _draft(target.absolute().parent)
    except OSError as error:
        raise BackupRefused(f"{target} cannot be written: {error.strerror}.") from error
    try:
        _copies(config).save(config, draft)
        _refuse_unknown(config, draft)
        with draft.open("rb") as written:
            os.fsync(written.fileno())
        draft.rename(target)
    except BackupRefused as error:
        # The person knows the name that they gave, not the temporary one.
        raise BackupRefused(str(error).replace(str(draft), str(target))) from error
    finally:
        draft.unlink(missing_ok=True)


def restore(config: Config, source: Path) -> None:
    """Put a backup in the place of the database; everybody is signed out.

    Raises BackupRefused for a damaged file or one of a newer release; then, or when anything fails
    on the way, the database is as it was (an empty one where there was none).
    """
    if not source.is_file():
        raise BackupRefused(f"There is no file {source}.")
    _refuse_unknown(config, source)
    schema.make_file()
    before = _draft(config.data_folder)
    try:
        _copies(config).save(config, before)
    except BaseException:
        before.unlink()
        raise
    try:
        _put(config, source)
    except BaseException:
        _put_back(config, before)
        raise
    before.unlink()


def _put_back(config: Config, before: Path) -> None:
    _close_connections()
    try:
        _copies(config).load(config, before)
    except Exception as error:
        # The only copy of how it was: kept, and named.
        raise BackupRefused(f"The database could not be put back; how it was stands in {before}.") from error
    before.unlink()


def _put(config: Config, source: Path) -> None:
    _close_connections()
    _copies(config).load(config, source)
    schema.migrate()
    for kind in REVOCABLE:
        db.session.execute(delete(kind))
    purging.purge()
    db.session.commit()


def _refuse_unknown(config: Config, copy: Path) -> None:
    version = _copies(config).version(config, copy)
    if not schema.knows(version):
        raise BackupRefused(
            f"{copy} is of schema {version or 'none'}, and this release only knows those up to "
            f"{schema.newest_version()}."
        )


def _copies(config: Config) -> ModuleType:
    return sqlite_copies if config.is_sqlite else postgresql_copies


def _draft(folder: Path) -> Path:
    handle, name = tempfile.mkstemp(prefix=".copy-", dir=folder)  # 0600
    os.close(handle)
    return Path(name)


def _close_connections() -> None:
    db.session.remove()
    db.engine.dispose()
