"""Is every single text fit to be read?"""

from collections.abc import Iterator
from functools import lru_cache

from quizapp.lessons.checks import letters, phone_numbers, phrases
from quizapp.lessons.checks.candidate import Candidate, words_file
from quizapp.lessons.checks.words import may_be_silent
from quizapp.lessons.problems import WARNINGS, Problem

# Texts whose findings are remembered, since most stay the same from one look at a lesson to the next.
REMEMBERED = 2048


def check_texts(candidate: Candidate, language: str) -> Iterator[Problem]:
    """Empty texts, wrong characters, and what a lesson may not say."""
    outspoken = {step.id for step in candidate.steps if not may_be_silent(step)}
    file = words_file(language)
    band = candidate.band if isinstance(candidate.band, str) else ""
    for key, text in candidate.texts(language):
        if text.strip():
            yield from _in_text(language, key, text, band)
        elif not _may_be_empty(key, outspoken):
            yield Problem("missing_feedback" if key.endswith(".feedback") else "empty_text", file, key)


@lru_cache(REMEMBERED)
def _in_text(language: str, key: str, text: str, band: str) -> tuple[Problem, ...]:
    """What is never right in one text that says something."""
    found = [*letters.findings(text, language), *phone_numbers.findings(text)]
    wrong = [Problem(code, words_file(language), key, {"detail": detail}) for code, detail in found]
    return (*wrong, *said(band, language, key, text, warnings=False))


def said(band: str, language: str, key: str, text: str, *, warnings: bool) -> Iterator[Problem]:
    """What a text says and shouldn't: either what may have a reason, or what may not."""
    for one in phrases.findings(text, key, language, band):
        if (one.code in WARNINGS) is warnings:
            parameters = {"detail": one.detail, "instead": one.instead}
            yield Problem(one.code, words_file(language), key, parameters)


def _may_be_empty(key: str, outspoken: set[str]) -> bool:
    """An empty alt is told by the check of pictures; a step not understood gets the benefit of the doubt."""
    parts = key.split(".")
    own_text = len(parts) == 3 and parts[0] == "steps" and parts[2] == "text"
    return parts[-1] == "alt" or "alts" in parts or (own_text and parts[1] not in outspoken)
