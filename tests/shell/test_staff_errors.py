"""An error on the staff pages keeps their look and leads back to work, with no help of the database."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.shell.errors import answer
from tests.cast import Cast, a_cast, sign_in
from tests.learning.stage import counted_statements


@pytest.fixture
def cast(app: Flask) -> Cast:
    return a_cast()


def signed_in(app: Flask, cast: Cast) -> FlaskClient:
    client = app.test_client()
    client.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"
    sign_in(client, cast.ana)
    return client


@pytest.mark.parametrize(("language", "words"), [("mk", "Назад на почеток"), ("sq", "Kthehu te fillimi")])
@pytest.mark.parametrize(
    ("path", "code"),
    [("classes/99999", 404), ("desk", 403)],
)
def test_a_teacher_finds_the_way_back_and_the_card(
    app: Flask, cast: Cast, language: str, words: str, path: str, code: int
) -> None:
    reply = signed_in(app, cast).get(f"/{language}/staff/{path}", follow_redirects=True)
    assert reply.status_code == code
    assert f'<html lang="{language}">' in reply.text
    assert f'id="to-start" href="/{language}/staff/">{words}' in reply.text
    assert 'id="to-card"' in reply.text
    assert "page-staff" in reply.text
    assert 'id="exit"' not in reply.text


def test_an_address_that_nothing_answers(app: Flask, cast: Cast) -> None:
    reply = signed_in(app, cast).get("/sq/staff/no-such-page")
    assert reply.status_code == 404
    assert 'id="to-start"' in reply.text
    assert 'id="exit"' not in reply.text
    pupils = app.test_client().get("/sq/staffroom")
    assert 'id="exit"' in pupils.text


def test_it_asks_no_database(app: Flask) -> None:
    with app.test_request_context("/mk/staff/classes"), counted_statements() as seen:
        reply = answer(503)
    assert 'id="to-start"' in reply.get_data(as_text=True)
    assert reply.headers["Retry-After"]
    assert seen == []
