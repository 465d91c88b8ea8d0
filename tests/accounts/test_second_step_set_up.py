"""The second step set up, its recovery codes, and what becomes of it when the telephone is lost."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from quizapp import clock
from quizapp.accounts import second_step, signing_in
from quizapp.accounts.models import Person, RecoveryCode, SecondStep
from quizapp.db import db
from tests.accounts.pages import EMAIL, codes_on, fill, key_on, pending, refused_fields, sessions, token_of
from tests.cast import PASSWORD, a_teacher, a_trainer, an_administrator, code_of, sign_in

PAGE = "/mk/staff/sign-in"
SET_UP = "/mk/staff/second-step"
INSIDE = "/mk/staff/account"


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
    key = key_on(page.text).replace(" ", "")
    assert len(key) == 32
    assert "<svg" in page.text
    assert client.get(SET_UP).text.count(key_on(page.text)) == 1
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
    keys = [key_on(browser.get(SET_UP).text).replace(" ", "") for browser in (other, client)]
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
    assert key_on(first.text) == key_on(again.text)


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
