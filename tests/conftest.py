"""Real parts for every test: a fresh database, the app over it, a client that behaves like a browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.app import create_app
from quizapp.config import Config
from quizapp.db import db

ORIGIN = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def config(tmp_path: Path) -> Config:
    return Config(
        data_folder=tmp_path,
        database_url=f"sqlite:///{tmp_path / 'test.sqlite3'}",
        secret_key="a key for tests",
        exit_url="https://elsewhere.invalid/",
    )


@pytest.fixture
def app(config: Config) -> Iterator[Flask]:
    app = create_app(config)
    with app.app_context():
        db.create_all()
        yield app
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser on a page of ours: its writes carry the header that says so."""
    client = app.test_client()
    client.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"
    return client
