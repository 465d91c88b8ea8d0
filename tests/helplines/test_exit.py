"""The quick exit: somewhere neutral at once, with every cookie of ours gone."""

from flask import Flask


def test_leaving_forgets_this_browser(app: Flask) -> None:
    client = app.test_client()
    for name in ("pupil", "language", "staff", "form"):
        client.set_cookie(name, "something")
    answer = client.get("/exit")
    assert (answer.status_code, answer.location) == (303, "https://elsewhere.invalid/")
    assert answer.headers["Cache-Control"] == "no-store"
    assert all(client.get_cookie(name) is None for name in ("pupil", "language", "staff", "form"))


def test_opening_help_or_leaving_writes_nothing(app: Flask) -> None:
    from sqlalchemy import event

    from quizapp.db import db

    writes: list[str] = []

    def note(_connection, _cursor, statement, *_rest) -> None:
        if not statement.lstrip().upper().startswith(("SELECT", "BEGIN")):
            writes.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    client = app.test_client()
    client.get("/mk/help")
    client.get("/mk/exit-page")
    client.get("/exit")
    assert writes == []
