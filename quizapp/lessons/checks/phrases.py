"""Does a text say what a lesson doesn't say?"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from quizapp.lessons.document import BANDS


@dataclass(frozen=True)
class Phrase:
    """code: why it isn't said; where: in which texts it counts; instead: what to write."""

    code: str
    pattern: re.Pattern[str]
    bands: tuple[str, ...]
    where: str
    instead: str

    def counts(self, key: str, band: object) -> bool:
        """Whether this text of this band must not say it."""
        return (self.bands == BANDS or band in self.bands) and _stands_in(self.where, key)


@dataclass(frozen=True)
class Said:
    code: str
    detail: str
    instead: str


def findings(text: str, key: str, language: str, band: object) -> Iterator[Said]:
    """What the text under this key says and shouldn't, each reason once."""
    for phrase in phrases(language):
        if phrase.counts(key, band) and (match := phrase.pattern.search(text)):
            yield Said(phrase.code, match.group(), phrase.instead)


@cache
def phrases(language: str) -> tuple[Phrase, ...]:
    file = Path(__file__).with_name("phrases.toml")
    raw = tomllib.loads(file.read_text("utf-8"))["phrase"]
    return tuple(_phrase(one, language) for one in raw if language in one)


def _phrase(raw: dict[str, Any], language: str) -> Phrase:
    return Phrase(
        raw["code"],
        re.compile(rf"(?<!\w)(?:{raw[language]})(?!\w)", re.IGNORECASE),
        tuple(raw.get("bands", BANDS)),
        raw.get("where", "pupils"),
        raw.get(f"instead_{language}", ""),
    )


def _stands_in(where: str, key: str) -> bool:
    if where == "pupils":
        return not key.startswith("guide.")
    if where == "talk":
        return not key.startswith("guide.") or key.startswith("guide.discuss.")
    return where == "everywhere" or where in key.split(".")
