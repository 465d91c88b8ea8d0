"""Changing a question about an order: the list stands as it is right."""

from quizapp.lessons.questions.editing import (
    Editing,
    Fields,
    Raw,
    take_mode,
    take_picture_table,
    tidy_picture_table,
    veiled,
)


def start() -> Raw:
    return {"kind": "order", "mode": "practice", "items": [veiled(one) for one in ("i1", "i2", "i3")]}


def take(raw: Raw, fields: Fields) -> None:
    take_mode(raw, fields)
    take_picture_table(raw, fields, "items", "item_pictures")


def tidy(raw: Raw) -> None:
    tidy_picture_table(raw, "items", "item_pictures")


EDITING = Editing(start, {"items": veiled}, take, tidy)
