"""Versions of a draft as the history shows them: who, when and why, and what each has differently."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher

from flask_babel import lazy_gettext as _l
from sqlalchemy import select
from sqlalchemy.orm import undefer

from quizapp.accounts.models import Person
from quizapp.authoring import history, naming
from quizapp.authoring.models import Draft, DraftText, DraftVersion
from quizapp.db import db
from quizapp.languages import current_language
from quizapp.lessons.document import Structure
from quizapp.lessons.shape import LANGUAGES
from quizapp.lessons.steps import Step
from quizapp.lessons.texts import text_keys

OCCASIONS: Mapping[str, object] = {
    # Translators: what happened to a lesson, in its history, after somebody's name.
    "begun": _l("begun"),
    "work": _l("changed"),
    "imported": _l("brought in from a file"),
    "brought_back": _l("an older version brought back"),
    "submitted": _l("handed over for review"),
}


@dataclass(frozen=True)
class Line:
    """One version in the list."""

    id: int
    who: str
    at: datetime
    occasion: object


@dataclass(frozen=True)
class Bit:
    """Some words of a text: "same", "old" or "new"."""

    kind: str
    text: str


@dataclass(frozen=True)
class ChangedText:
    place: str
    language: str
    bits: Sequence[Bit]


@dataclass(frozen=True)
class Compared:
    """A version against the one before it, or the first against nothing."""

    line: Line
    before: Line | None
    is_newest: bool
    texts: Sequence[ChangedText]
    added: Sequence[tuple[Step, str]]
    removed: Sequence[tuple[Step, str]]
    changed: Sequence[tuple[Step, str]]
    moved: bool


def title_of(draft: Draft) -> str:
    """What the lesson is called, in the reader's language if it has a title there."""
    rows = select(DraftText.language, DraftText.text).where(
        DraftText.lesson_id == draft.lesson_id, DraftText.key == "title"
    )
    titles = {row.language: row.text for row in db.session.execute(rows)}
    return next((titles[one] for one in (current_language(), *LANGUAGES) if titles.get(one)), "")


def lines(draft: Draft) -> Sequence[Line]:
    """Every version, the newest first."""
    found = (
        select(DraftVersion.id, Person.name, DraftVersion.changed_at, DraftVersion.occasion)
        .outerjoin(Person, Person.id == DraftVersion.person_id)
        .where(DraftVersion.lesson_id == draft.lesson_id)
        .order_by(*history.LATEST_FIRST)
    )
    return [
        Line(one, name or "", at, OCCASIONS[occasion])
        for one, name, at, occasion in db.session.execute(found)
    ]


def compared(draft: Draft, version: DraftVersion) -> Compared:
    """What a version has differently from the one before."""
    every = lines(draft)
    at = next(place for place, line in enumerate(every) if line.id == version.id)
    before = every[at + 1] if at + 1 < len(every) else None
    old = _whole(before.id) if before else None
    found = history.compare(old or version, version)
    structures = Structure.model_validate_json(version.structure), _structure(old or version)
    texts = history.texts_in(version), history.texts_in(old or version)
    return Compared(
        line=every[at],
        before=before,
        is_newest=at == 0,
        texts=_texts(found, structures),
        added=[(step, _heading(step, texts[0])) for step in found.added],
        removed=[(step, _heading(step, texts[1])) for step in found.removed],
        changed=[(step, _heading(step, texts[0])) for step in found.changed],
        moved=found.moved,
    )


def bits(old: str, new: str) -> list[Bit]:
    """Both texts as one, word by word."""
    before, after = (re.findall(r"\s+|[^\s]+", text) for text in (old, new))
    found: list[Bit] = []
    for kind, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Bit("same", "".join(before[i:j])))
            continue
        for part, words in (("old", before[i:j]), ("new", after[k:m])):
            if words:
                found.append(Bit(part, "".join(words)))
    return found


def _texts(found: history.Comparison, structures: Sequence[Structure]) -> list[ChangedText]:
    """In the order of the lesson; a text of a step that is gone is named by where it stood."""
    order = {key: at for at, key in enumerate(key for one in structures for key in text_keys(one))}
    some = sorted(found.texts, key=lambda one: (order.get(one.key, len(order)), one.language))
    return [
        ChangedText(_place(structures, one.key), one.language, bits(one.old, one.new))
        for one in some
        if one.key in order
    ]


def _place(structures: Sequence[Structure], key: str) -> str:
    here = next(one for one in structures if key in text_keys(one))
    return naming.place_name(here, key)


def _whole(version_id: int) -> DraftVersion:
    query = select(DraftVersion).where(DraftVersion.id == version_id)
    return db.session.scalars(
        query.options(undefer(DraftVersion.texts), undefer(DraftVersion.structure))
    ).one()


def _structure(version: DraftVersion) -> Structure:
    return Structure.model_validate_json(version.structure)


def _heading(step: Step, texts: Mapping[str, Mapping[str, str]]) -> str:
    key = f"steps.{step.id}.heading"
    order = (current_language(), *LANGUAGES)
    return next((text for one in order if (text := texts.get(one, {}).get(key))), "")
