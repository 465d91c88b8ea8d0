"""Faults are logged, and nothing about whoever met them."""

import logging
import logging.config
from collections.abc import Iterator
from io import StringIO

import pytest
from flask import Flask
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from quizapp.accounts.models import School
from quizapp.db import db
from quizapp.operations.logs import LOGGING

SECRETS = ("a-secret-token", "query", "Гоце Делчев", "203.0.113.9")


@pytest.fixture
def log() -> Iterator[StringIO]:
    """What the console shows."""
    logging.config.dictConfig(LOGGING)
    written = StringIO()
    handler = logging.getLogger().handlers[-1]
    assert isinstance(handler, logging.StreamHandler)
    handler.setStream(written)
    yield written
    logging.getLogger().removeHandler(handler)


def test_a_fault_is_named_by_its_endpoint(app: Flask, log: StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    school = {"name": "Гоце Делчев", "municipality": "Скопје"}

    def faulty(token: str) -> str:
        db.session.execute(insert(School).values(school))
        try:
            db.session.execute(insert(School).values(school))
        except IntegrityError as error:
            raise RuntimeError from error
        return token

    monkeypatch.setitem(app.view_functions, "accounts.reset", faulty)
    address, asked = {"REMOTE_ADDR": "203.0.113.9"}, "/mk/staff/reset/a-secret-token?query=1"
    assert app.test_client().get(asked, environ_base=address).status_code == 500
    assert "in faulty\n" in log.getvalue()
    assert not [secret for secret in SECRETS if secret in log.getvalue()]


def test_what_cannot_be_read_is_not_quoted(log: StringIO) -> None:
    gunicorn = logging.getLogger("gunicorn.error")
    gunicorn.warning("Invalid request from ip=203.0.113.9: a-secret-token")
    refusal = "\n".join(("not twice", f"DETAIL:  Key (name)=({SECRETS[2]}) already exists."))
    try:
        raise ValueError(refusal)
    except ValueError:
        gunicorn.exception("Error handling request %s", "/mk/invitation/a-secret-token?query=1")
    assert len(log.getvalue().splitlines()) > 2
    assert not [secret for secret in SECRETS if secret in log.getvalue()]
