import threading
import time
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp import clock
from quizapp.accounts import passwords, people
from quizapp.accounts.models import Invitation, Person, ResetLink, School
from quizapp.accounts.roles import roles_of
from quizapp.db import db
from tests.accounts.pages import fill, refused_fields, token_of, value_of
from tests.cast import PASSWORD, Cast, sign_in

INSIDE = "/sq/staff/account"
NEW = "tre libra të kuq"


def test_invitation_makes_the_school_once(app: Flask) -> None:
    people.invite("Naim", "Tetovë")
    people.invite("Naim", "Tetovë")
    people.invite("Naim", "Gostivar")
    assert len(db.session.scalars(db.select(School)).all()) == 2


def test_signs_up_once(client: FlaskClient, app: Flask) -> None:
    link = f"/sq/staff/invitation/{people.invite('Naim', 'Tetovë')}"
    answer = fill(client, link, name="Drita", email="Drita@Example.org", new_password=NEW)
    assert (answer.status_code, answer.location) == (303, "/sq/staff/sign-in")
    drita = db.session.scalars(db.select(Person)).one()
    assert (drita.email, drita.school.name, roles_of(drita)) == ("drita@example.org", "Naim", {"teacher"})
    assert client.get(link).status_code == 410
    assert fill(client, "/sq/staff/sign-in", email=drita.email, password=NEW).status_code == 303


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", " "),
        ("name", "x" * 81),
        ("email", "drita"),
        ("email", "ana@example.org"),
        ("email", "d\0rita@example.org"),
        ("new_password", "seven77"),
        ("new_password", "x1y2" * 33),
        ("new_password", "Лозинка123"),
        ("new_password", "FJALËKALIMI"),
        ("new_password", "aaaaaaaaaaab"),
        ("new_password", "drita@example.org"),
    ],
)
def test_says_what_is_wrong(client: FlaskClient, cast: Cast, field: str, value: str) -> None:
    link = f"/sq/staff/invitation/{people.invite('Naim', 'Tetovë')}"
    fields = {"name": "Drita", "email": "drita@example.org", "new_password": NEW, field: value}
    answer = fill(client, link, **fields)
    assert answer.status_code == 400
    if "\0" not in value:
        assert refused_fields(answer.text) == {field}
        assert value_of(answer.text, "name") == fields["name"].strip()
    # The link still holds.
    assert client.get(link).status_code == 200


def test_old_or_invented_links_hold_nothing(client: FlaskClient, cast: Cast) -> None:
    invitation, reset = people.invite("Naim", "Tetovë"), people.reset_link("ana@example.org")
    for row in (
        db.session.scalars(db.select(Invitation)).one(),
        db.session.scalars(db.select(ResetLink)).one(),
    ):
        row.expires_at = clock.now()
    for link in (
        f"invitation/{invitation}",
        f"reset/{reset}",
        "invitation/invented",
        "reset/invented",
        "reset/%00",
    ):
        assert client.get(f"/mk/staff/{link}").status_code in (400, 410)
        assert client.post(f"/mk/staff/{link}", data={"new_password": NEW}).status_code in (400, 410)


def test_resets_once_and_signs_out_everywhere(app: Flask, client: FlaskClient, cast: Cast) -> None:
    other = app.test_client()
    sign_in(other, cast.ana)
    link = f"/mk/staff/reset/{people.reset_link(' ANA@example.org')}"
    second = f"/mk/staff/reset/{people.reset_link('ana@example.org')}"
    cast.ana.failures, cast.ana.not_before = 9, clock.now() + timedelta(minutes=9)
    assert fill(client, link, new_password="short").status_code == 400
    assert fill(client, link, new_password=NEW).status_code == 303
    assert [client.get(used).status_code for used in (link, second)] == [410, 410]
    assert other.get(INSIDE).status_code == 303
    assert fill(client, "/mk/staff/sign-in", email="ana@example.org", password=PASSWORD).status_code == 400
    assert fill(client, "/mk/staff/sign-in", email="ana@example.org", password=NEW).status_code == 303


