"""A class with a lesson open for it, and browsers in which pupils sit."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch
from uuid import uuid4

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from quizapp.accounts.models import Pupil
from quizapp.db import Base, db
from quizapp.learning import assignments, playing
from quizapp.learning.models import Assignment, Attempt
from quizapp.lessons import catalogue
from quizapp.lessons.document import Lesson
from quizapp.lessons.models import Revision
from tests.cast import Cast, a_cast, sit_down
from tests.lessons.sample_lesson import sample_lesson

RIGHT: dict[str, Any] = {
    "q_single": "ball",
    "q_multiple": ["ball", "rope"],
    "q_truefalse": "true",
    "q_order": ["wash", "eat", "rest"],
    "q_match": {"rain": "umbrella", "cold": "scarf"},
    "q_buckets": {"chess": "indoors", "football": "outdoors"},
}
PAGE = "/mk/l/sample/1"


@dataclass
class Stage:
    """The sample lesson stands open for Ana's class; fox has begun it, bee has not."""

    app: Flask
    cast: Cast = field(default_factory=a_cast)
    revision: Revision = field(default_factory=lambda: catalogue.publish(sample_lesson()))

    def __post_init__(self) -> None:
        self.assignment: Assignment = assignments.assign(self.cast.ana_class, self.revision)
        self.attempt: Attempt = playing.start(self.cast.fox, self.assignment)
        db.session.commit()

    def browser(self, token: str | None = None) -> FlaskClient:
        """A browser on our page, with a pupil in front of it if there is a token."""
        client = self.app.test_client()
        client.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"
        if token:
            sit_down(client, token)
        return client

    def fox(self) -> FlaskClient:
        return self.browser(self.cast.fox_token)

    def bee(self) -> FlaskClient:
        return self.browser(self.cast.bee_token)


def said(
    attempt: Attempt | None, question: str = "q_single", choice: Any = "ball", **more: Any
) -> dict[str, Any]:
    """The body of an answer."""
    public_id = attempt and attempt.public_id
    return {"attempt": public_id, "uuid": str(uuid4()), "question": question, "choice": choice} | more


def post(client: FlaskClient, what: str, body: dict[str, Any] | bytes, page: str = PAGE) -> TestResponse:
    """Send as the page's script does."""
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    return client.post(f"{page}/{what}", data=data, content_type="application/json")


def rows(model: type[Base]) -> int:
    """How many rows a table has now."""
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(model)) or 0


def again(attempt: Attempt) -> Attempt:
    """The same attempt as the database has it now."""
    db.session.rollback()
    db.session.refresh(attempt)
    return attempt


def finished(pupil: Pupil, assignment: Assignment, choices: dict[str, Any]) -> Attempt:
    """A pupil goes through a lesson with these answers."""
    attempt = playing.start(pupil, assignment)
    for question, choice in choices.items():
        playing.answer(attempt, question, str(uuid4()), choice)
    playing.finish(attempt)
    db.session.commit()
    return attempt


def new_revision(**changes: Any) -> Revision:
    """The sample lesson published once more, with parts of its document changed."""
    document = json.loads(sample_lesson().to_json())
    for path, value in changes.items():
        *way, last = path.split("__")
        part = document
        for key in way:
            part = part[int(key)] if isinstance(part, list) else part[key]
        part[last] = value
    revision = catalogue.publish(Lesson.from_json(json.dumps(document)))
    db.session.commit()
    return revision


@contextmanager
def counted_statements() -> Iterator[list[str]]:
    """What is sent to the database meanwhile, without the beginning and end of transactions."""
    seen: list[str] = []
    dialect = db.engine.dialect
    tell = dialect.do_execute

    def told(cursor: Any, statement: str, *more: Any) -> None:
        if not statement.startswith("BEGIN"):
            seen.append(statement)
        tell(cursor, statement, *more)

    with patch.object(dialect, "do_execute", told):
        yield seen
