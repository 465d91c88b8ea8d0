"""Changing a question with one right text."""

from quizapp.lessons.questions.editing import Editing, Raw, take_right, tidy_right


def start() -> Raw:
    return {"kind": "single", "mode": "practice", "choices": ["c1", "c2", "c3"]}


EDITING = Editing(start, {"choices": str}, take_right, tidy_right)
