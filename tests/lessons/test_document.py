"""A lesson as a document: one text for one lesson, and a fingerprint of what is asked."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from quizapp.lessons.document import Lesson
from quizapp.lessons.package import read_package
from tests.lessons.sample_lesson import copy_to, rewrite, sample_lesson


def test_a_lesson_survives_its_own_document() -> None:
    lesson = sample_lesson()
    assert Lesson.from_json(lesson.to_json()) == lesson
    assert Lesson.from_json(lesson.to_json()).to_json() == lesson.to_json()


def test_nothing_unknown_gets_in() -> None:
    with pytest.raises(ValidationError):
        Lesson.from_json(sample_lesson().to_json().replace('"version":1', '"version":1,"more":2'))


def test_nothing_is_changed_afterwards() -> None:
    with pytest.raises(ValidationError):
        sample_lesson().version = 2  # type: ignore[misc]


def test_steps_and_questions_are_found() -> None:
    lesson = sample_lesson()
    assert list(lesson.questions()) == [step.id for step in lesson.steps if step.kind == "question"]
    assert lesson.step("talk").kind == "talk"
    with pytest.raises(KeyError):
        lesson.step("nothing")
    with pytest.raises(KeyError):
        lesson.question_words("talk", "mk")


@pytest.mark.parametrize(
    ("file", "old", "new", "same"),
    [
        ("mk.toml", "Топката скока.", "Топката скока високо.", True),
        ("lesson.toml", "minutes = 10", "minutes = 10 ", True),
        ("mk.toml", "Со што играме?", "Со што играме надвор?", False),
        ("sq.toml", 'text = "Gur"', 'text = "Gurë"', False),
        ("lesson.toml", 'right = "ball"', 'right = "stone"', False),
        ("lesson.toml", 'mode = "scored"\nchoices', 'mode = "practice"\nchoices', False),
    ],
)
def test_the_fingerprint_is_of_what_is_asked(
    tmp_path: Path, file: str, old: str, new: str, same: bool
) -> None:
    package = copy_to(tmp_path)
    rewrite(package, file, old, new)
    lesson = read_package(package)
    assert (lesson.fingerprint("q_single") == sample_lesson().fingerprint("q_single")) is same
    assert lesson.fingerprint("q_order") == sample_lesson().fingerprint("q_order")


def test_the_fingerprint_is_the_same_with_other_pictures(tmp_path: Path) -> None:
    package = copy_to(tmp_path)
    rewrite(package, "lesson.toml", 'item_pictures = { wash = "happy" }\n', "")
    rewrite(package, "lesson.toml", '{ outdoors = "park" }', '{ outdoors = "sad" }')
    for language, alt in (("mk", "Чисти раце"), ("sq", "Duar të pastra")):
        rewrite(package, f"{language}.toml", f'[steps.q_order.alts]\nwash = "{alt}"\n', "")
    lesson = read_package(package)
    for question in ("q_order", "q_buckets"):
        assert lesson.fingerprint(question) == sample_lesson().fingerprint(question)
