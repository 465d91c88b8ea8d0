import dataclasses
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp import clock
from quizapp.accounts import limits, passwords, signing_in
from quizapp.accounts.models import Person, StaffSession
from quizapp.db import db
from tests.accounts.pages import fill, token_of, value_of
from tests.cast import PASSWORD, Cast, sign_in
from tests.databases import app_over

PAGE = "/mk/staff/sign-in"
INSIDE = "/mk/staff/account"


def test_lets_in(client: FlaskClient, cast: Cast) -> None:
    answer = fill(client, PAGE, email=" ANA@example.org ", password=PASSWORD)
    assert answer.status_code == 303
    cookie = next(line for line in answer.headers.getlist("Set-Cookie") if line.startswith("staff="))
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert client.get(INSIDE).status_code == 200


def test_goes_where_the_visitor_wanted_to_go(client: FlaskClient, cast: Cast) -> None:
    asked = client.get(f"{INSIDE}?a=b")
    assert asked.status_code == 303
    answer = fill(client, asked.location, email="ana@example.org", password=PASSWORD)
    assert answer.location == f"{INSIDE}?a=b"


@pytest.mark.parametrize(
    "elsewhere",
    ["https://evil.example/mk/staff/", "//evil.example/staff/", "/\\evil.example", "/mk/l/a4", "staff", ""],
)
def test_goes_nowhere_else(client: FlaskClient, cast: Cast, elsewhere: str) -> None:
    page = client.get(PAGE, query_string={"next": elsewhere})
    fields = {"email": "ana@example.org", "password": PASSWORD, "csrf_token": token_of(page.text)}
    answer = client.post(PAGE, query_string={"next": elsewhere}, data=fields)
    assert answer.status_code == 303
    assert answer.location in ("/mk/staff/", "/mk/staff/classes")


@pytest.mark.parametrize("email", ["ana@example.org", "nobody@example.org"])
def test_wrong_password_and_unknown_person_look_alike(client: FlaskClient, cast: Cast, email: str) -> None:
    answer = fill(client, PAGE, email=email, password="not the password")
    assert answer.status_code == 400
    assert value_of(answer.text, "email") == email
    assert value_of(answer.text, "password") == ""
    assert 'role="alert"' in answer.text


def test_zero_byte_is_refused(client: FlaskClient, cast: Cast) -> None:
    assert fill(client, PAGE, email="ana\0@example.org", password=PASSWORD).status_code == 400
    assert client.get(PAGE, query_string={"next": "\0"}).status_code == 400


def test_unknown_person_costs_a_password_check(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str | None] = []
    real = passwords.fits
    monkeypatch.setattr(passwords, "fits", lambda given, kept: (seen.append(kept), real(given, kept))[1])
    with pytest.raises(signing_in.SignInRefused):
        signing_in.sign_in("nobody@example.org", PASSWORD, "10.0.0.1")
    assert seen == [None]


def test_stale_token_keeps_what_was_entered(client: FlaskClient, cast: Cast) -> None:
    client.get(PAGE)
    answer = client.post(PAGE, data={"csrf_token": "stale", "email": "ana@example.org", "password": PASSWORD})
    assert answer.status_code == 400
    assert value_of(answer.text, "email") == "ana@example.org"
    fields = {"email": "ana@example.org", "password": PASSWORD, "csrf_token": token_of(answer.text)}
    assert client.post(PAGE, data=fields).status_code == 303


def test_wrong_passwords_put_the_next_look_off(cast: Cast) -> None:
    for _ in range(4):
        with pytest.raises(signing_in.SignInRefused):
            signing_in.sign_in("ana@example.org", "wrong wrong", "10.0.0.1")
    with pytest.raises(signing_in.SignInRefused):
        signing_in.sign_in("ana@example.org", PASSWORD, "10.0.0.2")
    ana = db.session.get_one(Person, cast.ana.id)
    # Looked at three times; what came too early was not, and made the wait no longer.
    assert ana.failures == 3
    ana.not_before = clock.now() - timedelta(seconds=1)
    signing_in.sign_in("ana@example.org", PASSWORD, "10.0.0.2")
    assert (ana.failures, ana.not_before) == (0, None)


def test_an_address_has_so_many_tries(client: FlaskClient, cast: Cast) -> None:
    for _ in range(limits.WRONG_SIGN_INS.most):
        limits.count(limits.WRONG_SIGN_INS, "127.0.0.1")
    refused = fill(client, PAGE, email="ana@example.org", password=PASSWORD)
    assert refused.status_code == 429
    assert 0 < int(refused.headers["Retry-After"]) <= limits.WRONG_SIGN_INS.seconds
    signing_in.sign_in("ana@example.org", PASSWORD, "10.0.0.2")


