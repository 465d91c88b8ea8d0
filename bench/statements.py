"""What is sent to the database: for an answer, and for the participation page of a small and a large class.

Each request runs in a context of its own, so that nothing is known from the one before.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import psycopg
from flask import Flask
from sqlalchemy import event

from bench import school
from quizapp.accounts import sessions
from quizapp.db import db
from tests.visitor import Visitor

Seen = dict[str, int]


@contextmanager
def counted() -> Iterator[Seen]:
    """Statements and commits meanwhile; BEGIN and COMMIT are no statements here."""
    seen = {"statements": 0, "commits": 0}
    dialect = db.engine.dialect
    tell = dialect.do_execute

    def told(cursor: Any, text: str, *more: Any) -> None:
        tell(cursor, text, *more)
        seen["statements"] += not text.startswith("BEGIN")
        seen["commits"] += not in_transaction(cursor.connection)

    def commit(_connection: Any) -> None:
        seen["commits"] += 1

    event.listen(db.engine, "commit", commit)
    with patch.object(dialect, "do_execute", told):
        yield seen
    event.remove(db.engine, "commit", commit)


def in_transaction(connection: Any) -> bool:
    """Whether what was said last waits for a commit, or has committed by itself."""
    if isinstance(connection, sqlite3.Connection):
        return connection.in_transaction
    return bool(connection.info.transaction_status != psycopg.pq.TransactionStatus.IDLE)


def for_an_answer(app: Flask, revision: Any, pupils: list[school.AtWork]) -> Seen:
    """The third answer of a browser: by then everything is warm that stays warm."""
    bodies = [body for _, body in school.answers(pupils[:1], revision)][:3]
    client = Visitor(app, app.response_class)
    client.set_cookie("pupil", pupils[0].token)
    address = f"/mk/l/{school.LESSON}/{revision.number}/answer"
    headers = {"Sec-Fetch-Site": "same-origin", "Content-Type": "application/json"}
    answers = []
    for body in bodies:
        with counted() as seen:
            answers.append(client.post(address, data=body, headers=headers))
    assert [answer.status_code for answer in answers] == [200] * 3
    return seen


def for_participation(app: Flask, teacher: Any, school_class: Any) -> Seen:
    """The page that the teacher keeps open."""
    client = Visitor(app, app.response_class)
    client.set_cookie("staff", sessions.start(teacher))
    db.session.commit()
    address = f"/mk/staff/classes/{school_class.id}/participation"
    client.get(address)
    with counted() as seen:
        answer = client.get(address)
        assert answer.status_code == 200, answer.status
    return seen
