"""The app's heading stands above every feedback, so the lessons don't say it again."""

import pytest
from flask import Flask
from flask_babel import force_locale, gettext

from quizapp.lessons.catalogue import bundled_folders
from quizapp.lessons.document import Lesson
from quizapp.lessons.package import read_package

LESSONS = [read_package(folder) for folder in bundled_folders()]


@pytest.mark.parametrize("language", ["mk", "sq"])
@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_no_feedback_begins_like_the_heading_above_it(
    rendering: Flask, lesson: Lesson, language: str
) -> None:
    with rendering.app_context(), force_locale(language):
        said = [gettext(head) for head in ("Well done!", "You are on the way", "Think again")]
    heads = tuple(head.rstrip("!") for head in said)
    for question_id in lesson.questions():
        for text in lesson.question_words(question_id, language).feedbacks().values():
            assert not text.startswith(heads), question_id
