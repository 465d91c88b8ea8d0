"""Is every picture there, with a text for those who can't see it?"""

from collections.abc import Iterator

from quizapp.lessons.checks.draft import STRUCTURE, Draft, table, words_file
from quizapp.lessons.pictures import drawing, media_file
from quizapp.lessons.problems import Problem
from quizapp.lessons.steps import Step


def check_pictures(draft: Draft) -> Iterator[Problem]:
    cover = draft.raw.get("cover")
    if isinstance(cover, str) and not _exists(draft, cover):
        yield Problem("missing_picture", STRUCTURE, "cover", {"picture": cover})
    for step in draft.steps:
        for place, picture in step.pictures().items():
            if not _exists(draft, picture):
                yield Problem("missing_picture", STRUCTURE, _key(step, place), {"picture": picture})
        for language in draft.words:
            yield from _alternatives(draft, step, language)


def _alternatives(draft: Draft, step: Step, language: str) -> Iterator[Problem]:
    """Alternative texts that are missing, and those without a picture."""
    words = table(draft.words[language], "steps", step.id)
    if not words:
        return
    pictures = step.pictures()
    for place in pictures:
        if not str(table(words, *_path(place)).get("alt", "")).strip():
            yield Problem("missing_alt", words_file(language), _key(step, place, "alt"))
    if "" not in pictures and words.get("alt"):
        yield Problem("extra_key", words_file(language), _key(step, "alt"))
    for card, one in table(words, "cards").items():
        if isinstance(one, dict) and one.get("alt") and f"cards.{card}" not in pictures:
            yield Problem("extra_key", words_file(language), _key(step, f"cards.{card}", "alt"))


def _exists(draft: Draft, picture: str) -> bool:
    return bool(media_file(draft.folder, picture) or drawing(picture))


def _path(place: str) -> list[str]:
    return place.split(".") if place else []


def _key(step: Step, *parts: str) -> str:
    return ".".join(("steps", step.id, *(part for part in parts if part)))
