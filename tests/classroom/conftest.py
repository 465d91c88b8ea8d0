"""What the tests of this room share."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.classroom.room import Room


@pytest.fixture
def room(app: Flask) -> Room:
    return Room(app)


@pytest.fixture
def ana(room: Room) -> FlaskClient:
    """Ana's browser."""
    return room.browser(room.cast.ana)
