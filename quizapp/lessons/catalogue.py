"""Lessons at rest: publish a revision, find it again, read its document."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from sqlalchemy import func, select

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


def published() -> Sequence[Revision]:
    """The newest revision of every lesson, in the order of bands and ids."""
    newest_number = (
        select(func.max(Revision.number))
        .where(Revision.lesson_id == LessonRow.id)
        .correlate(LessonRow)
        .scalar_subquery()
    )
    query = (
        select(Revision)
        .join(LessonRow)
        .where(Revision.number == newest_number)
        .order_by(LessonRow.band, LessonRow.id)
    )
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


def publish(lesson: Lesson, origin: str = "bundled") -> Revision:
    """Make a new revision, or give back the newest one when it says just the same."""
    document = lesson.to_json()
    document_hash = sha256(document.encode()).hexdigest()
    last = newest(lesson.id)
    if last and last.document_hash == document_hash:
        return last
    row = db.session.get(LessonRow, lesson.id)
    if row is None:
        row = LessonRow(id=lesson.id, band=lesson.band, origin=origin)
        db.session.add(row)
    row.band = lesson.band
    revision = Revision(
        row=row,
        number=last.number + 1 if last else 1,
        document=document,
        document_hash=document_hash,
        published_at=clock.now(),
    )
    db.session.add(revision)
    db.session.flush()
    searching.note(
        "published", lesson.id, {code: flat(words.model_dump()) for code, words in lesson.words.items()}
    )
    return revision


def bundled_folders() -> list[Path]:
    """The packages that come with the app."""
    return sorted(folder for folder in CONTENT.iterdir() if (folder / "lesson.toml").is_file())


def import_bundled() -> list[Revision]:
    """Publish every bundled lesson whose document changed. Raises PackageProblems; the caller commits."""
    return [publish(read_package(folder)) for folder in bundled_folders()]
