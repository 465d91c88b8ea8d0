"""Changing a question with one right picture."""

from quizapp.lessons.questions.editing import Editing, Fields, Raw, take_pictures, take_right, tidy_right

ANY_PICTURE = "question_mark"


def choice(new_id: str) -> Raw:
    return {"id": new_id, "picture": ANY_PICTURE}


def start() -> Raw:
    return {"kind": "picture", "mode": "practice", "choices": [choice("c1"), choice("c2")]}


def take(raw: Raw, fields: Fields) -> None:
    take_right(raw, fields)
    take_pictures(raw, fields, "choices")


EDITING = Editing(start, {"choices": choice}, take, tidy_right)
