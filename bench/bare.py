"""Bare Flask, to compare with: a view that returns bytes, and a view that does one durable insert.

It keeps the row that the app keeps, under the same two keys, and checks nothing. The insert is as quick as a
driver can do it: one statement, which is a transaction by itself, prepared once, on a connection that the
thread keeps and that is set up as the app's are.
"""

import json
import os
import sqlite3
from pathlib import Path
from threading import local
from typing import Any

import psycopg
from flask import Flask, Response, request
from sqlalchemy import make_url

from quizapp.db import set_up_sqlite

TABLE = """CREATE TABLE kept (
    attempt VARCHAR(32) NOT NULL, question VARCHAR(40) NOT NULL, uuid VARCHAR(36) NOT NULL UNIQUE,
    choice TEXT NOT NULL, PRIMARY KEY (attempt, question)
)"""
INSERT = "INSERT INTO kept (attempt, question, uuid, choice) VALUES ({0}, {0}, {0}, {0})"
kept = local()


def make_app() -> Flask:
    """What gunicorn loads; the page and the database come by the environment."""
    app = Flask(__name__)
    database = os.environ["BARE_DATABASE"]
    body = Path(os.environ["BARE_PAGE"]).read_bytes()

    @app.get("/health")
    def health() -> str:
        return "ok"

    @app.get("/page")
    def page() -> Response:
        return Response(body, mimetype="text/html", headers={"Content-Encoding": "br"})

    @app.post("/answer")
    def answer() -> dict[str, bool]:
        sent = request.get_json()
        insert(database, sent["attempt"], sent["question"], sent["uuid"], json.dumps(sent["choice"]))
        return {"saved": True}

    return app


def insert(database: str, *row: str) -> None:
    """One row, on the disk when this comes back."""
    if not hasattr(kept, "connection"):
        kept.connection = connect(database)
    sign = "%s" if database.startswith("postgresql") else "?"
    kept.connection.execute(INSERT.format(sign), row)


def connect(database: str) -> Any:
    """A connection as durable as the app's; each statement is a transaction."""
    if database.startswith("postgresql"):
        return psycopg.connect(database, autocommit=True)
    connection = sqlite3.connect(database)
    set_up_sqlite(connection)
    return connection


def make_table(database: str) -> None:
    """Once, before the workers start."""
    connection = connect(database)
    connection.execute(TABLE)
    connection.close()


def address(url: str) -> str:
    """What the drivers call the database of a SQLAlchemy address."""
    parts = make_url(url)
    if parts.drivername.startswith("sqlite"):
        return str(parts.database)
    return parts.set(drivername="postgresql").render_as_string(hide_password=False)
