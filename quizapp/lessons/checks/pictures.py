"""Is every picture there, with a text for those who can't see it?"""

from collections.abc import Iterator
from typing import Any

from quizapp.lessons.checks.candidate import STRUCTURE, Candidate, table, words_file
from quizapp.lessons.problems import Problem
from quizapp.lessons.steps import Step


def check_pictures(candidate: Candidate) -> Iterator[Problem]:
    cover = candidate.raw.get("cover")
    if isinstance(cover, str) and not candidate.has_picture(cover):
        yield Problem("missing_picture", STRUCTURE, "cover", {"picture": cover})
    for step in candidate.steps:
        for place, picture in step.pictures().items():
            if not candidate.has_picture(picture):
                yield Problem("missing_picture", STRUCTURE, _key(step, place), {"picture": picture})
        for language in candidate.words:
            yield from _alternatives(candidate, step, language)


def _alternatives(candidate: Candidate, step: Step, language: str) -> Iterator[Problem]:
    """Alternative texts that are missing, and those without a picture."""
    words = table(candidate.words[language], "steps", step.id)
    if not words:
        return
    wanted = {_alt_of(place, words) for place in step.pictures()}
    given = dict(_alts(words))
    for place in sorted(wanted):
        if not str(given.get(place) or "").strip():
            yield Problem("missing_alt", words_file(language), _key(step, place))
    for place, text in given.items():
        if text and place not in wanted:
            yield Problem("extra_key", words_file(language), _key(step, place))


def _alt_of(place: str, words: dict[str, Any]) -> str:
    """Where the alternative text stands of the picture that belongs to these words."""
    name, _, one = place.partition(".")
    if isinstance(table(words, name).get(one), str):
        return f"alts.{one}"
    return f"{place}.alt" if place else "alt"


def _alts(words: dict[str, Any]) -> Iterator[tuple[str, object]]:
    """Every alternative text of a step by where it stands."""
    yield "alt", words.get("alt")
    yield from ((f"alts.{one}", text) for one, text in table(words, "alts").items())
    for name in ("cards", "choices"):
        for one, inner in table(words, name).items():
            if isinstance(inner, dict) and "alt" in inner:
                yield f"{name}.{one}.alt", inner["alt"]


def _key(step: Step, place: str) -> str:
    return f"steps.{step.id}.{place}" if place else f"steps.{step.id}"
