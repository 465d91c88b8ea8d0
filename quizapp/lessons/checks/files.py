"""Are the files there, and are they TOML?"""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quizapp.lessons.problems import Problem


def read_toml(folder: Path, name: str) -> tuple[dict[str, Any] | None, list[Problem]]:
    """The file's content, or what keeps it from being read."""
    try:
        return tomllib.loads((folder / name).read_bytes().decode("utf-8")), []
    except FileNotFoundError:
        return None, [Problem("missing_file", name)]
    except (OSError, UnicodeDecodeError):
        return None, [Problem("unreadable_file", name)]
    except tomllib.TOMLDecodeError as error:
        return None, [Problem("bad_toml", name, parameters={"detail": str(error)})]
    except RecursionError:
        return None, [Problem("bad_toml", name, parameters={"detail": "too deep"})]


def check_head(name: str, raw: dict[str, Any], known_format: int) -> Iterator[Problem]:
    """Is it our format, and is it called like its folder?"""
    if "format" in raw and raw["format"] != known_format:
        yield Problem(
            "unknown_format", "lesson.toml", "format", {"format": raw["format"], "known": known_format}
        )
    if isinstance(raw.get("id"), str) and raw["id"] != name:
        yield Problem("id_not_folder", "lesson.toml", "id", {"id": raw["id"], "folder": name})
