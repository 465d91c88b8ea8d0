"""Which language the front door opens in, and what machines ask of it."""

import pytest
from flask import Flask, session
from flask.testing import FlaskClient


@pytest.mark.parametrize(
    ("wish", "language"),
    [("sq", "sq"), ("mk-MK,mk;q=0.9", "mk"), ("en-US,en;q=0.8,sq;q=0.5", "sq"), ("de", "mk"), ("", "mk")],
)
def test_the_browsers_language_decides(client: FlaskClient, wish: str, language: str) -> None:
    answer = client.get("/", headers={"Accept-Language": wish})
    assert (answer.status_code, answer.location) == (302, f"/{language}/")


def test_a_chosen_language_is_remembered(client: FlaskClient) -> None:
    client.get("/sq/")
    assert client.get("/", headers={"Accept-Language": "mk"}).location == "/sq/"


def test_the_first_page_speaks_the_language_of_its_address(client: FlaskClient) -> None:
    for language in ("mk", "sq"):
        page = client.get(f"/{language}/")
        assert page.status_code == 200
        assert f'<html lang="{language}">' in page.text


@pytest.mark.parametrize("address", ["/xx/", "/en/", "/en/help", "/mk/none", "/mk/l/none/1", "/..%2fetc"])
def test_what_is_not_there_is_a_page_in_the_readers_language(client: FlaskClient, address: str) -> None:
    page = client.get(address, headers={"Accept-Language": "sq"})
    assert page.status_code == 404
    assert "<h1>" in page.text
    assert "Traceback" not in page.text


@pytest.mark.parametrize("name", ["endpoint", "_anchor", "_scheme", "_method", "_external", "lang"])
@pytest.mark.parametrize(("address", "status"), [("/mk/help", 200), ("/mk/l/none/1", 404)])
def test_no_name_in_a_query_breaks_a_page(client: FlaskClient, name: str, address: str, status: int) -> None:
    page = client.get(address, query_string={name: "javascript"})
    assert page.status_code == status
    assert "<h1>" in page.text
    assert f'href="/sq/{address[4:]}?{name}=javascript"' in page.text


def test_health_follows_the_database(client: FlaskClient) -> None:
    assert client.get("/health").status_code == 200


def test_nothing_is_indexed(client: FlaskClient) -> None:
    assert "Disallow: /" in client.get("/robots.txt").text


def test_no_pupil_page_starts_a_session(client: FlaskClient) -> None:
    for address in ("/mk/", "/mk/help", "/mk/exit-page", "/mk/about"):
        assert "form" not in {
            cookie.split("=")[0] for cookie in client.get(address).headers.getlist("Set-Cookie")
        }


def test_a_pupil_page_cannot_write_into_a_session(app: Flask) -> None:
    with app.test_request_context("/mk/help"), pytest.raises(RuntimeError):
        session["who"] = "somebody"
    with app.test_request_context("/mk/staff/sign-in"):
        session["token"] = "kept"
