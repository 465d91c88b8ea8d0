import unicodedata
from datetime import timedelta

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from quizapp import clock
from quizapp.accounts import codes, limits, roster, tickets
from quizapp.accounts.models import Limit, SchoolClass
from quizapp.db import db
from tests.cast import Cast, a_class
from tests.databases import app_over

DIGIT = st.characters(categories=["Nd"])
BETWEEN = st.text(st.sampled_from(" \u00a0\u2009\t-–—\u2011\u2212_\u200b"), max_size=3)
HOME = "10.0.0.1"


@given(st.lists(DIGIT, min_size=8, max_size=8), st.lists(BETWEEN, min_size=9, max_size=9))
def test_any_digits_with_spaces_and_dashes_are_a_code(digits: list[str], between: list[str]) -> None:
    typed = between[0] + "".join(digit + gap for digit, gap in zip(digits, between[1:], strict=True))
    assert codes.normalise(typed) == "".join(str(unicodedata.decimal(digit)) for digit in digits)


@given(st.text())
def test_whatever_is_typed_is_eight_digits_or_nothing(typed: str) -> None:
    code = codes.normalise(typed)
    assert code == "" or (len(code) == 8 and code.isascii() and code.isdigit())


@pytest.mark.parametrize(
    "typed", ["", "1234567", "123456789", "1234567a", "१२३४५६७", "½2345678", "\ud800" * 9, "1" * 99]
)
def test_other_things_are_no_code(typed: str) -> None:
    assert codes.normalise(typed) == ""


def refused(app: Flask, code: str) -> str:
    """How a refusal looks."""
    with pytest.raises(codes.CodeRefused) as caught:
        codes.find_class_by_code(code, HOME)
    return repr(caught.value)


def test_finds_the_class_while_the_door_is_open(cast: Cast) -> None:
    code = cast.ana_class.join_code
    assert codes.find_class_by_code(f" {code[:4]}–{code[4:]} ", HOME) == cast.ana_class
    codes.set_joining(cast.ana_class, "returning")
    assert codes.find_class_by_code(code, HOME) == cast.ana_class


def test_wrong_expired_and_closed_look_alike(app: Flask, cast: Cast) -> None:
    looks = set()
    school_class, code = cast.ana_class, cast.ana_class.join_code
    looks |= {refused(app, "no code"), refused(app, f"{(int(code) + 1) % 10**8:08}")}
    school_class.joining_until = clock.now()
    looks.add(refused(app, code))
    codes.set_joining(school_class, "open")
    school_class.code_expires_at = clock.now()
    looks.add(refused(app, code))
    school_class.code_expires_at = codes.code_expiry()
    codes.set_joining(school_class, "closed")
    looks.add(refused(app, code))
    codes.set_joining(school_class, "open")
    roster.archive_class(school_class)
    looks.add(refused(app, code))
    assert looks == {"CodeRefused()"}


def test_opening_with_an_expired_code_makes_a_new_one(cast: Cast) -> None:
    code = cast.ana_class.join_code
    cast.ana_class.code_expires_at = clock.now()
    codes.set_joining(cast.ana_class, "open")
    assert cast.ana_class.join_code != code
    assert codes.joining_state(cast.ana_class) == "open"


def test_door_shuts_by_itself_after_two_hours(cast: Cast) -> None:
    assert cast.ana_class.joining_until is not None
    assert timedelta(minutes=119) < cast.ana_class.joining_until - clock.now() <= timedelta(hours=2)


def test_codes_differ_from_class_to_class(cast: Cast) -> None:
    made = {a_class(cast.ana, str(number)).join_code for number in range(20)}
    assert len(made) == 20
    assert all(len(code) == 8 and code.isdigit() for code in made)


def test_limit_of_wrong_codes_holds_across_workers(app: Flask, cast: Cast) -> None:
    code = cast.ana_class.join_code
    db.session.commit()
    with app_over(app.extensions["settings"]):
        for _ in range(limits.WRONG_CODES.most):
            with pytest.raises(codes.CodeRefused):
                codes.find_class_by_code("00000000", HOME)
    with pytest.raises(limits.TooManyTries):
        codes.find_class_by_code(code, HOME)
    assert codes.find_class_by_code(code, "10.0.0.2") == cast.ana_class


def test_limits_tell_nothing_of_an_address(cast: Cast) -> None:
    limits.count(limits.WRONG_CODES, HOME)
    row = db.session.scalars(db.select(Limit).where(Limit.count == 1)).first()
    assert row is not None
    assert HOME not in row.key_hash


def test_old_limits_are_forgotten(cast: Cast) -> None:
    limits.count(limits.WRONG_CODES, HOME)
    assert limits.forget_old() == 0
    for row in db.session.scalars(db.select(Limit)):
        row.window_start -= timedelta(days=2)
    assert limits.forget_old() > 0


def test_one_household_has_one_limit() -> None:
    assert limits.network_of("2001:db8::1") == limits.network_of("2001:db8::ffff:2")
    assert limits.network_of("2001:db8::1") != limits.network_of("2001:db8:0:1::1")
    assert limits.network_of("::ffff:10.0.0.1") == limits.network_of(HOME)
    assert limits.network_of(None) == limits.network_of("a\ud800") == "unknown"


def test_ticket_opens_its_class(cast: Cast) -> None:
    text = tickets.new_ticket(cast.ana_class)
    ticket = tickets.open_ticket(text)
    assert ticket.school_class == cast.ana_class
    assert ticket == tickets.open_ticket(text)
    assert ticket.join_id != tickets.open_ticket(tickets.new_ticket(cast.ana_class)).join_id
    assert cast.ana_class.join_code not in text


def rotated(school_class: SchoolClass) -> None:
    codes.rotate_code(school_class)


def closed(school_class: SchoolClass) -> None:
    codes.set_joining(school_class, "closed")


def removed(school_class: SchoolClass) -> None:
    db.session.delete(school_class)
    db.session.flush()


@pytest.mark.parametrize("change", [rotated, closed, roster.archive_class, removed])
def test_ticket_is_void_after(cast: Cast, change) -> None:  # type: ignore[no-untyped-def]
    text = tickets.new_ticket(cast.ana_class)
    change(cast.ana_class)
    with pytest.raises(codes.CodeRefused):
        tickets.open_ticket(text)


@pytest.mark.parametrize("text", ["", "invented", "a.b.c", "\ud800", "é" * 2000])
def test_invented_ticket_opens_nothing(app: Flask, text: str) -> None:
    with pytest.raises(codes.CodeRefused):
        tickets.open_ticket(text)


def test_ticket_is_good_for_a_quarter_of_an_hour(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    text = tickets.new_ticket(cast.ana_class)
    monkeypatch.setattr(tickets, "TICKET_SECONDS", -1)
    with pytest.raises(codes.CodeRefused):
        tickets.open_ticket(text)
