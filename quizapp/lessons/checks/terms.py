"""The words a lesson may use whatever their length: terms of the glossary, institutions, names."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from quizapp.lessons.document import BANDS

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Term:
    """new_to: bands that don't know it before the lesson; bands: those that may meet it."""

    id: str
    pattern: re.Pattern[str]
    new_to: tuple[str, ...]
    bands: tuple[str, ...]


def without_terms(text: str, language: str) -> str:
    """The text with a short word in the place of every term."""
    return _any_term(language).sub("X", text)


def new_terms(texts: Iterable[str], language: str, band: object) -> list[str]:
    """What these texts bring that pupils of the band can't know, each as it stands there first."""
    whole = "\n".join(texts)
    found = []
    for term in _terms(language):
        if band in term.new_to and (match := term.pattern.search(whole)):
            found.append(match.group())
            whole = term.pattern.sub("X", whole)
    return found


def terms_for_older(text: str, language: str, band: object) -> Iterator[str]:
    """Terms that this band doesn't meet yet."""
    for term in _terms(language):
        if band in BANDS and band not in term.bands and (match := term.pattern.search(text)):
            yield match.group()


@cache
def known_words(language: str) -> frozenset[str]:
    """Words that are right though no dictionary has them."""
    return frozenset(str(_read("known_words.toml").get(language, "")).casefold().split())


@cache
def _terms(language: str) -> tuple[Term, ...]:
    """The longer ones first where one is a part of another, as they stand in the file."""
    return tuple(_term(one, raw, language) for one, raw in _read("terms.toml").items())


def _term(one: str, raw: dict[str, Any], language: str) -> Term:
    pattern = re.compile(rf"\b(?:{raw[language]})(?!\w)", re.IGNORECASE)
    new_to = BANDS[: BANDS.index(raw["new"]) + 1] if "new" in raw else ()
    return Term(one, pattern, new_to, BANDS[BANDS.index(raw.get("from", BANDS[0])) :])


@cache
def _any_term(language: str) -> re.Pattern[str]:
    return re.compile("|".join(term.pattern.pattern for term in _terms(language)), re.IGNORECASE)


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name).read_text("utf-8"))
