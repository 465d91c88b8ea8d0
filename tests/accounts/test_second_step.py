"""The code that trainers and administrators sign in with besides their password."""

import re
import threading
import time
from datetime import datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from quizapp import clock
from quizapp.accounts import people, second_step, signing_in
from quizapp.accounts.models import Person, RecoveryCode, SecondStep, StaffSession
from quizapp.accounts.pending import PENDING_SECONDS, PendingOver, pending_for
from quizapp.accounts.roles import lock_out
from quizapp.db import db
from tests.accounts.pages import fill, refused_fields, token_of, value_of
from tests.accounts.test_kept import ENTERED, NEW, hidden
from tests.cast import PASSWORD, a_teacher, a_trainer, an_administrator, code_of, sign_in

PAGE = "/mk/staff/sign-in"
CODE = "/mk/staff/sign-in/code"
SET_UP = "/mk/staff/second-step"
INSIDE = "/mk/staff/account"
EMAIL = "trainer@example.org"


@pytest.fixture
def trainer(app: Flask) -> Person:
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


def pending(email: str = EMAIL) -> str:
    first = signing_in.sign_in(email, PASSWORD, None)
    assert isinstance(first, signing_in.CodeWanted)
    db.session.commit()
    return first.pending


def sessions() -> int:
    return db.session.scalar(select(func.count()).select_from(StaffSession)) or 0


def codes_on(page: str) -> list[str]:
    return re.findall(r'<li class="code">([\d ]+)</li>', page)


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


def test_nothing_else_opens_before_the_step_is_set_up(client: FlaskClient, newcomer: Person) -> None:
    sign_in(client, newcomer)
    for path in ("account", "", "desk"):
        answer = client.get(f"/mk/staff/{path}")
        assert (answer.status_code, answer.location) == (303, SET_UP), path
    assert client.post(INSIDE, data={}).location == SET_UP


def test_sets_the_step_up(app: Flask, client: FlaskClient, newcomer: Person) -> None:
    other = app.test_client()
    sign_in(client, newcomer)
    sign_in(other, newcomer)
    page = client.get(SET_UP)
    key = re.findall(r'id="key"[^>]*>([A-Z2-7 ]+)<', page.text)[0].replace(" ", "")
    assert len(key) == 32
    assert "<svg" in page.text
    assert client.get(SET_UP).text.count(re.findall(r'id="key"[^>]*>([A-Z2-7 ]+)<', page.text)[0]) == 1
    wrong = client.post(SET_UP, data={"csrf_token": token_of(page.text), "code": "000000"})
    assert (wrong.status_code, refused_fields(wrong.text)) == (400, {"code"})
    code = second_step.code_at(key, clock.now())
    done = client.post(SET_UP, data={"csrf_token": token_of(wrong.text), "code": code})
    codes = codes_on(done.text)
    assert len(set(codes)) == second_step.RECOVERY_CODES
    assert client.get(INSIDE).status_code == 200
    assert other.get(INSIDE).status_code == 303  # it had signed in with the password alone
    assert client.get(SET_UP).status_code == 303
    assert client.post(SET_UP, data={"code": code}).status_code == 409
    with pytest.raises(signing_in.SignInRefused):  # the first code is used up, too
        signing_in.confirm(pending("new@example.org"), code, None)


def test_who_knows_the_password_and_looks_first_learns_no_key_that_is_used(
    app: Flask, client: FlaskClient, newcomer: Person
) -> None:
    other = app.test_client()
    for browser in (other, client):
        sign_in(browser, newcomer)
    keys = [
        re.findall(r'id="key"[^>]*>([A-Z2-7 ]+)<', browser.get(SET_UP).text)[0].replace(" ", "")
        for browser in (other, client)
    ]
    page = client.get(SET_UP).text
    stolen, own = (second_step.code_at(key, clock.now()) for key in keys)
    refused = client.post(SET_UP, data={"csrf_token": token_of(page), "code": stolen})
    assert refused.status_code == 400
    assert codes_on(client.post(SET_UP, data={"csrf_token": token_of(page), "code": own}).text)
    assert second_step.key_of(newcomer) == keys[1] != keys[0]


