"""The first page: for whoever sits in a class already, and for teachers."""

from flask import Flask
from flask.testing import FlaskClient

from tests.cast import a_cast, sit_down


def test_whoever_sits_in_a_class_goes_on(app: Flask) -> None:
    cast, client = a_cast(), app.test_client()
    sit_down(client, cast.fox_token)
    page = client.get("/sq/")
    assert page.headers["Cache-Control"] == "no-store"
    signs = ('id="go-on-here" href="/sq/lessons"', 'id="another-pupil"', 'id="code"')
    places = [page.text.index(sign) for sign in signs]
    assert places == sorted(places)
    assert "animals/fox.svg" in page.text


def test_visitors_find_the_code_only(client: FlaskClient) -> None:
    client.set_cookie("pupil", "stale")
    page = client.get("/mk/").text
    assert 'id="go-on-here"' not in page
    assert 'id="another-pupil"' not in page
    assert 'id="code"' in page


def test_teachers_find_their_door(client: FlaskClient) -> None:
    assert 'id="for-teachers" href="/mk/staff/sign-in"' in client.get("/mk/").text
    about = client.get("/mk/about").text
    assert about.index('id="sign-in" href="/mk/staff/sign-in"') < about.index('id="what"')
