"""A number is shown to a child only while somebody has confirmed it; the emergency numbers always are."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp import clock
from quizapp.db import db
from quizapp.helplines import numbers
from quizapp.helplines.models import Helpline


@pytest.fixture(autouse=True)
def bundled(app: Flask) -> None:
    numbers.import_bundled()
    db.session.commit()


def test_only_the_emergency_numbers_are_shown_at_first() -> None:
    for language in ("mk", "sq"):
        assert [line.number for line in numbers.for_pupils(language)] == ["112", "192"]


def test_a_confirmed_number_appears_and_disappears_when_it_expires(monkeypatch: pytest.MonkeyPatch) -> None:
    line = db.session.query(Helpline).filter_by(always_visible=False).first()
    line.visible_to_pupils = True
    line.last_confirmed_on = clock.today()
    line.confirmed_by = "an administrator"
    line.expires_on = clock.today() + timedelta(days=183)
    db.session.commit()
    assert line.id in [shown.id for shown in numbers.for_pupils("mk")]
    later = datetime.now(UTC) + timedelta(days=184)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert [shown.number for shown in numbers.for_pupils("mk")] == ["112", "192"]


def test_loading_again_changes_nothing_that_was_confirmed() -> None:
    line = db.session.get(Helpline, "emergency")
    line.number = "112 (changed)"
    db.session.commit()
    assert numbers.import_bundled() == 0
    assert db.session.get(Helpline, "emergency").number == "112 (changed)"


def test_an_outdated_number_is_not_shipped() -> None:
    assert not [line for line in db.session.query(Helpline) if "12222" in line.dial]


def test_the_help_page_names_the_numbers_and_is_kept_nowhere(client: FlaskClient) -> None:
    for language in ("mk", "sq"):
        page = client.get(f"/{language}/help")
        assert 'href="tel:112"' in page.text
        assert page.headers["Cache-Control"] == "no-store"
