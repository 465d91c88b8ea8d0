"""An app for tests that only render: made once, its database never asked."""

import pytest
from flask import Flask

from quizapp.app import create_app
from tests.databases import config_for


@pytest.fixture(scope="session")
def rendering(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    folder = tmp_path_factory.mktemp("rendering")
    return create_app(config_for(folder, f"sqlite:///{folder / 'never.sqlite3'}"))
