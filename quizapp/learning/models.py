"""What a class was given, how far its pupils are, and what they answered."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from quizapp.accounts.models import Pupil, SchoolClass
from quizapp.db import Base, Instant
from quizapp.lessons.models import LessonRow, Revision


class Assignment(Base):
    """A lesson given to a class, in the revision it had then."""

    __tablename__ = "assignment"

    id: Mapped[int] = mapped_column(primary_key=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("school_class.id", ondelete="CASCADE"))
    lesson_id: Mapped[str] = mapped_column(ForeignKey("lesson.id"))
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"))
    assigned_at: Mapped[datetime] = mapped_column(Instant)
    closed_at: Mapped[datetime | None] = mapped_column(Instant)

    school_class: Mapped[SchoolClass] = relationship()
    lesson: Mapped[LessonRow] = relationship()
    revision: Mapped[Revision] = relationship()
    __table_args__ = (UniqueConstraint("class_id", "lesson_id"),)


class Attempt(Base):
    """One pupil at one assignment. Days, not times: a pupil's exact hours are nobody's business."""

    __tablename__ = "attempt"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(String(32), unique=True)  # opaque; all that a page learns of it
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignment.id", ondelete="CASCADE"))
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id", ondelete="CASCADE"), index=True)
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"))
    started_on: Mapped[date]
    finished_on: Mapped[date | None]
    reached: Mapped[int] = mapped_column(default=0)  # the furthest step, counted from 0

    assignment: Mapped[Assignment] = relationship()
    pupil: Mapped[Pupil] = relationship()
    revision: Mapped[Revision] = relationship()
    __table_args__ = (UniqueConstraint("assignment_id", "pupil_id"),)


class Answer(Base):
    """The first answer of an attempt to a question; private questions leave none."""

    __tablename__ = "answer"

    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempt.id", ondelete="CASCADE"), primary_key=True)
    question_id: Mapped[str] = mapped_column(String(40), primary_key=True)
    uuid: Mapped[str] = mapped_column(String(36), unique=True)  # recognises a resend
    choice: Mapped[str] = mapped_column(Text)  # canonical JSON
    right: Mapped[bool]
    scored: Mapped[bool]


class PrivateCount(Base):
    """How often a choice of a private question was taken in a school and term; by whom is known nowhere."""

    __tablename__ = "private_count"

    term: Mapped[str] = mapped_column(String(6), primary_key=True)
    school_id: Mapped[int] = mapped_column(ForeignKey("school.id", ondelete="CASCADE"), primary_key=True)
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"), primary_key=True)
    question_id: Mapped[str] = mapped_column(String(40), primary_key=True)
    choice: Mapped[str] = mapped_column(String(200), primary_key=True)
    count: Mapped[int]
