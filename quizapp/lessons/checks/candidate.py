"""What wants to become a lesson: its parts as read, and what could be understood of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from quizapp.lessons.steps import Step

STRUCTURE = "lesson.toml"


def words_file(language: str) -> str:
    return f"{language}.toml"


@dataclass(frozen=True)
class Candidate:
    """raw and words hold what was read; steps those that make sense, whole whether all of them do.

    name: what the lesson's id must be; has_picture: whether a lesson of that name may show a picture.
    """

    name: str
    has_picture: Callable[[str], bool]
    raw: dict[str, Any]
    words: dict[str, dict[str, Any]]
    steps: tuple[Step, ...]
    whole: bool

    @property
    def band(self) -> object:
        return self.raw.get("band")

    def step_ids(self) -> set[str]:
        """The ids of all steps, even of those that make no sense otherwise."""
        return {step["id"] for step in raw_steps(self.raw) if isinstance(step.get("id"), str)}

    def texts(self, language: str) -> Iterator[tuple[str, str]]:
        """Every text of a language with its key."""
        return _texts(self.words.get(language, {}), "")


def raw_steps(raw: dict[str, Any]) -> list[dict[str, Any]]:
    return tables(raw.get("steps"))


def tables(value: object) -> list[dict[str, Any]]:
    """The tables of a list, as far as it is one."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def table(raw: dict[str, Any], *path: str) -> dict[str, Any]:
    """The table at a path, empty where there is none."""
    part: Any = raw
    for key in path:
        part = part.get(key) if isinstance(part, dict) else None
    return part if isinstance(part, dict) else {}


def _texts(part: object, key: str) -> Iterator[tuple[str, str]]:
    if isinstance(part, str):
        yield key, part
    elif isinstance(part, dict):
        for name, value in part.items():
            yield from _texts(value, f"{key}.{name}" if key else name)
