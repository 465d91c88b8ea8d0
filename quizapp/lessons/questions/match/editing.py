"""Changing a question about pairs."""

from quizapp.lessons.questions.editing import Editing, Raw, take_mode, veiled


def pair(new_id: str) -> Raw:
    return {"left": new_id, "right": veiled(f"r{new_id}")}


def start() -> Raw:
    return {"kind": "match", "mode": "practice", "pairs": [pair("p1"), pair("p2"), pair("p3")]}


EDITING = Editing(start, {"pairs": pair}, take_mode)
