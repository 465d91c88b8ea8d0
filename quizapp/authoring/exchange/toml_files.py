"""TOML out, readable for people, and in again within bounds."""

import tomllib
from collections.abc import Mapping
from typing import Any

import tomli_w

from quizapp.authoring.exchange.refused import refuse

MOST_BYTES = 256 * 1024
DEEPEST = 8  # tables within tables; a lesson needs five
# The parser takes time by the square of the dots in a key; a text has fewer in a line, too.
MOST_DOTS = 500


def written(table: Mapping[str, Any]) -> bytes:
    """One text a line, in the order given."""
    return tomli_w.dumps(table).encode()


def read(data: bytes, file: str) -> dict[str, Any]:
    """What a file says. Raises FileRefused."""
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise refuse("unreadable_file", file) from error
    if any(line.count(".") > MOST_DOTS for line in text.splitlines()):
        raise refuse("bad_toml", file, detail="too deep")
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise refuse("bad_toml", file, detail=str(error)) from error
    except (RecursionError, ValueError) as error:  # ValueError: a number of ten thousand digits
        raise refuse("bad_toml", file, detail="too deep") from error
    if _deeper_than(found, DEEPEST):
        raise refuse("bad_toml", file, detail="too deep")
    return found


def _deeper_than(whole: Any, most: int) -> bool:
    """Without recursion: that is what it protects from."""
    level = [whole]
    for _ in range(most):
        level = [
            inner
            for part in level
            for inner in (part.values() if isinstance(part, dict) else part)
            if isinstance(inner, dict | list)
        ]
        if not level:
            return False
    return True
