"""What every answer carries, pages and static files alike, with and without TLS."""

from dataclasses import replace

import pytest
from flask import Flask, url_for

from quizapp.config import Config
from tests.databases import app_over

ADDRESSES = ["/mk/", "/none", "/health"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_pages_carry_a_strict_policy(app: Flask, address: str) -> None:
    headers = app.test_client().get(address).headers
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-store"
    assert "Strict-Transport-Security" not in headers


def test_static_files_are_kept_for_ever_and_carry_the_policy(app: Flask) -> None:
    with app.test_request_context():
        address = url_for("static", filename="css/tokens.css")
    answer = app.test_client().get(address, headers={"Accept-Encoding": "br"})
    assert answer.status_code == 200
    assert answer.headers["Content-Encoding"] == "br"
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_under_tls_cookies_are_bound_to_the_host(config: Config) -> None:
    with app_over(replace(config, tls=True)) as app:
        answer = app.test_client().get("/mk/", base_url="https://localhost")
    assert answer.headers["Strict-Transport-Security"]
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-language=mk")
    assert "Secure" in cookie


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_foreign_host_gets_a_clear_page(config: Config) -> None:
    with app_over(replace(config, trusted_hosts=("learn.example.mk",))) as app:
        answer = app.test_client().get("/mk/", headers={"Host": "elsewhere.invalid"})
        assert answer.status_code == 400
        assert "<h1>" in answer.text
        assert app.test_client().get("/mk/", headers={"Host": "learn.example.mk"}).status_code == 200
