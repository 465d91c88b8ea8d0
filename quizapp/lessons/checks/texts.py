"""Is every single text fit to be read?"""

from collections.abc import Iterator

from quizapp.lessons.checks import content, letters
from quizapp.lessons.checks.candidate import Candidate, words_file
from quizapp.lessons.checks.words import may_be_silent
from quizapp.lessons.problems import Problem


def check_texts(candidate: Candidate, language: str) -> Iterator[Problem]:
    """Empty texts, wrong characters, and what a lesson may not say."""
    outspoken = {step.id for step in candidate.steps if not may_be_silent(step)}
    file = words_file(language)
    for key, text in candidate.texts(language):
        if not text.strip():
            if not _may_be_empty(key, outspoken):
                yield Problem("missing_feedback" if key.endswith(".feedback") else "empty_text", file, key)
            continue
        found = [*letters.findings(text, language), *content.findings(text, language)]
        # The guide is for the teacher, who must find the word there.
        if candidate.band == "1-3" and not key.startswith("guide."):
            found += content.too_early(text, language)
        for code, detail in found:
            yield Problem(code, file, key, {"detail": detail})


def _may_be_empty(key: str, outspoken: set[str]) -> bool:
    """An empty alt is told by the check of pictures; a step not understood gets the benefit of the doubt."""
    parts = key.split(".")
    own_text = len(parts) == 3 and parts[0] == "steps" and parts[2] == "text"
    return parts[-1] == "alt" or "alts" in parts or (own_text and parts[1] not in outspoken)
