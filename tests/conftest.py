"""Real parts for every test: a fresh database, the app over it, a client that behaves like a browser.

Whatever uses `app` runs on SQLite and on PostgreSQL; a test of one database's own ways names it:
`@pytest.mark.parametrize("database", ["sqlite"], indirect=True)`.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.config import Config
from tests.databases import KINDS, Postgresql, Sqlite, app_over, config_for
from tests.visitor import Visitor


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
def config(database: Sqlite | Postgresql, tmp_path: Path) -> Iterator[Config]:
    """Settings over a migrated, empty database."""
    with database.copy(tmp_path) as url:
        yield config_for(tmp_path, url)


@pytest.fixture
def app(config: Config) -> Iterator[Flask]:
    """The app, inside its context."""
    with app_over(config) as app:
        app.test_client_class = Visitor
        yield app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser on a page of ours: its writes carry the header that says so."""
    client = app.test_client()
    client.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"
    return client
