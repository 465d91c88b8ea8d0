"""How far a draft is: counted whenever it changes, so that the shelf only has to read."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from sqlalchemy import select

from quizapp.authoring.models import Draft, DraftStanding, DraftText
from quizapp.db import db
from quizapp.lessons import searching
from quizapp.lessons.checks.words import may_be_silent
from quizapp.lessons.document import Structure
from quizapp.lessons.media import known_pictures
from quizapp.lessons.shape import LANGUAGES
from quizapp.lessons.texts import text_keys

Rows = Mapping[str, Mapping[str, DraftText]]


@dataclass(frozen=True)
class LanguageStanding:
    """One language of a draft: its title, and how many texts are there, to be checked, or missing."""

    title: str
    filled: int
    needed: int
    to_check: int
    alts_missing: int


@dataclass(frozen=True)
class Standing:
    """A whole draft."""

    topics: tuple[str, ...]
    pictures_missing: int
    languages: Mapping[str, LanguageStanding]


def note_standing(draft: Draft) -> None:
    """Count anew, and let the draft be found by its present words."""
    structure, rows = Structure.model_validate_json(draft.structure), _rows(draft.lesson_id)
    standing = standing_of(structure, rows)
    row = db.session.get(DraftStanding, draft.lesson_id)
    if row is None:
        row = DraftStanding(lesson_id=draft.lesson_id)
        db.session.add(row)
    row.topics = " ".join(standing.topics)
    row.pictures_missing = standing.pictures_missing
    row.languages = json.dumps({code: asdict(one) for code, one in standing.languages.items()})
    keys = set(text_keys(structure))
    said = {
        language: {key: text.text for key, text in texts.items() if key in keys}
        for language, texts in rows.items()
    }
    searching.note("draft", draft.lesson_id, said)


def read_standing(row: DraftStanding) -> Standing:
    """What was counted last."""
    languages = {code: LanguageStanding(**one) for code, one in json.loads(row.languages).items()}
    return Standing(tuple(row.topics.split()), row.pictures_missing, languages)


def standing_of(structure: Structure, rows: Rows) -> Standing:
    """Count the texts and pictures that a structure asks for."""
    needed = needed_keys(structure, rows)
    pictures = {structure.cover, *(one for step in structure.steps for one in step.pictures().values())}
    languages = {
        language: _language(needed, rows[language], rows[_other(language)]) for language in LANGUAGES
    }
    return Standing(structure.topics, len(pictures - known_pictures(pictures)), languages)


def needed_keys(structure: Structure, rows: Rows) -> list[str]:
    """Every text but those that may stay empty and are so in both languages."""
    silent = {f"steps.{step.id}.text" for step in structure.steps if may_be_silent(step)}
    return [
        key
        for key in text_keys(structure)
        if key not in silent or any(_says(rows[language].get(key)) for language in LANGUAGES)
    ]


def needs_check(text: DraftText | None, other: DraftText | None) -> bool:
    """Whether the other language has changed since this text was held against it."""
    if text is None or other is None or not text.text or not other.text:
        return False
    return other.version > text.checked_against


def _language(
    needed: list[str], rows: Mapping[str, DraftText], others: Mapping[str, DraftText]
) -> LanguageStanding:
    missing = [key for key in needed if not _says(rows.get(key))]
    title = rows.get("title")
    return LanguageStanding(
        title=title.text if title else "",
        filled=len(needed) - len(missing),
        needed=len(needed),
        to_check=sum(needs_check(rows.get(key), others.get(key)) for key in needed),
        alts_missing=sum(key.endswith(".alt") or ".alts." in key for key in missing),
    )


def _says(row: DraftText | None) -> bool:
    return row is not None and bool(row.text)


def _other(language: str) -> str:
    return next(one for one in LANGUAGES if one != language)


def _rows(lesson_id: str) -> dict[str, dict[str, DraftText]]:
    found: dict[str, dict[str, DraftText]] = {language: {} for language in LANGUAGES}
    for row in db.session.scalars(select(DraftText).where(DraftText.lesson_id == lesson_id)):
        found[row.language][row.key] = row
    return found
