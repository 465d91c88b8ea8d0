"""What the tests of this room share."""

from datetime import datetime

import pytest
from flask import Flask

from quizapp import clock
from quizapp.accounts import people
from quizapp.accounts.models import Person
from quizapp.db import db
from tests.accounts.pages import EMAIL
from tests.cast import PASSWORD, Cast, a_cast, a_trainer


@pytest.fixture
def cast(app: Flask) -> Cast:
    """Everybody of tests/cast.py."""
    return a_cast()


@pytest.fixture
def trainer(app: Flask) -> Person:
    """Somebody at EMAIL whose second step is set up."""
    person = a_trainer(EMAIL)
    db.session.commit()
    return person


@pytest.fixture
def newcomer(app: Flask) -> Person:
    """Somebody who has just become a trainer."""
    person = people.sign_up(people.invite("1", "1", "trainer"), "new@example.org", "1", PASSWORD)
    db.session.commit()
    return person


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """The clock: what is put into the list is the present."""
    moments = [clock.now()]
    monkeypatch.setattr(clock, "now", lambda: moments[-1])
    return moments
