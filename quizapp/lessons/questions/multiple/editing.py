"""Changing a question with several right texts."""

from quizapp.lessons.questions.editing import Editing, Fields, Raw, take_mode


def start() -> Raw:
    return {"kind": "multiple", "mode": "practice", "choices": ["c1", "c2", "c3"]}


def take(raw: Raw, fields: Fields) -> None:
    take_mode(raw, fields)
    raw["right"] = fields.getlist("right")


def tidy(raw: Raw) -> None:
    private = raw["mode"] == "private"
    raw["right"] = [one for one in raw["choices"] if one in raw["right"] and not private]


EDITING = Editing(start, {"choices": str}, take, tidy)
