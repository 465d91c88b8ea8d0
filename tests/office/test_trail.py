"""The trail: complete, readable, and never changed."""

import csv
import io
import re
from typing import get_args

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import delete, select, update
from sqlalchemy.exc import DBAPIError

from quizapp import trail
from quizapp.accounts import people
from quizapp.accounts.models import Person
from quizapp.db import db
from quizapp.office.deeds import PAGE
from quizapp.office.wording import DEEDS
from quizapp.trail import Deed, TrailEntry
from tests.cast import Cast

TRAIL = "/en/staff/office/trail"


def deeds_on(page: str) -> list[str]:
    return re.findall(r'<tr data-deed="(\w+)"', page)


@pytest.mark.parametrize(
    "change",
    [update(TrailEntry).values(actor_id=None), delete(TrailEntry), update(TrailEntry).values(detail="")],
)
def test_the_database_takes_no_change(app: Flask, change: object) -> None:
    trail.record(1, "published", "lesson:t1", number=1)
    db.session.commit()
    with pytest.raises(DBAPIError, match="append-only"):
        db.session.execute(change)  # type: ignore[call-overload]
    db.session.rollback()
    assert db.session.scalars(select(TrailEntry.actor_id)).all() == [1]


def test_every_deed_has_a_sentence() -> None:
    assert set(DEEDS) == set(get_args(Deed))


def test_newest_first_page_by_page(client: FlaskClient, boss: Person) -> None:
    for number in range(PAGE + 5):
        trail.record(boss.id, "published", "lesson:t1", number=number)
    first = client.get(f"{TRAIL}?deed=published").text
    assert len(deeds_on(first)) == PAGE
    assert first.index(f"<td>{PAGE + 4}</td>") < first.index(f"<td>{PAGE + 3}</td>")
    older = re.findall(r'id="older" href="([^"]+)"', first)[0].replace("&amp;", "&")
    second = client.get(older).text
    assert deeds_on(second) == ["published"] * 5
    assert 'id="older"' not in second


def test_deeds_are_found_by_kind_and_by_subject(client: FlaskClient, boss: Person) -> None:
    trail.record(boss.id, "published", "lesson:t1", number=1)
    trail.record(boss.id, "withdrawn", "lesson:t2", reason="x")
    assert deeds_on(client.get(f"{TRAIL}?deed=published").text) == ["published"]
    assert deeds_on(client.get(f"{TRAIL}?subject=lesson").text) == ["withdrawn", "published"]
    assert deeds_on(client.get(f"{TRAIL}?subject=lesson:t2").text) == ["withdrawn"]
    assert deeds_on(client.get(f"{TRAIL}?subject=%25&deed=%27").text) == []
    assert client.get(f"{TRAIL}?before=x").status_code == 200
    assert client.get(f"{TRAIL}?before={2**70}").status_code == 200
    assert client.get(f"{TRAIL}?before=-{2**70}").status_code == 200


def test_who_is_not_here_any_more_has_no_name(client: FlaskClient, boss: Person, cast: Cast) -> None:
    trail.record(cast.ana.id, "published", "lesson:t1")
    name = cast.ana.name
    assert name in client.get(f"{TRAIL}?deed=published").text
    people.forget("ana@example.org")
    page = client.get(f"{TRAIL}?deed=published").text
    assert name not in page
    assert "somebody who is not here any more" in page


def test_the_trail_goes_out_as_a_table(client: FlaskClient, boss: Person) -> None:
    trail.record(boss.id, "withdrawn", "lesson:t1", reason='=HYPERLINK("http://evil.example")')
    answer = client.get(f"{TRAIL}.csv?subject=lesson")
    assert answer.mimetype == "text/csv"
    rows = list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 2
    assert rows[1][1:4] == [boss.name, "withdrew a lesson", "T1"]
    assert rows[1][4].startswith("'=")
