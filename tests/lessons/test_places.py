"""A problem leads to its field and is named in the reader's language."""

import pytest
from flask import Flask
from flask_babel import force_locale

from quizapp.lessons.places import Place, place, place_in_words
from quizapp.lessons.problems import Problem
from quizapp.lessons.texts import text_keys
from tests.lessons.sample_lesson import sample_lesson


def test_places() -> None:
    text = Problem("empty_text", "sq.toml", "steps.look.text")
    assert place(text) == Place("look", "steps.look.text", "sq")
    assert place(Problem("timing_not_40", "lesson.toml", "guide.timing")) == Place(None, "guide.timing", None)
    assert place(Problem("hard_to_read", "mk.toml")) == Place(None, "", "mk")


@pytest.mark.parametrize(
    ("language", "file", "key", "named"),
    [
        ("en", "mk.toml", "steps.hello.heading", "Step 1 · heading · Македонски"),
        ("mk", "sq.toml", "steps.hello.heading", "Чекор 1 · наслов · Shqip"),
        ("sq", "mk.toml", "title", "titulli i mësimit · Македонски"),
        ("en", "lesson.toml", "steps", "The whole lesson"),
        ("en", "mk.toml", "", "Македонски"),
        ("en", "mk.toml", "steps.gone.heading", "gone · Македонски"),
    ],
)
def test_in_words(rendering: Flask, language: str, file: str, key: str, named: str) -> None:
    with rendering.app_context(), force_locale(language):
        assert place_in_words(Problem("empty_text", file, key), sample_lesson()) == named


def test_one_of_several_has_a_number(rendering: Flask) -> None:
    lesson = sample_lesson()
    number = [step.id for step in lesson.steps].index("q_single") + 1
    problem = Problem("empty_text", "mk.toml", "steps.q_single.choices.stone.feedback")
    with rendering.app_context(), force_locale("en"):
        assert place_in_words(problem, lesson) == f"Step {number} · choice 2 · feedback · Македонски"


def test_every_text_has_a_name(rendering: Flask) -> None:
    lesson = sample_lesson()
    with rendering.app_context(), force_locale("en"):
        for key in text_keys(lesson):
            named = place_in_words(Problem("empty_text", "mk.toml", key), lesson)
            assert len(named.split(" · ")) >= (3 if key.startswith("steps.") else 2), key