def test_two_clicks_on_a_link_use_it_once(app: Flask, cast: Cast) -> None:
    token = people.reset_link("ana@example.org")
    db.session.commit()
    done: list[bool] = []

    def click() -> None:
        with app.app_context():
            try:
                people.reset_password(token, NEW)
                db.session.commit()
                done.append(True)
            except people.LinkRefused:
                done.append(False)

    clicks = [threading.Thread(target=click) for _ in range(4)]
    for one in clicks:
        one.start()
    for one in clicks:
        one.join()
    assert sorted(done) == [False, False, False, True]


def test_nobody_is_reset_by_an_unknown_email(app: Flask) -> None:
    with pytest.raises(people.UnknownPerson):
        people.reset_link("nobody@example.org")


def test_changes_the_password_and_signs_out_others(app: Flask, client: FlaskClient, cast: Cast) -> None:
    other = app.test_client()
    sign_in(client, cast.ana)
    sign_in(other, cast.ana)
    answer = fill(client, INSIDE, present_password=PASSWORD, new_password=NEW)
    assert (answer.status_code, answer.location) == (303, INSIDE)
    assert [browser.get(INSIDE).status_code for browser in (client, other)] == [200, 303]
    db.session.refresh(cast.ana)
    assert passwords.fits(NEW, cast.ana.password_hash)


@pytest.mark.parametrize(
    ("present", "new", "field"),
    [
        ("wrong wrong", NEW, "present_password"),
        (PASSWORD, "12345678", "new_password"),
        (PASSWORD, "", "new_password"),
    ],
)
def test_keeps_the_password(client: FlaskClient, cast: Cast, present: str, new: str, field: str) -> None:
    sign_in(client, cast.ana)
    answer = fill(client, INSIDE, present_password=present, new_password=new)
    assert answer.status_code == 400
    assert refused_fields(answer.text) == {field}
    db.session.refresh(cast.ana)
    assert passwords.fits(PASSWORD, cast.ana.password_hash)


def test_password_cannot_be_searched_by_who_found_the_browser(client: FlaskClient, cast: Cast) -> None:
    sign_in(client, cast.ana)
    token = token_of(client.get(INSIDE).text)
    fields = {"csrf_token": token, "present_password": "wrong wrong", "new_password": NEW}
    codes = [client.post(INSIDE, data=fields).status_code for _ in range(11)]
    assert codes == [400] * 10 + [429]


def test_stranger_has_no_account_page(client: FlaskClient, cast: Cast) -> None:
    assert client.get(INSIDE).location == "/sq/staff/sign-in?next=/sq/staff/account"
    assert client.post(INSIDE, data={"new_password": NEW}).location == "/sq/staff/sign-in"
    client.set_cookie("staff", "invented")
    assert client.get(INSIDE).status_code == 303
    assert client.put(INSIDE).status_code == 405


def test_one_letter_typed_in_two_ways_is_one_password() -> None:
    kept = passwords.hash_password("tre libra të kuq", "")
    assert passwords.fits("tre libra te\u0308 kuq", kept)


def test_an_endless_password_costs_no_more_than_a_long_one() -> None:
    # Ordering the marks of one letter takes time that grows with their square: uncut, most of a minute.
    endless = "a" + "\u0301\u0316" * 65_000
    began = time.process_time()
    assert not passwords.fits(endless, None)
    with pytest.raises(passwords.PasswordRefused, match="long"):
        passwords.hash_password(endless, "")
    assert time.process_time() - began < 2


def test_common_passwords_are_all_long_enough_to_matter() -> None:
    assert len(passwords.COMMON) > 300
    assert all(len(word) >= passwords.SHORTEST and word == word.casefold() for word in passwords.COMMON)
