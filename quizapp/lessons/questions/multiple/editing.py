"""Changing a question with several right texts."""

from quizapp.lessons.questions.editing import Editing, Fields, Raw, take_mode


def start() -> Raw:
    return {"kind": "multiple", "mode": "practice", "choices": ["c1", "c2", "c3"]}


def take(raw: Raw, fields: Fields) -> None:
    take_mode(raw, fields)
    chosen = fields.getlist("right")
    if set(chosen) != set(raw["right"]):  # else it stays in the order in which it was written
        raw["right"] = chosen


def tidy(raw: Raw) -> None:
    private = raw["mode"] == "private"
    raw["right"] = [one for one in raw["right"] if one in raw["choices"] and not private]


EDITING = Editing(start, {"choices": str}, take, tidy)
