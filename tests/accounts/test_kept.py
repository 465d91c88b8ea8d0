"""A form sent after its teacher was signed out: nothing that was entered is lost."""

import re
from datetime import timedelta
from html import unescape

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from quizapp import clock
from quizapp.accounts import sessions
from quizapp.accounts.addresses import local_path
from quizapp.accounts.models import SchoolClass, StaffSession
from quizapp.db import db
from tests.accounts.pages import fill, token_of, value_of
from tests.cast import PASSWORD, Cast, sign_in

PAGE = "/mk/staff/sign-in"
NEW = "/mk/staff/classes/new"
ENTERED = {"name": 'IV "2" <б>', "grade": "4", "language": "sq"}
WHO = {"email": "ana@example.org", "password": PASSWORD}


def hidden(page: str) -> dict[str, str]:
    """The hidden fields of a page."""
    tags = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', page)
    return {unescape(name): unescape(value) for name, value in tags}


def idle(client: FlaskClient, cast: Cast) -> str:
    """Sign Ana in, let half an hour pass; the token of the page that still stands open."""
    sign_in(client, cast.ana)
    token = token_of(client.get(NEW).text)
    db.session.scalars(select(StaffSession)).one().last_seen_at = clock.now() - timedelta(minutes=31)
    return token


def test_what_was_entered_too_late_is_sent_after_signing_in(client: FlaskClient, cast: Cast) -> None:
    late = client.post(NEW, data={"csrf_token": idle(client, cast), **ENTERED})
    assert late.status_code == 403
    assert 'id="signed-out"' in late.text
    assert f'action="{PAGE}"' in late.text
    wrong = client.post(
        PAGE, data={"csrf_token": token_of(late.text), **hidden(late.text), **WHO, "password": "no"}
    )
    assert wrong.status_code == 400
    assert hidden(wrong.text) == hidden(late.text)
    back = client.post(PAGE, data={"csrf_token": token_of(wrong.text), **hidden(wrong.text), **WHO})
    assert back.status_code == 200
    assert f'id="send-again" method="post" action="{NEW}"' in back.text
    assert hidden(back.text) == ENTERED
    assert db.session.scalar(select(SchoolClass).where(SchoolClass.name == ENTERED["name"])) is None
    sent = client.post(NEW, data={"csrf_token": token_of(back.text), **hidden(back.text)})
    assert sent.status_code == 302
    made = db.session.scalars(select(SchoolClass).where(SchoolClass.name == ENTERED["name"])).one()
    assert made.teacher_id == cast.ana.id


def test_neither_tokens_nor_passwords_are_carried(client: FlaskClient, cast: Cast) -> None:
    secret = {"password": "s3cret", "new_password": "s3cret", "Present_Password": "s3cret"}
    late = client.post(NEW, data={"csrf_token": "t0ken", **secret, **ENTERED})
    assert "s3cret" not in late.text
    assert "t0ken" not in late.text
    forged = {f"kept_value_{name}": value for name, value in {**secret, "csrf_token": "t0ken"}.items()}
    back = client.post(PAGE, data={"csrf_token": token_of(late.text), **hidden(late.text), **forged, **WHO})
    assert "s3cret" not in back.text
    assert "t0ken" not in back.text


@pytest.mark.parametrize("address", ["account", "sign-out", "sign-out-everywhere"])
def test_a_late_change_of_password_is_asked_for_anew(client: FlaskClient, cast: Cast, address: str) -> None:
    data = {"csrf_token": "stale", "present_password": PASSWORD, "new_password": PASSWORD}
    answer = client.post(f"/mk/staff/{address}", data=data)
    assert (answer.status_code, answer.location) == (303, PAGE)


HOSTILE = [
    "https://evil.example/mk/staff/x",
    "//evil.example/staff/x",
    "/\\evil.example/staff/x",
    "javascript:alert(1)",
    "/mk/l/a4",
    "/mk/staff/../l/a4",
    "/mk/staff/%2e%2E/%2E./exit",
    "/mk/staff/x\r\ny",
    "",
]


@pytest.mark.parametrize("path", HOSTILE)
def test_nothing_is_sent_elsewhere(client: FlaskClient, cast: Cast, path: str) -> None:
    assert local_path(path) is None
    answer = fill(client, PAGE, kept_path=path, kept_value_name="x", **WHO)
    assert (answer.status_code, answer.location) == (303, "/mk/staff/classes")


def test_an_address_keeps_what_follows_the_question_mark(client: FlaskClient, cast: Cast) -> None:
    address = f"/mk/staff/classes/{cast.ana_class.id}/assignments?lesson=a4"
    late = client.post(address, data=ENTERED)
    assert value_of(late.text, "kept_path") == address


def test_another_teacher_sends_nothing_into_this_class(client: FlaskClient, cast: Cast) -> None:
    address = f"/mk/staff/classes/{cast.ana_class.id}/edit"
    late = client.post(address, data=ENTERED)
    who = {"email": "besim@example.org", "password": PASSWORD}
    back = client.post(PAGE, data={"csrf_token": token_of(late.text), **hidden(late.text), **who})
    sent = client.post(address, data={"csrf_token": token_of(back.text), **hidden(back.text)})
    assert sent.status_code == 404


def test_whoever_was_signed_out_by_time_is_told(client: FlaskClient, cast: Cast) -> None:
    assert 'id="signed-out"' not in client.get(PAGE).text
    idle(client, cast)
    asked = client.get(NEW)
    assert asked.status_code == 303
    assert 'id="signed-out"' in client.get(asked.location).text


def test_whatever_ended_it_the_sentence_is_true(client: FlaskClient, cast: Cast) -> None:
    """Also when the session was ended from elsewhere, as by a new password, and before the back button."""
    sign_in(client, cast.ana)
    sessions.end_all(cast.ana)
    db.session.commit()
    for text in (client.get(PAGE).text, client.post(NEW, data=ENTERED).text):
        assert "не ја користевте" not in text
        assert "Повеќе не сте најавени" in text


def test_whoever_signed_out_is_not_told(client: FlaskClient, cast: Cast) -> None:
    sign_in(client, cast.ana)
    token = token_of(client.get(NEW).text)
    answer = client.post("/mk/staff/sign-out", data={"csrf_token": token})
    assert 'id="signed-out"' not in client.get(answer.location).text
