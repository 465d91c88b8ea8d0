"""What the tests of this room share."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.accounts.models import Person
from quizapp.db import db
from tests.cast import Cast, a_cast, an_administrator, sign_in


@pytest.fixture
def cast(app: Flask) -> Cast:
    """Everybody of tests/cast.py."""
    return a_cast()


@pytest.fixture
def boss(client: FlaskClient, app: Flask) -> Person:
    """The administrator at the browser."""
    person = an_administrator("office@example.org")
    db.session.commit()
    sign_in(client, person)
    return person
