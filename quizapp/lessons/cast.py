"""The people of the stories: their names in every language, as the app's data."""

import tomllib
from functools import cache
from typing import Any

from quizapp.config import PACKAGE


@cache
def _cast() -> dict[str, dict[str, Any]]:
    file = PACKAGE / "lessons" / "cast.toml"
    return tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}


def speakers() -> frozenset[str]:
    """Every id that a bubble may name."""
    return frozenset(_cast())


def speaker_name(speaker: str, language: str) -> str:
    """What a speaker is called. Raises KeyError."""
    return str(_cast()[speaker][language])
