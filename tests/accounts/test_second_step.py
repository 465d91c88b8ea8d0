"""Signing in with the code that trainers and administrators need besides their password."""

import re
import threading
import time
from datetime import datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from quizapp import clock
from quizapp.accounts import people, second_step, signing_in
from quizapp.accounts.models import Person
from quizapp.accounts.pending import PENDING_SECONDS, PendingOver, pending_for
from quizapp.accounts.roles import lock_out
from quizapp.db import db
from tests.accounts.pages import EMAIL, fill, pending, refused_fields, sessions, token_of, value_of
from tests.accounts.test_kept import ENTERED, NEW, hidden
from tests.cast import PASSWORD, an_administrator, code_of

PAGE = "/mk/staff/sign-in"
CODE = "/mk/staff/sign-in/code"
INSIDE = "/mk/staff/account"


def test_the_password_alone_opens_no_session(client: FlaskClient, trainer: Person) -> None:
    asked = fill(client, f"{PAGE}?next=/mk/staff/account?a=b", email=EMAIL, password=PASSWORD)
    assert asked.status_code == 200
    assert sessions() == 0
    assert client.get(INSIDE).status_code == 303
    fields = {"csrf_token": token_of(asked.text), "pending": value_of(asked.text, "pending")}
    action = re.search(r'action="([^"]*sign-in/code[^"]*)"', asked.text)
    assert action
    inside = client.post(action[1], data={**fields, "code": code_of(trainer)})
    assert (inside.status_code, inside.location) == (303, "/mk/staff/account?a=b")
    assert client.get(INSIDE).status_code == 200


def test_the_second_page_opens_from_the_first_only(client: FlaskClient, trainer: Person) -> None:
    assert client.get(CODE).location == PAGE
    token = token_of(client.get(PAGE).text)
    forged = client.post(CODE, data={"csrf_token": token, "pending": "forged", "code": code_of(trainer)})
    assert forged.status_code == 400
    assert 'id="sign-in"' in forged.text


def test_a_stale_token_keeps_the_code(client: FlaskClient, trainer: Person) -> None:
    client.get(PAGE)
    code = code_of(trainer)
    answer = client.post(CODE, data={"csrf_token": "stale", "pending": pending(), "code": code})
    assert answer.status_code == 400
    assert value_of(answer.text, "code") == code
    fields = {name: value_of(answer.text, name) for name in ("pending", "code")}
    assert client.post(CODE, data={"csrf_token": token_of(answer.text), **fields}).status_code == 303


def test_a_code_works_once(trainer: Person) -> None:
    code = code_of(trainer)
    signing_in.confirm(pending(), code, None)
    with pytest.raises(signing_in.SignInRefused):
        signing_in.confirm(pending(), code, None)


def test_an_earlier_code_is_over_once_a_later_one_was_used(trainer: Person, later: list[datetime]) -> None:
    later.append(later[-1] + timedelta(minutes=2))
    before = code_of(trainer)
    later.append(later[-1] + timedelta(seconds=30))
    signing_in.confirm(pending(), code_of(trainer), None)
    with pytest.raises(signing_in.SignInRefused):
        signing_in.confirm(pending(), before, None)


@pytest.mark.parametrize(
    ("seconds", "right"), [(-60, False), (-30, True), (0, True), (30, True), (60, False)]
)
def test_a_telephone_may_be_half_a_minute_off(
    trainer: Person, later: list[datetime], seconds: int, right: bool
) -> None:
    later.append(later[-1] + timedelta(minutes=5))
    code = second_step.code_at(second_step.key_of(trainer), clock.now() + timedelta(seconds=seconds))
    if right:
        assert signing_in.confirm(pending(), code, None).person == trainer
    else:
        with pytest.raises(signing_in.SignInRefused):
            signing_in.confirm(pending(), code, None)


@pytest.mark.parametrize("code", ["", "12345", "abcdef", "١٢٣٤٥٦", "1" * 40, "000000000000"])
def test_what_is_no_code_is_refused(trainer: Person, code: str) -> None:
    with pytest.raises(signing_in.SignInRefused):
        signing_in.confirm(pending(), code, None)


def test_of_two_requests_with_one_code_one_comes_in(app: Flask, trainer: Person) -> None:
    first, second, code = pending(), pending(), code_of(trainer)
    db.session.commit()
    answers: list[bool] = []

    def come_in(half_way: str) -> None:
        with app.app_context():
            try:
                signing_in.confirm(half_way, code, None)
                db.session.commit()
                answers.append(True)
            except signing_in.SignInRefused:
                answers.append(False)

    threads = [threading.Thread(target=come_in, args=(one,)) for one in (first, second)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == [False, True]
    assert sessions() == 1


def test_wrong_codes_put_the_next_look_off_and_the_right_password_does_not_help(trainer: Person) -> None:
    for _ in range(4):
        with pytest.raises(signing_in.SignInRefused):
            signing_in.confirm(half_way(), "000000", None)
    assert db.session.get_one(Person, trainer.id).failures == 3
    with pytest.raises(signing_in.SignInRefused):
        signing_in.confirm(half_way(), code_of(trainer), None)
    with pytest.raises(signing_in.SignInRefused):
        signing_in.sign_in(EMAIL, PASSWORD, None)
    db.session.get_one(Person, trainer.id).not_before = clock.now() - timedelta(seconds=1)
    signing_in.confirm(half_way(), code_of(trainer), None)
    assert db.session.get_one(Person, trainer.id).failures == 0


def half_way() -> str:
    """What the first page gives, whatever waits are on."""
    return pending_for(db.session.scalars(select(Person).where(Person.email == EMAIL)).one())


def test_half_way_is_over_after_five_minutes_and_with_another_password(
    trainer: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = pending()
    people.reset_password(people.reset_link(EMAIL), "pesë libra të kuq")
    db.session.commit()
    with pytest.raises(PendingOver):
        signing_in.confirm(begun, code_of(trainer), None)
    again = half_way()
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() + PENDING_SECONDS + 2)
    with pytest.raises(PendingOver):
        signing_in.confirm(again, code_of(trainer), None)


def test_whoever_is_locked_out_half_way_stays_out(trainer: Person) -> None:
    begun = pending()
    lock_out(trainer, an_administrator("office@example.org"))
    with pytest.raises(signing_in.SignInRefused):
        signing_in.confirm(begun, code_of(trainer), None)


def test_what_was_entered_too_late_survives_both_steps(client: FlaskClient, trainer: Person) -> None:
    late = client.post(NEW, data=ENTERED)
    asked = client.post(
        PAGE,
        data={
            "csrf_token": token_of(late.text),
            **hidden(late.text),
            "email": EMAIL,
            "password": PASSWORD,
        },
    )
    assert hidden(asked.text) == hidden(late.text)
    fields = {"csrf_token": token_of(asked.text), "pending": value_of(asked.text, "pending")}
    wrong = client.post(CODE, data={**fields, **hidden(asked.text), "code": "000000"})
    assert (wrong.status_code, refused_fields(wrong.text)) == (400, {"code"})
    assert hidden(wrong.text) == hidden(late.text)
    back = client.post(
        CODE,
        data={
            "csrf_token": token_of(wrong.text),
            "pending": value_of(wrong.text, "pending"),
            **hidden(wrong.text),
            "code": code_of(trainer),
        },
    )
    assert f'id="send-again" method="post" action="{NEW}"' in back.text
    assert hidden(back.text) == ENTERED
