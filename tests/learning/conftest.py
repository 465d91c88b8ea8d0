"""The stage for tests of this room."""

import pytest
from flask import Flask

from tests.learning.stage import Stage


@pytest.fixture
def stage(app: Flask) -> Stage:
    return Stage(app)
