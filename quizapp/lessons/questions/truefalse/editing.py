"""Changing a statement that is true or not."""

from quizapp.lessons.questions.editing import Editing, Fields, Raw, take_mode


def start() -> Raw:
    return {"kind": "truefalse", "mode": "practice"}


def take(raw: Raw, fields: Fields) -> None:
    take_mode(raw, fields)
    raw["right"] = {"true": True, "false": False}.get(fields.get("right") or "")


EDITING = Editing(start, take=take)
