"""The database's schema: bring it to head, and compare versions."""

from pathlib import Path

from alembic import command
from alembic.config import Config as AlembicConfig
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy.engine import Connection

from quizapp.config import ConfigError, resource_folder, settings
from quizapp.db import db


def migrate() -> None:
    """Bring the app's database to the newest schema, made where there is none (inside an app context)."""
    make_file()
    with db.engine.connect().execution_options(writes=False) as connection:
        version = version_of(connection)
    if version is not None:
        refuse_unknown(version)
    command.upgrade(configuration(), "head")


def refuse_unknown(version: str) -> None:
    """Raises ConfigError for the schema of a newer release."""
    if not knows(version):
        raise ConfigError(
            f"The database is of schema {version}, and this release only knows those up to "
            f"{newest_version()}. Install the newer release."
        )


def make_file() -> None:
    """An empty SQLite database where there is none. Raises ConfigError."""
    file = settings().sqlite_file
    try:
        # Whatever the folder allows; SQLite gives the files beside it the same mode.
        if file and not file.exists():
            file.touch(0o600)
    except OSError as error:
        raise ConfigError(f"The database {file} cannot be made: {error.strerror}.") from error


def version_of(connection: Connection) -> str | None:
    """The schema version of a database; None for an empty one."""
    return MigrationContext.configure(connection).get_current_revision()


def newest_version() -> str | None:
    """The schema version that this release of the app speaks."""
    return _scripts().get_current_head()


def knows(version: str | None) -> bool:
    """Whether this release can bring a database of `version` to head; a newer release's can't be."""
    if version is None:
        return False
    try:
        return _scripts().get_revision(version) is not None
    except CommandError:
        return False


def configuration(folder: Path | None = None) -> AlembicConfig:
    """Alembic's settings for our migrations (or those of another folder)."""
    settings = AlembicConfig()
    settings.set_main_option("script_location", str(folder or resource_folder("migrations")))
    return settings


def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(configuration())