def test_a_post_before_any_page_has_a_key_too(client: FlaskClient, newcomer: Person) -> None:
    sign_in(client, newcomer)
    first = client.post(SET_UP, data={"csrf_token": "stale", "code": "123456"})
    assert first.status_code == 400
    again = client.get(SET_UP)
    pattern = r'id="key"[^>]*>([A-Z2-7 ]+)<'
    assert re.findall(pattern, first.text) == re.findall(pattern, again.text)


def test_neither_the_key_nor_a_code_is_in_the_database(trainer: Person) -> None:
    key = second_step.key_of(trainer)
    row = db.session.get_one(SecondStep, trainer.id)
    assert key not in (row.nonce, row.nonce.upper())
    codes = second_step.renew_recovery_codes(trainer, code_of(trainer))
    kept = set(db.session.scalars(select(RecoveryCode.code_hash)))
    assert kept.isdisjoint(codes)


def test_a_recovery_code_works_once(trainer: Person) -> None:
    code, *_others = second_step.renew_recovery_codes(trainer, code_of(trainer))
    db.session.commit()
    typed = f" {code[:4]} {code[4:8]}-{code[8:]} "
    signing_in.confirm(pending(), typed, None)
    assert second_step.recovery_codes_left(trainer) == second_step.RECOVERY_CODES - 1
    with pytest.raises(signing_in.SignInRefused):
        signing_in.confirm(pending(), typed, None)


def test_a_recovery_code_is_its_owners(trainer: Person) -> None:
    other = a_trainer("other@example.org")
    code, *_others = second_step.renew_recovery_codes(other, code_of(other))
    with pytest.raises(signing_in.SignInRefused):
        signing_in.confirm(pending(), code, None)


def test_new_recovery_codes_void_the_old_ones(client: FlaskClient, trainer: Person) -> None:
    sign_in(client, trainer)
    address = f"{INSIDE}/recovery-codes"
    token = token_of(client.get(INSIDE).text)
    wrong = client.post(address, data={"csrf_token": token, "code": "000000"})
    assert (wrong.status_code, refused_fields(wrong.text)) == (400, {"code"})
    first = codes_on(client.post(address, data={"csrf_token": token, "code": code_of(trainer)}).text)
    second = codes_on(client.post(address, data={"csrf_token": token, "code": first[0]}).text)
    assert len(second) == second_step.RECOVERY_CODES
    with pytest.raises(second_step.WrongCode):
        second_step.use(trainer, first[1])


def test_codes_cannot_be_searched_by_who_found_the_browser(client: FlaskClient, trainer: Person) -> None:
    sign_in(client, trainer)
    token = token_of(client.get(INSIDE).text)
    fields = {"csrf_token": token, "code": "000000"}
    answers = [client.post(f"{INSIDE}/recovery-codes", data=fields).status_code for _ in range(11)]
    assert answers == [400] * 10 + [429]


def test_who_lost_the_telephone_sets_it_up_anew(client: FlaskClient, trainer: Person) -> None:
    before = second_step.key_of(trainer)
    sign_in(client, trainer)
    second_step.remove(trainer, an_administrator("office@example.org"))
    db.session.commit()
    assert sessions() == 0
    assert fill(client, PAGE, email=EMAIL, password=PASSWORD).status_code == 303
    assert client.get(INSIDE).location == SET_UP
    assert second_step.key_of(trainer, "the browser of the new session") != before


def test_teachers_need_no_second_step(client: FlaskClient, app: Flask) -> None:
    sign_in(client, a_teacher("ana@example.org"))
    assert client.get(SET_UP).location == "/mk/staff/classes"
    assert 'id="new-codes"' not in client.get(INSIDE).text
