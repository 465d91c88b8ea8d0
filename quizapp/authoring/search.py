"""Looking for words in every lesson: where they were found, with the words around them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import undefer

from quizapp.authoring.models import Draft, DraftText
from quizapp.db import db
from quizapp.lessons import catalogue, searching
from quizapp.lessons.document import Structure
from quizapp.lessons.models import Revision
from quizapp.lessons.searching import Found, Place
from quizapp.lessons.texts import flat, text_keys

SHOWN = 20  # lessons with the words around; of the others only the number is told


@dataclass(frozen=True)
class Hit:
    """A lesson in which something was found, and where in it."""

    found: Found
    structure: Structure
    place: Place


@dataclass(frozen=True)
class Hits:
    """The lessons that were found, and the places in the first of them."""

    lesson_ids: Sequence[str]
    places: Mapping[str, Sequence[Hit]]


def search(question: str) -> Hits:
    """Every lesson with all the words in one language; a published one only where its draft lacks them."""
    words = searching.words_of(question)
    found = _once(searching.find(words))
    ids = list(dict.fromkeys(one.lesson_id for one in found))
    shown = [one for one in found if one.lesson_id in ids[:SHOWN]]
    places: dict[str, list[Hit]] = {}
    for one, structure, texts in [*_in_drafts(shown), *_in_revisions(shown)]:
        place = searching.place_of(words, texts)
        if place:
            places.setdefault(one.lesson_id, []).append(Hit(one, structure, place))
    return Hits(ids, places)


Searched = Iterable[tuple[Found, Structure, Mapping[str, str]]]


def _once(found: Sequence[Found]) -> list[Found]:
    in_drafts = {(one.lesson_id, one.language) for one in found if one.source == "draft"}
    return [one for one in found if one.source == "draft" or (one.lesson_id, one.language) not in in_drafts]


def _in_drafts(found: Sequence[Found]) -> Searched:
    wanted = [one for one in found if one.source == "draft"]
    if not wanted:
        return
    ids = {one.lesson_id for one in wanted}
    drafts = select(Draft).where(Draft.lesson_id.in_(ids)).options(undefer(Draft.structure))
    structures = {
        draft.lesson_id: Structure.model_validate_json(draft.structure)
        for draft in db.session.scalars(drafts)
    }
    rows: dict[tuple[str, str], dict[str, str]] = {}
    columns = select(DraftText.lesson_id, DraftText.language, DraftText.key, DraftText.text)
    for lesson_id, language, key, text in db.session.execute(columns.where(DraftText.lesson_id.in_(ids))):
        rows.setdefault((lesson_id, language), {})[key] = text
    for one in wanted:
        said = rows.get((one.lesson_id, one.language), {})
        keys = text_keys(structures[one.lesson_id])
        yield one, structures[one.lesson_id], {key: said[key] for key in keys if key in said}


def _in_revisions(found: Sequence[Found]) -> Searched:
    wanted = [one for one in found if one.source == "published"]
    if not wanted:
        return
    latest = select(func.max(Revision.id)).where(Revision.lesson_id.in_({one.lesson_id for one in wanted}))
    query = select(Revision).where(Revision.id.in_(latest.group_by(Revision.lesson_id)))
    lessons = {
        revision.lesson_id: catalogue.lesson_of(revision)
        for revision in db.session.scalars(query.options(undefer(Revision.document)))
    }
    for one in wanted:
        lesson = lessons[one.lesson_id]
        yield one, lesson, flat(lesson.words[one.language].model_dump())
