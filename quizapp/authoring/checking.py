"""A draft held against what every published lesson must be."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import select

from quizapp.authoring import drafts
from quizapp.authoring.drafts import PlainTexts
from quizapp.authoring.models import Draft, KnownWord
from quizapp.db import db
from quizapp.lessons import media
from quizapp.lessons.checking import advice, read_parts
from quizapp.lessons.document import Lesson, Structure
from quizapp.lessons.problems import Problem
from quizapp.lessons.shape import LANGUAGES
from quizapp.lessons.texts import nested, text_keys


def candidate(draft: Draft) -> tuple[Lesson | None, list[Problem]]:
    """The lesson that a draft would be now, or every error that keeps it from being one."""
    structure = drafts.structure_of(draft)
    return lesson_from(structure, drafts.plain(drafts.texts_of(draft)), known_pictures(structure))


def advice_on(draft: Draft) -> list[Problem]:
    """What asks for a reason in a draft as it is now."""
    structure, texts = drafts.structure_of(draft), drafts.plain(drafts.texts_of(draft))
    return advice_from(structure, texts, known_words(draft))


def advice_from(
    structure: Structure, texts: PlainTexts, known: Mapping[str, Collection[str]]
) -> list[Problem]:
    """The same of parts; known: by language the words that somebody vouches for."""
    raw = plain_tables(structure.model_dump(mode="json", exclude_none=True))
    words = {language: words_of(structure, texts.get(language, {})) for language in LANGUAGES}
    return advice(raw, words, known)


def known_words(draft: Draft) -> dict[str, set[str]]:
    """By language the words that its authors vouch for."""
    known: dict[str, set[str]] = {language: set() for language in LANGUAGES}
    for one in db.session.scalars(select(KnownWord).where(KnownWord.lesson_id == draft.lesson_id)):
        known[one.language].add(one.word)
    return known


def lesson_from(
    structure: Structure, texts: PlainTexts, pictures: Collection[str]
) -> tuple[Lesson | None, list[Problem]]:
    """The same of parts; pictures: those there are."""
    raw = plain_tables(structure.model_dump(mode="json", exclude_none=True))
    words = {language: words_of(structure, texts.get(language, {})) for language in LANGUAGES}
    return read_parts(structure.id, raw, words, lambda picture: picture in pictures)


def words_of(structure: Structure, texts: Mapping[str, str]) -> dict[str, Any]:
    """What a words file would say; a text that nobody has written yet is empty."""
    words = nested({key: texts.get(key, "") for key in text_keys(structure)})
    words.setdefault("objectives", {})
    for table in ("timing", "discuss", "avoid"):
        words["guide"].setdefault(table, {})
    for step in structure.steps:
        for table in step.word_ids():
            words["steps"][step.id].setdefault(table, {})
    words.setdefault("steps", {})
    return words


def known_pictures(structure: Structure) -> set[str]:
    """Those of a structure's pictures that there are."""
    wanted = {structure.cover, *(one for step in structure.steps for one in step.pictures().values())}
    return media.known_pictures(wanted)


def plain_tables(part: Any) -> Any:
    """Lists and tables only, as a file would give them."""
    if isinstance(part, Mapping):
        return {key: plain_tables(value) for key, value in part.items()}
    return [plain_tables(one) for one in part] if isinstance(part, list | tuple) else part
