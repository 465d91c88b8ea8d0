"""Is every single text fit to be read?"""

from collections.abc import Iterator

from quizapp.lessons.checks import content, letters
from quizapp.lessons.checks.draft import Draft, words_file
from quizapp.lessons.checks.words import may_be_silent
from quizapp.lessons.problems import Problem


def check_texts(draft: Draft, language: str) -> Iterator[Problem]:
    """Empty texts, wrong characters, and what a lesson may not say."""
    silent = {f"steps.{step.id}.text" for step in draft.steps if may_be_silent(step)}
    file = words_file(language)
    for key, text in draft.texts(language):
        if not text.strip():
            # An empty alt is told by the check of pictures.
            if key not in silent and not key.endswith(".alt"):
                yield Problem("missing_feedback" if key.endswith(".feedback") else "empty_text", file, key)
            continue
        found = [*letters.findings(text, language), *content.findings(text, language)]
        # The guide is for the teacher, who must find the word there.
        if draft.band == "1-3" and not key.startswith("guide."):
            found += content.too_early(text, language)
        for code, detail in found:
            yield Problem(code, file, key, {"detail": detail})
