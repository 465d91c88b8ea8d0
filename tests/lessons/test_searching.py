"""Lessons are found by their words in both languages, whatever keyboard somebody has."""

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from quizapp.db import db
from quizapp.lessons import catalogue, searching
from quizapp.lessons.searching import Found, find, fold, place_of, words_of
from tests.lessons.sample_lesson import sample_lesson

TEXTS = {
    "t1": {
        "mk": {"title": "Среќен ѓердан", "summary": "Ќе раскажеме"},
        "sq": {"title": "Çdo fëmijë është i rëndësishëm"},
    },
    "t2": {"mk": {"title": "Тајна 100%"}, "sq": {"title": "Sekret i keq"}},
}


@pytest.fixture
def noted(app: Flask) -> None:
    for lesson_id, texts in TEXTS.items():
        searching.note("draft", lesson_id, texts)
    db.session.commit()


@pytest.mark.parametrize(
    ("question", "lesson_ids"),
    [
        ("среќен", ["t1"]),
        ("СРЕЌЕН", ["t1"]),
        ("срекен гердан", ["t1"]),
        ("femije", ["t1"]),
        ("cdo FËMIJË", ["t1"]),
        ("rendesish", ["t1"]),
        ("тајн", ["t2"]),
        ("тајна среќен", []),
        ("sekret тајна", []),
        ("100%", ["t2"]),
        ("%", []),
        ("_", []),
        ("", []),
        ("' OR 1=1 --", []),
    ],
)
def test_words_are_found(noted: None, question: str, lesson_ids: list[str]) -> None:
    assert [found.lesson_id for found in find(words_of(question))] == lesson_ids


def test_what_is_noted_anew_replaces_what_was(noted: None) -> None:
    searching.note("draft", "t2", {"mk": {"title": "Изненадување"}})
    db.session.commit()
    assert not find(words_of("тајна"))
    assert find(words_of("изненад")) == [Found("draft", "t2", "mk")]


def test_what_is_published_is_found(app: Flask) -> None:
    catalogue.publish(sample_lesson())
    db.session.commit()
    title = sample_lesson().words["sq"].title
    assert Found("published", "sample", "sq") in find(words_of(title))


def test_the_words_around_are_shown() -> None:
    text = "Мила и Беса одат во паркот. " * 9 + "Таму ги чека Елена со ќерката. " + "Потоа си играат. " * 9
    place = place_of(words_of("керката"), {"title": "Парк", "steps.a.text": text})
    assert place is not None
    assert (place.key, place.word) == ("steps.a.text", "ќерката")
    assert place.before.startswith("… ")
    assert place.after.endswith(" …")
    assert f"{place.before.removeprefix('… ')}{place.word}{place.after.removesuffix(' …')}" in text


def test_the_text_with_the_most_words_is_shown() -> None:
    place = place_of(words_of("лоша тајна"), {"title": "Тајна", "summary": "Што е лоша тајна?"})
    assert place is not None
    assert (place.key, place.word) == ("summary", "лоша")


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)
