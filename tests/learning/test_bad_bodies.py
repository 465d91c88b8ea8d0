"""Bodies no page of ours sends: a clear refusal, no row, no traceback."""

import json
from typing import Any

import pytest

from quizapp.learning.models import Answer, PrivateCount
from tests.learning.stage import PAGE, Stage, post, rows, said

BAD = {
    "nothing": b"",
    "no json": b"{",
    "a list": b"[]",
    "not utf-8": b'{"attempt": null, "uuid": "\xff"}',
    "deep": b'{"choice":' + b"[" * 4000 + b"]" * 4000 + b"}",
}


WRONG_SHAPES: list[tuple[str, Any]] = [
    ("choice", "\ud800"),
    ("choice", "ba\0ll"),
    ("choice", {"ball": {"deep": "er"}}),
    ("choice", 2**70),
    ("choice", True),
    ("choice", None),
    ("choice", ["ball"] * 1000),
    ("choice", "b" * 5000),
    ("question", "q_single\0"),
    ("question", "q_single\n"),
    ("question", 1),
    ("attempt", "\ud800"),
    ("attempt", 2**70),
    ("attempt", ""),
    ("attempt", "0" * 32 + "\0"),
    ("more", "of it"),
]


@pytest.mark.parametrize("what", ["answer", "reach", "finish", "private"])
def test_body_without_shape(stage: Stage, what: str) -> None:
    client = stage.fox()
    for name, body in BAD.items():
        reply = post(client, what, body)
        assert reply.status_code == 400, name
        assert reply.json["message"]
    assert post(client, what, b" " * 20000).status_code == 413


def test_part_of_the_wrong_shape(stage: Stage) -> None:
    client = stage.fox()
    for field, value in WRONG_SHAPES:
        reply = post(client, "answer", json.dumps(said(stage.attempt) | {field: value}).encode())
        assert reply.status_code == 400, (field, value)
    assert rows(Answer) == 0


def test_missing_part(stage: Stage) -> None:
    for field in ("attempt", "uuid", "question", "choice"):
        body = said(stage.attempt)
        del body[field]
        assert post(stage.fox(), "answer", body).status_code == 400


CLEAR = (400, 404, 405)
NOT_THERE = [
    "/mk/l/other/1",
    "/mk/l/sample/2",
    "/mk/l/sample/0",
    f"/mk/l/sample/{2**70}",
    "/mk/l/sa%00mple/1",
    "/mk/l/%ed%a0%80/1",
    "/xx/l/sample/1",
    "/en/l/sample/1",
]


def test_lesson_that_is_not_there(stage: Stage) -> None:
    bodies = {
        "answer": said(stage.attempt),
        "reach": {"attempt": stage.attempt.public_id, "step": "story"},
        "finish": {"attempt": stage.attempt.public_id},
        "private": {"question": "q_picture", "choice": "glad"},
    }
    client = stage.fox()
    for page in NOT_THERE:
        for what, body in bodies.items():
            assert post(client, what, body, page).status_code in CLEAR, page
        assert client.get(page).status_code in CLEAR, page
        assert client.post(page).status_code in CLEAR, page
        assert client.get(f"{page}/state").status_code in CLEAR, page
    assert rows(Answer) == 0
    assert rows(PrivateCount) == 0


def test_lesson_without_a_number(stage: Stage) -> None:
    client = stage.browser()
    assert client.get("/mk/l/sample").headers["Location"].endswith(PAGE)
    assert client.get("/mk/l/other").status_code == 404
    assert client.get("/mk/l/%00").status_code in CLEAR
