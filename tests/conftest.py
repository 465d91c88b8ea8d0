"""Real parts for every test: a fresh database, the app over it, a client that behaves like a browser.

Whatever uses `app` runs on SQLite and on PostgreSQL; a test of one database's own ways names it:
`@pytest.mark.parametrize("database", ["sqlite"], indirect=True)`.
"""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.config import Config
from quizapp.db import db
from tests.databases import KINDS, Postgresql, Sqlite


@pytest.fixture(scope="session")
def sqlite() -> Iterator[Sqlite]:
    kind = Sqlite()
    yield kind
    kind.stop()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Postgresql]:
    kind = Postgresql()
    yield kind
    kind.stop()


@pytest.fixture(params=KINDS)
def database(request: pytest.FixtureRequest) -> Sqlite | Postgresql:
    """One of the two kinds of database."""
    return request.getfixturevalue(request.param)


@pytest.fixture
def config(database: Sqlite | Postgresql) -> Config:
    """Settings over a migrated, empty database: those of the standing app."""
    database.renew()
    return database.standing.config


@pytest.fixture
def app(database: Sqlite | Postgresql, config: Config) -> Iterator[Flask]:
    """The standing app, inside its context. A test puts back what it changes in it (`monkeypatch`)."""
    with database.standing.app.app_context():
        yield database.standing.app
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser on a page of ours: its writes carry the header that says so."""
    client = app.test_client()
    client.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"
    return client
