"""Ana's class with a lesson, and browsers in which teachers sit."""

import re
from itertools import islice
from typing import Any
from uuid import uuid4

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from quizapp.accounts import roster
from quizapp.accounts.models import Person, Pupil
from quizapp.accounts.names import ANIMALS, Name
from quizapp.db import Base, db
from quizapp.learning import assignments, playing
from quizapp.learning.models import Attempt
from quizapp.lessons import catalogue
from tests.accounts.pages import token_of
from tests.cast import a_cast, a_pupil, sign_in
from tests.learning.stage import RIGHT, counted_statements
from tests.lessons.sample_lesson import sample_lesson

WRONG: dict[str, Any] = RIGHT | {
    "q_single": "stone",
    "q_buckets": {"chess": "outdoors", "football": "indoors"},
}
# Noted with every visit, whatever becomes of it.
ALWAYS_CHANGING = {"staff_session", "rate_limit"}


class Room:
    """The sample lesson stands open for Ana's class of two pupils; nobody has begun. Another isn't given."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.cast = a_cast()
        self.revision = catalogue.publish(sample_lesson())
        catalogue.publish(sample_lesson().model_copy(update={"id": "other"}))
        self.assignment = assignments.assign(self.cast.ana_class, self.revision)
        db.session.commit()

    @property
    def path(self) -> str:
        """The address of Ana's class."""
        return f"/en/staff/classes/{self.cast.ana_class.id}"

    @property
    def lesson_path(self) -> str:
        return f"{self.path}/assignments/{self.assignment.id}"

    @property
    def fox_path(self) -> str:
        return f"{self.path}/pupils/{self.cast.fox.id}"

    def browser(self, person: Person | None = None) -> FlaskClient:
        """A browser on our page, with somebody signed in."""
        client = self.app.test_client()
        client.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"
        if person:
            sign_in(client, person)
        return client

    def take(self, pupil: Pupil, choices: dict[str, Any], *, finish: bool = True, reach: str = "") -> Attempt:
        """A pupil takes the lesson with these answers."""
        attempt = playing.start(pupil, self.assignment)
        for question, choice in choices.items():
            playing.answer(attempt, question, str(uuid4()), choice)
        if reach:
            playing.reach(attempt, reach)
        if finish:
            playing.finish(attempt)
        db.session.commit()
        return attempt

    def fill(self, pupils: int) -> None:
        """So many more pupils, each through with the lesson."""
        there = {(one.animal, one.thing) for one in roster.pupils_of(self.cast.ana_class)}
        names = (Name(animal, thing) for thing in ("guitar", "bell") for animal in ANIMALS)
        for name in islice((name for name in names if name not in there), pupils):
            self.take(a_pupil(self.cast.ana_class, name)[0], RIGHT)

    def words(self, language: str, question: str) -> Any:
        """What the lesson says in a question."""
        return catalogue.lesson_of(self.revision).question_words(question, language)


def press(client: FlaskClient, page: str, address: str, **fields: Any) -> TestResponse:
    """Open a page and send one of its forms."""
    return client.post(address, data={"csrf_token": token_of(client.get(page).text), **fields})


def everything() -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables, but for what changes with every visit."""
    db.session.rollback()
    tables = [table for name, table in Base.metadata.tables.items() if name not in ALWAYS_CHANGING]
    return {table.name: sorted(map(tuple, db.session.execute(select(table))), key=repr) for table in tables}


def data(page: str, name: str) -> list[str]:
    """The values of a data- attribute in the order of the page."""
    return re.findall(rf'data-{name}="([^"]*)"', page)


def statements(client: FlaskClient, address: str) -> int:
    """How many statements a page takes."""
    client.get(address)  # what is read once stays in memory
    db.session.expire_all()
    with counted_statements() as seen:
        assert client.get(address).status_code == 200
    return len(seen)
