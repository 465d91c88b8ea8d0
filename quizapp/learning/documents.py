"""Published lessons by revision. A revision never changes, so what was read once may stay in memory."""

from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import ColumnElement, select

from quizapp.db import db
from quizapp.lessons.document import Lesson
from quizapp.lessons.models import Revision

KEPT = 256


class NoSuchRevision(Exception):
    """No lesson was published under this number."""


@dataclass(frozen=True)
class Published:
    """A revision with its lesson read; what marking and showing need on every request is at hand."""

    revision_id: int
    number: int
    lesson: Lesson
    step_ids: tuple[str, ...]
    scored: frozenset[str]
    fingerprints: dict[str, str]  # of every question that isn't private


@lru_cache(maxsize=KEPT)
def by_id(revision_id: int) -> Published:
    """Raises NoSuchRevision."""
    return _read(Revision.id == revision_id)


@lru_cache(maxsize=KEPT)
def numbered(lesson_id: str, number: int) -> Published:
    """Raises NoSuchRevision, also for what cannot be an id at all."""
    if not is_lesson_id(lesson_id):
        raise NoSuchRevision
    return _read(Revision.lesson_id == lesson_id, Revision.number == number)


def is_lesson_id(text: str) -> bool:
    """Whether a part of an address may be asked of the database: it cannot take every sign."""
    return text.isascii() and text.isidentifier()


def forget_all() -> None:
    """Start with nothing read: another database may lie below."""
    by_id.cache_clear()
    numbered.cache_clear()


def _read(*where: ColumnElement[bool]) -> Published:
    columns = select(Revision.id, Revision.number, Revision.document)
    row = db.session.execute(columns.where(*where)).one_or_none()
    if row is None:
        raise NoSuchRevision
    return of_lesson(Lesson.from_json(row.document), row.id, row.number)


def of_lesson(lesson: Lesson, revision_id: int, number: int) -> Published:
    """A lesson as marking and showing need it; one that isn't published has no revision: 0."""
    questions = lesson.questions()
    return Published(
        revision_id=revision_id,
        number=number,
        lesson=lesson,
        step_ids=tuple(step.id for step in lesson.steps),
        scored=frozenset(one for one, question in questions.items() if question.mode == "scored"),
        fingerprints={
            one: lesson.fingerprint(one) for one, question in questions.items() if question.mode != "private"
        },
    )
