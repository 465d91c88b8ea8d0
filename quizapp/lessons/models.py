"""Lessons at rest: each published revision is one immutable document in one row."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from quizapp.db import Base, Instant


class LessonRow(Base):
    """A lesson by its neutral id; what it says stands in its revisions."""

    __tablename__ = "lesson"

    id: Mapped[str] = mapped_column(String(20), primary_key=True)
    band: Mapped[str] = mapped_column(String(3))
    origin: Mapped[str] = mapped_column(String(10))  # "bundled" or "own"
    adapted_from: Mapped[str | None] = mapped_column(String(40))  # "a4/2": lesson and number of its revision
    withdrawn_at: Mapped[datetime | None] = mapped_column(Instant)  # no pupil meets it meanwhile
    withdrawn_because: Mapped[str | None] = mapped_column(Text)  # JSON: language -> reason, for teachers


class Revision(Base):
    """What a lesson said when it was published. Never changed, so results keep their meaning."""

    __tablename__ = "revision"

    id: Mapped[int] = mapped_column(primary_key=True)
    lesson_id: Mapped[str] = mapped_column(ForeignKey("lesson.id"))
    number: Mapped[int]
    document: Mapped[str] = mapped_column(Text, deferred=True)  # long, and kept parsed by the catalogue
    document_hash: Mapped[str] = mapped_column(String(64))
    published_at: Mapped[datetime] = mapped_column(Instant)
    reviewed: Mapped[bool] = mapped_column(default=False)  # by native educators of both languages
    note: Mapped[str | None] = mapped_column(Text)  # what changed, in the words of who published it

    row: Mapped[LessonRow] = relationship()
    __table_args__ = (UniqueConstraint("lesson_id", "number"),)


class Media(Base):
    """A picture that somebody uploaded, rebuilt from its pixels. Its id is what lessons call it by."""

    __tablename__ = "media"

    id: Mapped[str] = mapped_column(String(60), primary_key=True)  # "u-" and the start of the bytes' hash
    mime: Mapped[str] = mapped_column(String(20))
    data: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)  # 300 kB at most
    width: Mapped[int]  # pixels
    height: Mapped[int]
    title: Mapped[str] = mapped_column(String(120))  # for trainers who choose among pictures
    made_by: Mapped[str] = mapped_column(String(120))  # shown on the page of credits
    licence: Mapped[str] = mapped_column(String(40))
    uploaded_by: Mapped[int | None]  # a person's number without a foreign key
    uploaded_at: Mapped[datetime] = mapped_column(Instant)


class Searchable(Base):
    """The words of a lesson in one language, to find it by: as published, and as it is in the making."""

    __tablename__ = "searchable"

    source: Mapped[str] = mapped_column(String(10), primary_key=True)  # "published" or "draft"
    lesson_id: Mapped[str] = mapped_column(String(20), primary_key=True)
    language: Mapped[str] = mapped_column(String(2), primary_key=True)
    words: Mapped[str] = mapped_column(Text, deferred=True)  # each word once, folded by searching.fold
