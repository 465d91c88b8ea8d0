"""Lessons at rest: each published revision is one immutable document in one row."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from quizapp.db import Base, Instant


class LessonRow(Base):
    """A lesson by its neutral id; what it says stands in its revisions."""

    __tablename__ = "lesson"

    id: Mapped[str] = mapped_column(String(20), primary_key=True)
    band: Mapped[str] = mapped_column(String(3))
    origin: Mapped[str] = mapped_column(String(10))  # "bundled" so far


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

    row: Mapped[LessonRow] = relationship()
    __table_args__ = (UniqueConstraint("lesson_id", "number"),)
