"""A test client that shares nothing with the test but the database, as a browser on another machine would."""

from contextvars import Context
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from quizapp.db import db


class Visitor(FlaskClient):
    """Each request runs in a context of its own: what a view leaves uncommitted is lost, `g` starts empty.

    What the test itself has changed is committed first, for SQLite has one writer at a time.
    """

    def open(self, *args: Any, **values: Any) -> TestResponse:
        db.session.commit()
        return Context().run(super().open, *args, **values)
