"""Whatever stands in a package, it is read or refused with problems that can be said; never a crash."""

import copy
import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from quizapp.lessons.wording import line
from tests.lessons.sample_lesson import FOLDER, copy_to, problems_of

NAMES = ("lesson.toml", "mk.toml", "sq.toml")
FILES = {name: tomllib.loads((FOLDER / name).read_text("utf-8")) for name in NAMES}
GONE = None
JUNK = [GONE, 7, "", ["x", 1, {"id": "x"}], {"x": {}, "id": 1}]


def places(part: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    inner = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for key, value in inner:
        yield (*path, key)
        yield from places(value, (*path, key))


def toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)} = {toml(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return json.dumps(value)


def spoilt(raw: dict[str, Any], place: tuple[str | int, ...], junk: Any) -> str:
    """The file with junk at a place, or nothing there."""
    raw = copy.deepcopy(raw)
    part: Any = raw
    for key in place[:-1]:
        part = part[key]
    if junk is GONE:
        del part[place[-1]]
    else:
        part[place[-1]] = junk
    return "\n".join(f"{json.dumps(key)} = {toml(value)}" for key, value in raw.items())


@pytest.mark.parametrize("name", ["lesson.toml", "mk.toml"])
def test_damage_anywhere_is_told(rendering: Flask, tmp_path: Path, name: str) -> None:
    package = copy_to(tmp_path)
    with rendering.app_context():
        for place in places(FILES[name]):
            for junk in JUNK:
                (package / name).write_text(spoilt(FILES[name], place, junk), "utf-8")
                for problem in problems_of(package):
                    assert line(problem)
