"""What the tests of this room share."""

import pytest
from flask import Flask

from tests.cast import Cast, a_cast


@pytest.fixture
def cast(app: Flask) -> Cast:
    """Everybody of tests/cast.py."""
    return a_cast()
