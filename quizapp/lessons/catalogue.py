"""Lessons at rest: publish a revision, find it again, read its document."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import contains_eager

from quizapp import clock
from quizapp.db import db
from quizapp.lessons import searching
from quizapp.lessons.document import Lesson
from quizapp.lessons.models import LessonRow, Revision
from quizapp.lessons.package import read_package
from quizapp.lessons.pictures import CONTENT
from quizapp.lessons.texts import flat

KEPT_LESSONS = 64
_parsed: dict[str, Lesson] = {}


class OtherOrigin(Exception):
    """A lesson of this id is there already, from elsewhere."""


def published(also_withdrawn: bool = False) -> Sequence[Revision]:
    """The newest revision of every lesson that pupils may meet, in the order of bands and ids."""
    newest_number = (
        select(func.max(Revision.number))
        .where(Revision.lesson_id == LessonRow.id)
        .correlate(LessonRow)
        .scalar_subquery()
    )
    query = (
        select(Revision)
        .join(Revision.row)
        .options(contains_eager(Revision.row))
        .where(Revision.number == newest_number)
        .order_by(LessonRow.band, LessonRow.id)
    )
    if not also_withdrawn:
        query = query.where(LessonRow.withdrawn_at.is_(None))
    return db.session.scalars(query).all()


def newest(lesson_id: str) -> Revision | None:
    """The revision published last."""
    query = select(Revision).where(Revision.lesson_id == lesson_id).order_by(Revision.number.desc()).limit(1)
    return db.session.scalar(query)


def find_revision(lesson_id: str, number: int) -> Revision | None:
    """This very revision."""
    return db.session.scalar(
        select(Revision).where(Revision.lesson_id == lesson_id, Revision.number == number)
    )


def lesson_of(revision: Revision) -> Lesson:
    """What a revision says; parsed once, since a document never changes under its hash."""
    kept = _parsed.get(revision.document_hash)
    if kept is None:
        kept = Lesson.from_json(revision.document)
        while len(_parsed) >= KEPT_LESSONS:
            _parsed.pop(next(iter(_parsed)), None)
        _parsed[revision.document_hash] = kept
    return kept


def publish(
    lesson: Lesson, origin: str = "bundled", note: str | None = None, adapted_from: str | None = None
) -> Revision:
    """Make a new revision, or give back the newest one when it says just the same. Raises OtherOrigin.

    note: what changed. adapted_from: "a4/2", what it was made from. A withdrawn lesson stays withdrawn.
    """
    document, document_hash = _written(lesson)
    last = newest(lesson.id)
    if last and last.document_hash == document_hash and last.row.origin == origin:
        return last
    revision = Revision(
        row=_row_for(lesson, origin, adapted_from),
        number=last.number + 1 if last else 1,
        document=document,
        document_hash=document_hash,
        published_at=clock.now(),
        note=note,
    )
    db.session.add(revision)
    db.session.flush()
    searching.note(
        "published", lesson.id, {code: flat(words.model_dump()) for code, words in lesson.words.items()}
    )
    return revision


def _written(lesson: Lesson) -> tuple[str, str]:
    document = lesson.to_json()
    return document, sha256(document.encode()).hexdigest()


def _row_for(lesson: Lesson, origin: str, adapted_from: str | None) -> LessonRow:
    row = db.session.get(LessonRow, lesson.id)
    if row is None:
        row = LessonRow(id=lesson.id, band=lesson.band, origin=origin, adapted_from=adapted_from)
        db.session.add(row)
    if row.origin != origin:
        raise OtherOrigin(lesson.id)
    row.band = lesson.band
    return row


def bundled_folders() -> list[Path]:
    """The packages that come with the app."""
    return sorted(folder for folder in CONTENT.iterdir() if (folder / "lesson.toml").is_file())


def import_bundled() -> list[Revision]:
    """Publish every bundled lesson that says what none of its revisions has said.

    What trainers have made or withdrawn stays as they left it. Raises PackageProblems; the caller commits.
    """
    revisions = [_import(read_package(folder)) for folder in bundled_folders()]
    return [revision for revision in revisions if revision]


def _import(lesson: Lesson) -> Revision | None:
    row = db.session.get(LessonRow, lesson.id)
    if row and row.origin != "bundled":
        return None
    _document, document_hash = _written(lesson)
    same = select(Revision).where(Revision.lesson_id == lesson.id, Revision.document_hash == document_hash)
    return db.session.scalars(same.order_by(Revision.number.desc())).first() or publish(lesson)
