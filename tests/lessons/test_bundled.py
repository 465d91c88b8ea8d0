"""Every lesson that comes with the app is as long as a lesson hour bears, and asks in several ways."""

import pytest

from quizapp.lessons.catalogue import bundled_folders
from quizapp.lessons.document import Lesson
from quizapp.lessons.package import read_package
from quizapp.lessons.steps import SceneStep

LESSONS = [read_package(folder) for folder in bundled_folders()]
of_every_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)


@of_every_lesson
def test_a_lesson_has_ten_to_fourteen_steps(lesson: Lesson) -> None:
    assert 10 <= len(lesson.steps) <= 14


@of_every_lesson
def test_a_lesson_asks_six_to_eight_questions_of_at_least_four_kinds(lesson: Lesson) -> None:
    kinds = [question.kind for question in lesson.questions().values()]
    assert 6 <= len(kinds) <= 8
    assert len(set(kinds)) >= 4


@of_every_lesson
def test_a_lesson_tells_a_story_and_ends_with_talk_and_something_to_take_home(lesson: Lesson) -> None:
    assert any(isinstance(step, SceneStep) and step.bubbles for step in lesson.steps)
    assert [step.kind for step in lesson.steps[-2:]] == ["talk", "take_home"]
