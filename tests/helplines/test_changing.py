"""A number changes by two people, and grows old."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp import clock
from quizapp.db import db
from quizapp.helplines import changing, numbers
from quizapp.helplines.changing import BadDay, Found, NoSuchChange, NotANumber, Outdated, OwnProposal, dial_of
from quizapp.helplines.models import Helpline, HelplineChange
from quizapp.helplines.standing import days_left, standing, to_be_confirmed
from quizapp.trail import TrailEntry

FIRST, SECOND = 7, 8
WORDS = {code: {"name": f"Помош {code}", "hours": "9–17"} for code in ("mk", "sq", "en")}


@pytest.fixture(autouse=True)
def bundled(app: Flask) -> None:
    numbers.import_bundled()
    db.session.commit()


def found(**other: Any) -> Found:
    """What somebody found out today."""
    values = {
        "number": "070 390 633",
        "dial": "",
        "words": WORDS,
        "source": "Asked",
        "visible_to_pupils": True,
    }
    return Found(**{**values, "checked_on": clock.today(), **other})  # type: ignore[arg-type]


def row(helpline_id: str = "bushavko_mobile") -> Helpline:
    return db.session.get_one(Helpline, helpline_id)


def proposed(helpline: Helpline | None = None, **other: Any) -> int:
    change = changing.propose(FIRST, found(**other), helpline)
    db.session.commit()
    return change.id


TODAY = clock.today()


def later(monkeypatch: pytest.MonkeyPatch, days: int) -> None:
    # At noon: an hour before midnight, days that cross the change of summer time end a day later.
    moment = datetime.combine(TODAY + timedelta(days=days), time(12), UTC)
    monkeypatch.setattr(clock, "now", lambda: moment)


def test_a_proposal_changes_nothing() -> None:
    before = (row().number, [line.id for line in numbers.for_pupils("mk")])
    proposed(row())
    assert (row().number, [line.id for line in numbers.for_pupils("mk")]) == before


def test_a_second_person_lets_it_hold() -> None:
    changing.confirm(proposed(row()), SECOND)
    db.session.commit()
    line = row()
    assert (line.number, line.dial, line.source) == ("070 390 633", "070390633", "Asked")
    assert (line.proposed_by, line.seconded_by, line.confirmed_by) == (FIRST, SECOND, None)
    assert line.last_confirmed_on == clock.today()
    assert line.expires_on == clock.today() + timedelta(days=183)
    (shown,) = [one for one in numbers.for_pupils("sq") if one.id == line.id]
    assert shown.words["name"] == "Помош sq"
    assert changing.waiting() == []


def test_nobody_confirms_their_own() -> None:
    change_id = proposed(row())
    with pytest.raises(OwnProposal):
        changing.confirm(change_id, FIRST)
    assert not row().visible_to_pupils


def test_confirmed_or_dropped_once() -> None:
    first, second = proposed(row()), proposed(row())
    changing.confirm(first, SECOND)
    changing.drop(second, SECOND)
    db.session.commit()
    for verb in (changing.confirm, changing.drop):
        for change_id in (first, second):
            with pytest.raises(NoSuchChange):
                verb(change_id, SECOND)


def test_what_was_found_out_earlier_takes_the_place_of_nothing() -> None:
    older = proposed(row(), checked_on=clock.today() - timedelta(days=2), number="070 000 000")
    changing.confirm(proposed(row()), SECOND)
    with pytest.raises(Outdated):
        changing.confirm(older, SECOND)
    assert row().number == "070 390 633"


def test_a_proposal_that_waited_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    change_id = proposed(row())
    later(monkeypatch, 184)
    with pytest.raises(Outdated):
        changing.confirm(change_id, SECOND)


def test_emergency_numbers_stay_visible_and_hold_for_a_year() -> None:
    changing.confirm(proposed(row("police"), number="192", visible_to_pupils=False), SECOND)
    line = row("police")
    assert line.visible_to_pupils
    assert line.expires_on == clock.today() + timedelta(days=365)


def test_a_new_number_comes_last_and_may_stay_hidden() -> None:
    line = changing.confirm(proposed(visible_to_pupils=False), SECOND)
    db.session.commit()
    assert line.position == max(db.session.scalars(select(Helpline.position)))
    assert not line.always_visible
    assert standing(line) == "hidden"
    assert days_left(line) is None


@pytest.mark.parametrize("number", ["", "1", "070-390", "call me", "+", "0" * 16, "٠٧٠٣٩٠"])
def test_only_numbers_that_can_be_dialled(number: str) -> None:
    with pytest.raises(NotANumber):
        dial_of(number)


def test_dialled_without_spaces() -> None:
    assert [dial_of(one) for one in ("112", "+389 2 2465 316")] == ["112", "+38922465316"]


@pytest.mark.parametrize("days", [-1, 32])
def test_the_day_has_to_be_a_recent_one(days: int) -> None:
    with pytest.raises(BadDay):
        changing.propose(FIRST, found(checked_on=clock.today() - timedelta(days=days)), row())


def test_four_weeks_before_it_ends_somebody_is_warned(monkeypatch: pytest.MonkeyPatch) -> None:
    changing.confirm(proposed(row()), SECOND)
    db.session.commit()
    for days, state, left, warned in (
        (154, "shown", 29, False),
        (155, "shown", 28, True),
        (183, "shown", 0, True),
        (184, "expired", -1, True),
    ):
        later(monkeypatch, days)
        line = row()
        assert (standing(line), days_left(line)) == (state, left)
        assert (line in to_be_confirmed()) is warned


def test_a_number_never_shown_warns_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    later(monkeypatch, 2000)
    assert {line.id for line in to_be_confirmed()} == {"emergency", "police"}
    assert standing(row("police")) == "shown"


def test_everything_is_on_the_trail() -> None:
    changing.confirm(proposed(row()), SECOND)
    changing.drop(proposed(row()), SECOND)
    db.session.commit()
    entries = db.session.scalars(select(TrailEntry).order_by(TrailEntry.id)).all()
    assert [(one.deed, one.actor_id) for one in entries] == [
        ("helpline_proposed", FIRST),
        ("helpline_confirmed", SECOND),
        ("helpline_proposed", FIRST),
        ("helpline_dropped", SECOND),
    ]
    assert {one.subject for one in entries} == {"helpline:bushavko_mobile"}
    assert db.session.scalars(select(HelplineChange)).all() == []
