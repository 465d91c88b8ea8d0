"""Withdrawn, given back, and never revived by a start of the app."""

import json
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.db import db
from quizapp.lessons import catalogue
from quizapp.lessons.models import LessonRow
from quizapp.lessons.package import read_package
from quizapp.lessons.withdrawing import (
    NoReason,
    give_back,
    is_withdrawn,
    reason_for,
    reasons_of,
    withdraw,
)
from quizapp.trail import TrailEntry
from tests.lessons.sample_lesson import sample_lesson
from tests.lessons.test_catalogue import changed

WHY = {"mk": "Бројот не е точен.", "sq": " "}


@pytest.fixture
def row(app: Flask) -> LessonRow:
    row = catalogue.publish(sample_lesson()).row
    db.session.commit()
    return row


def test_a_withdrawn_lesson_is_on_no_shelf(row: LessonRow) -> None:
    withdraw(row, WHY, 7)
    db.session.commit()
    assert is_withdrawn("sample")
    assert reasons_of(row) == {"mk": WHY["mk"]}
    assert list(catalogue.published()) == []
    assert [one.lesson_id for one in catalogue.published(also_withdrawn=True)] == ["sample"]


def test_given_back_it_is_as_before(row: LessonRow) -> None:
    withdraw(row, WHY, 7)
    give_back(row, 8)
    db.session.commit()
    assert not is_withdrawn("sample")
    assert reasons_of(row) is None
    assert [one.lesson_id for one in catalogue.published()] == ["sample"]
    entries = db.session.scalars(select(TrailEntry).order_by(TrailEntry.id)).all()
    assert [(one.deed, one.actor_id, one.subject) for one in entries] == [
        ("withdrawn", 7, "lesson:sample"),
        ("given_back", 8, "lesson:sample"),
    ]
    assert json.loads(entries[0].detail) == {"mk": WHY["mk"]}


def test_what_is_not_withdrawn_cannot_be_given_back(row: LessonRow) -> None:
    give_back(row, 8)
    db.session.commit()
    assert db.session.scalars(select(TrailEntry)).all() == []


def test_a_reason_is_needed(row: LessonRow) -> None:
    with pytest.raises(NoReason):
        withdraw(row, {"mk": " ", "sq": ""}, 7)
    assert row.withdrawn_at is None


def test_withdrawn_twice_has_the_later_reason_and_the_first_day(row: LessonRow) -> None:
    withdraw(row, WHY, 7)
    first = row.withdrawn_at
    withdraw(row, {"sq": "Numri nuk është i saktë."}, 8)
    assert row.withdrawn_at == first
    assert reasons_of(row) == {"sq": "Numri nuk është i saktë."}


def test_a_reason_in_the_readers_language_else_in_the_other() -> None:
    both = {"mk": "Зошто", "sq": "Pse"}
    assert reason_for(both, "sq") == ("Pse", "sq")
    assert reason_for({"mk": "Зошто"}, "sq") == ("Зошто", "mk")
    assert reason_for({}, "sq") == ("", "sq")


def test_publishing_gives_nothing_back(row: LessonRow, tmp_path: Path) -> None:
    withdraw(row, WHY, 7)
    revision = catalogue.publish(read_package(changed(tmp_path)), note="Нов наслов")
    db.session.commit()
    assert (revision.number, revision.note) == (2, "Нов наслов")
    assert is_withdrawn("sample")


def test_a_start_revives_no_bundled_lesson(app: Flask) -> None:
    for revision in catalogue.import_bundled():
        withdraw(revision.row, WHY, 7)
    db.session.commit()
    catalogue.import_bundled()
    db.session.commit()
    assert list(catalogue.published()) == []


def test_a_start_brings_no_older_text_back(app: Flask) -> None:
    first = catalogue.import_bundled()[0]
    lesson = catalogue.lesson_of(first)
    words = {code: one.model_copy(update={"title": "!"}) for code, one in lesson.words.items()}
    catalogue.publish(lesson.model_copy(update={"words": words}))
    db.session.commit()
    assert catalogue.import_bundled()[0] == first
    assert catalogue.newest(lesson.id).number == 2  # type: ignore[union-attr]


def test_a_start_leaves_own_lessons_alone(app: Flask) -> None:
    bundled = read_package(catalogue.bundled_folders()[0])
    own = catalogue.publish(sample_lesson().model_copy(update={"id": bundled.id}), "own", adapted_from="b2/1")
    db.session.commit()
    assert bundled.id not in [one.lesson_id for one in catalogue.import_bundled()]
    assert catalogue.newest(bundled.id) is own
    assert (own.row.origin, own.row.adapted_from) == ("own", "b2/1")


def test_an_own_lesson_takes_the_place_of_no_bundled_one(row: LessonRow) -> None:
    with pytest.raises(catalogue.OtherOrigin):
        catalogue.publish(sample_lesson(), "own")
