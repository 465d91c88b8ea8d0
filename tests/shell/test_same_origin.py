"""A write must come from a page of ours."""

import pytest
from flask import Flask

HOST = "localhost"


@pytest.mark.parametrize(
    ("headers", "allowed"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "none"}, False),
        ({"Sec-Fetch-Site": "cross-site", "Origin": f"http://{HOST}"}, False),
        ({"Origin": f"http://{HOST}"}, True),
        ({"Origin": "null"}, False),
        ({"Origin": "http://elsewhere.invalid"}, False),
        ({"Origin": f"https://{HOST}"}, False),
        ({"Referer": f"http://{HOST}/mk/"}, True),
        ({"Referer": f"http://{HOST}.elsewhere.invalid/"}, False),
        ({"Referer": "http://[broken"}, False),
        ({}, False),
    ],
)
def test_where_a_write_comes_from(app: Flask, headers: dict[str, str], allowed: bool) -> None:
    answer = app.test_client().post("/mk/join", data={"code": "0000 0000"}, headers=headers)
    assert (answer.status_code != 403) is allowed