def test_old_hashes_are_renewed(cast: Cast) -> None:
    cheap = passwords.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    cast.ana.password_hash = cheap.hash(PASSWORD)
    person = signing_in.sign_in("ana@example.org", PASSWORD, None).person
    assert not passwords._hasher.check_needs_rehash(person.password_hash)


def test_session_ends_idle_or_after_a_day_at_school(client: FlaskClient, cast: Cast) -> None:
    sign_in(client, cast.ana)
    assert client.get(INSIDE).status_code == 200
    row = db.session.scalars(db.select(StaffSession)).one()
    for started, seen in ((0, 31), (8 * 60 + 1, 0)):
        row.started_at = clock.now() - timedelta(minutes=started)
        row.last_seen_at = clock.now() - timedelta(minutes=seen)
        assert client.get(INSIDE).status_code == 303


def test_last_use_is_noted_at_most_once_a_minute(client: FlaskClient, cast: Cast) -> None:
    sign_in(client, cast.ana)
    row = db.session.scalars(db.select(StaffSession)).one()
    for seconds, noted in ((30, False), (90, True)):
        before = row.last_seen_at = clock.now() - timedelta(seconds=seconds)
        client.get(INSIDE)
        db.session.expire_all()
        assert (row.last_seen_at > before) is noted
        db.session.commit()


def test_get_on_sign_out_is_no_sign_out(client: FlaskClient, cast: Cast) -> None:
    sign_in(client, cast.ana)
    for name in ("sign-out", "sign-out-everywhere"):
        assert client.get(f"/mk/staff/{name}").status_code == 405
    assert client.get(INSIDE).status_code == 200


def test_signs_out_this_browser_only(app: Flask, client: FlaskClient, cast: Cast) -> None:
    other = app.test_client()
    sign_in(client, cast.ana)
    sign_in(other, cast.ana)
    token = token_of(client.get(INSIDE).text)
    assert client.post("/mk/staff/sign-out", data={"csrf_token": token}).status_code == 303
    assert client.get(INSIDE).status_code == 303
    assert other.get(INSIDE).status_code == 200


def test_signs_out_everywhere(app: Flask, client: FlaskClient, cast: Cast) -> None:
    other, besim = app.test_client(), app.test_client()
    sign_in(client, cast.ana)
    sign_in(other, cast.ana)
    sign_in(besim, cast.besim)
    token = token_of(client.get(INSIDE).text)
    assert client.post("/mk/staff/sign-out-everywhere", data={"csrf_token": token}).status_code == 303
    assert [browser.get(INSIDE).status_code for browser in (client, other, besim)] == [303, 303, 200]


@pytest.mark.parametrize("name", ["sign-out", "sign-out-everywhere"])
def test_signing_out_needs_a_token_and_a_session(client: FlaskClient, cast: Cast, name: str) -> None:
    assert client.post(f"/mk/staff/{name}").location == PAGE
    sign_in(client, cast.ana)
    answer = client.post(f"/mk/staff/{name}", data={"csrf_token": "stale"})
    assert answer.status_code == 400
    assert client.post(f"/mk/staff/{name}", data={"csrf_token": token_of(answer.text)}).status_code == 303


def test_foreign_page_signs_nobody_in(app: Flask, cast: Cast) -> None:
    stranger = app.test_client()
    page = stranger.get(PAGE)
    fields = {"email": "ana@example.org", "password": PASSWORD, "csrf_token": token_of(page.text)}
    assert stranger.post(PAGE, data=fields, headers={"Origin": "https://evil.example"}).status_code == 403


def test_cookie_is_bound_to_the_host_under_tls(app: Flask, cast: Cast) -> None:
    config = app.extensions["settings"]
    with app_over(dataclasses.replace(config, tls=True)) as safe:
        browser = safe.test_client()
        browser.environ_base.update(HTTP_SEC_FETCH_SITE="same-origin")
        page = browser.get(PAGE, base_url="https://localhost")
        fields = {"email": "ana@example.org", "password": PASSWORD, "csrf_token": token_of(page.text)}
        answer = browser.post(PAGE, base_url="https://localhost", data=fields)
    (cookie,) = (line for line in answer.headers.getlist("Set-Cookie") if line.startswith("__Host-staff="))
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Strict"} <= set(cookie.split("; "))
    assert "Domain" not in cookie
