"""Drafts: begun, adapted from another lesson, found again; their structure and their texts."""

import json
import re
import tomllib
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import undefer

from quizapp import clock
from quizapp.accounts.models import Person
from quizapp.accounts.scope import NotYours
from quizapp.authoring import history
from quizapp.authoring.models import Draft, DraftAuthor, DraftText, DraftVersion
from quizapp.db import db
from quizapp.lessons import catalogue
from quizapp.lessons.document import Lesson, Structure
from quizapp.lessons.models import LessonRow, Revision
from quizapp.lessons.shape import LANGUAGES
from quizapp.lessons.texts import flat, text_keys

Texts = Mapping[str, Mapping[str, DraftText]]
PlainTexts = Mapping[str, Mapping[str, str]]
STRUCTURE = ""  # instead of a language, of whom to remember as an author
OWN_ID = re.compile(r"t([1-9]\d*)")


def begin(person: Person, band: str, titles: Mapping[str, str]) -> Draft:
    """A new draft with the steps that every lesson has, and their texts."""
    frame = _beginning()
    structure = Structure.model_validate({**frame["structure"], "id": "new", "band": band})
    texts = {language: flat(words) for language, words in frame["words"].items()}
    for language, title in titles.items():
        texts[language]["title"] = title
    return _taken_in(person, structure, texts, None, "begun", titles)


def adapt(person: Person, revision: Revision) -> Draft:
    """A copy of a published lesson, which remembers where it is from."""
    lesson = catalogue.lesson_of(revision)
    source = f"{revision.lesson_id}/{revision.number}"
    return _taken_in(person, structure_in(lesson), texts_in(lesson), source, "begun", ())


def take_in(
    person: Person, structure: Structure, texts: PlainTexts, adapted_from: str | None = None
) -> Draft:
    """A new draft from its parts; it gets an id of its own."""
    return _taken_in(person, structure, texts, adapted_from, "imported", texts)


def _taken_in(
    person: Person,
    structure: Structure,
    texts: PlainTexts,
    adapted_from: str | None,
    occasion: str,
    written: Iterable[str],
) -> Draft:
    """written: in which languages the person wrote some of it, so that somebody else has to read these."""
    draft = _with_new_id(structure, adapted_from)
    now = clock.now()
    for language, key, text in _wanted(structure, texts, {}):
        row = DraftText(lesson_id=draft.lesson_id, key=key, language=language, text=text, version=1)
        row.checked_against, row.changed_by, row.changed_at = 1, person.id, now
        db.session.add(row)
    for language in (*written, STRUCTURE):
        remember_author(draft, person, language)
    history.keep(draft, person, occasion)
    return draft


def overwrite(
    draft: Draft, person: Person, structure: Structure, texts: PlainTexts, occasion: str = "imported"
) -> None:
    """Let a draft say something else as a whole; what it said stands in its history.

    Both languages come together, so neither is marked. Texts that have no place any more stay where they are.
    """
    set_structure(draft, person, structure)
    present, now = texts_of(draft), clock.now()
    for language, key, text in _wanted(structure, texts, present):
        row = present[language].get(key)
        if row is None:
            row = DraftText(lesson_id=draft.lesson_id, key=key, language=language, text="", version=0)
            db.session.add(row)
        if row.text != text or row.version == 0:
            row.text, row.version, row.translates = text, row.version + 1, False
            row.changed_by, row.changed_at = person.id, now
            remember_author(draft, person, language)
    db.session.flush()
    _bring_into_step(texts_of(draft))
    history.keep(draft, person, occasion)


def bring_back(draft: Draft, person: Person, version: DraftVersion) -> None:
    """Let a draft say what it said before."""
    structure = Structure.model_validate_json(version.structure)
    overwrite(draft, person, structure, history.texts_in(version), "brought_back")


def structure_in(lesson: Lesson) -> Structure:
    """A lesson without its words."""
    return Structure(**{name: getattr(lesson, name) for name in Structure.model_fields})


def texts_in(lesson: Lesson) -> dict[str, dict[str, str]]:
    """A lesson's words by language and key."""
    return {language: flat(words.model_dump()) for language, words in lesson.words.items()}


def draft_for(lesson_id: str, lock: bool = False) -> Draft:
    """The draft of an own lesson; lock: to change it, one at a time. Raises NotYours."""
    query = select(Draft).where(Draft.lesson_id == lesson_id).options(undefer(Draft.structure))
    found = db.session.scalar(query.with_for_update() if lock else query)
    if found is None:
        raise NotYours
    return found


def structure_of(draft: Draft) -> Structure:
    """Everything but the texts. It may still have flaws, but always has its shape."""
    return Structure.model_validate_json(draft.structure)


def set_structure(draft: Draft, person: Person, structure: Structure) -> None:
    """Only for rules that call history.keep afterwards."""
    _say_structure(draft, structure)
    remember_author(draft, person, STRUCTURE)


def texts_of(draft: Draft) -> dict[str, dict[str, DraftText]]:
    """Every row by language and key, also of steps that were taken out."""
    found: dict[str, dict[str, DraftText]] = {language: {} for language in LANGUAGES}
    for row in db.session.scalars(select(DraftText).where(DraftText.lesson_id == draft.lesson_id)):
        found[row.language][row.key] = row
    return found


def plain(texts: Texts) -> dict[str, dict[str, str]]:
    """language -> key -> text."""
    return {language: {key: row.text for key, row in rows.items()} for language, rows in texts.items()}


def remember_author(draft: Draft, person: Person, language: str) -> None:
    """Who writes in a language may not approve it; nor alone, who changes the STRUCTURE."""
    db.session.merge(DraftAuthor(lesson_id=draft.lesson_id, language=language, person_id=person.id))


def _say_structure(draft: Draft, structure: Structure) -> None:
    draft.structure = as_json(structure)
    draft.band = structure.band


def as_json(structure: Structure) -> str:
    return json.dumps(structure.model_dump(mode="json", exclude_none=True), ensure_ascii=False)


def _with_new_id(structure: Structure, adapted_from: str | None) -> Draft:
    number, now = _highest_number(), clock.now()
    while True:
        number += 1
        named = structure.model_copy(update={"id": f"t{number}", "version": 1})
        draft = Draft(lesson_id=named.id, state="draft", adapted_from=adapted_from, begun_at=now)
        draft.changed_at, draft.removed = now, "[]"
        _say_structure(draft, named)
        try:
            with db.session.begin_nested():
                db.session.add(draft)
        except IntegrityError:  # somebody else began one at the same moment
            continue
        return draft


def _highest_number() -> int:
    ids = [*db.session.scalars(select(Draft.lesson_id)), *db.session.scalars(select(LessonRow.id))]
    return max((int(found[1]) for one in ids if (found := OWN_ID.fullmatch(one))), default=0)


def _wanted(
    structure: Structure, texts: PlainTexts, present: Mapping[str, Collection[str]]
) -> Iterable[tuple[str, str, str]]:
    """language, key and text of all that has a place in the structure; empty only where a text stood."""
    keys = text_keys(structure)
    for language in LANGUAGES:
        for key in keys:
            text = texts.get(language, {}).get(key, "")
            if text or key in present.get(language, ()):
                yield language, key, text


def _bring_into_step(texts: Texts) -> None:
    first, second = (texts[language] for language in LANGUAGES)
    for key in first.keys() & second.keys():
        first[key].checked_against, second[key].checked_against = second[key].version, first[key].version


@cache
def _beginning() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "beginning.toml").read_text("utf-8"))
