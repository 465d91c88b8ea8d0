"""The quick exit: somewhere neutral at once, with every cookie of ours gone."""

from dataclasses import replace

import pytest
from flask import Flask

from quizapp.config import Config
from tests.databases import app_over


def test_leaving_forgets_this_browser(app: Flask) -> None:
    client = app.test_client()
    for name in ("pupil", "language", "staff", "form"):
        client.set_cookie(name, "something")
    answer = client.get("/exit")
    assert (answer.status_code, answer.location) == (303, "https://elsewhere.invalid/")
    assert answer.headers["Cache-Control"] == "no-store"
    assert all(client.get_cookie(name) is None for name in ("pupil", "language", "staff", "form"))


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("site", "clears"), [("same-origin", True), (None, True), ("cross-site", False)])
def test_another_sites_page_cannot_empty_this_browser(config: Config, site: str | None, clears: bool) -> None:
    headers = {"Sec-Fetch-Site": site} if site else {}
    with app_over(replace(config, tls=True)) as app:
        answer = app.test_client().get("/exit", base_url="https://localhost", headers=headers)
    assert answer.status_code == 303
    assert ("Clear-Site-Data" in answer.headers) is clears


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
