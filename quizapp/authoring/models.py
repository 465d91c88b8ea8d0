"""Lessons in the making: structure once, a row for each text, and everything that happened to them."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.db import Base, Instant

KEY = String(200)


def _of_draft() -> ForeignKey:
    return ForeignKey("draft.lesson_id", ondelete="CASCADE")


class Draft(Base):
    """The working copy of an own lesson; it stays after publishing, for the next revision."""

    __tablename__ = "draft"

    lesson_id: Mapped[str] = mapped_column(String(20), primary_key=True)
    band: Mapped[str] = mapped_column(String(3))  # as in the structure, to look for
    structure: Mapped[str] = mapped_column(Text, deferred=True)  # JSON of lessons.document.Structure
    removed: Mapped[str] = mapped_column(Text, default="[]", deferred=True)  # JSON: steps to put back
    state: Mapped[str] = mapped_column(String(10), default="draft")
    adapted_from: Mapped[str | None] = mapped_column(String(40))  # "a4/2"
    begun_at: Mapped[datetime] = mapped_column(Instant)
    changed_at: Mapped[datetime] = mapped_column(Instant)

    __table_args__ = (CheckConstraint("state IN ('draft', 'in_review', 'published')", name="state"),)


class DraftText(Base):
    """One text in one language. Rows outlive the step they belong to: no sentence is lost.

    checked_against: the version of the same text in the other language that this one was last held against.
    translates: whether its present version was written to follow the other language.
    """

    __tablename__ = "draft_text"

    lesson_id: Mapped[str] = mapped_column(_of_draft(), primary_key=True)
    key: Mapped[str] = mapped_column(KEY, primary_key=True)  # "steps.hello.heading", "title"
    language: Mapped[str] = mapped_column(String(2), primary_key=True)
    text: Mapped[str] = mapped_column(Text)
    version: Mapped[int]
    checked_against: Mapped[int] = mapped_column(default=0)
    translates: Mapped[bool] = mapped_column(default=False)
    changed_by: Mapped[int | None]
    changed_at: Mapped[datetime] = mapped_column(Instant)


class DraftStanding(Base):
    """How far a draft is, counted at its last change: the shelf shows many at once."""

    __tablename__ = "draft_standing"

    lesson_id: Mapped[str] = mapped_column(_of_draft(), primary_key=True)
    topics: Mapped[str] = mapped_column(Text)  # their ids with spaces between
    pictures_missing: Mapped[int]
    languages: Mapped[str] = mapped_column(Text)  # JSON: language -> standing.LanguageStanding


class DraftAuthor(Base):
    """Who wrote texts of a language since the lesson was last published, and so may not approve it.

    With no language: who changed the structure.
    """

    __tablename__ = "draft_author"

    lesson_id: Mapped[str] = mapped_column(_of_draft(), primary_key=True)
    language: Mapped[str] = mapped_column(String(2), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)


class DraftVersion(Base):
    """The whole draft as one person left it within ten minutes, or as it was submitted."""

    __tablename__ = "draft_version"

    id: Mapped[int] = mapped_column(primary_key=True)
    lesson_id: Mapped[str] = mapped_column(_of_draft(), index=True)
    person_id: Mapped[int | None]
    occasion: Mapped[str] = mapped_column(String(12))  # begun, work, imported, brought_back, submitted
    begun_at: Mapped[datetime] = mapped_column(Instant)
    changed_at: Mapped[datetime] = mapped_column(Instant)
    structure: Mapped[str] = mapped_column(Text, deferred=True)
    texts: Mapped[str] = mapped_column(Text, deferred=True)  # JSON: language -> key -> text


class Submission(Base):
    """A draft handed over to be reviewed; the newest one counts."""

    __tablename__ = "submission"

    id: Mapped[int] = mapped_column(primary_key=True)
    lesson_id: Mapped[str] = mapped_column(_of_draft(), index=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("draft_version.id", ondelete="CASCADE"))
    person_id: Mapped[int | None]
    at: Mapped[datetime] = mapped_column(Instant)
    note: Mapped[str] = mapped_column(Text)  # what changed


class Approval(Base):
    """Somebody found one language of a submitted draft fit for children; see reviewing.approvers."""

    __tablename__ = "approval"

    lesson_id: Mapped[str] = mapped_column(_of_draft(), primary_key=True)
    language: Mapped[str] = mapped_column(String(2), primary_key=True)
    person_id: Mapped[int] = mapped_column(primary_key=True)
    submission_id: Mapped[int] = mapped_column(ForeignKey("submission.id", ondelete="CASCADE"))
    at: Mapped[datetime] = mapped_column(Instant)


class Comment(Base):
    """What a reviewer says about a step or one of its texts."""

    __tablename__ = "comment"

    id: Mapped[int] = mapped_column(primary_key=True)
    lesson_id: Mapped[str] = mapped_column(_of_draft(), index=True)
    step_id: Mapped[str] = mapped_column(String(40))  # "" is the head of the lesson
    key: Mapped[str] = mapped_column(KEY, default="")  # "" is the step as a whole
    language: Mapped[str] = mapped_column(String(2), default="")  # "" is both
    text: Mapped[str] = mapped_column(Text)
    person_id: Mapped[int | None]
    at: Mapped[datetime] = mapped_column(Instant)
    settled_at: Mapped[datetime | None] = mapped_column(Instant)


class Reason(Base):
    """Why a warning may stand."""

    __tablename__ = "reason"

    lesson_id: Mapped[str] = mapped_column(_of_draft(), primary_key=True)
    warning: Mapped[str] = mapped_column(String(64), primary_key=True)  # hash of the problem with its detail
    reason: Mapped[str] = mapped_column(Text)
    person_id: Mapped[int | None]
    at: Mapped[datetime] = mapped_column(Instant)


class KnownWord(Base):
    """A word that the dictionary lacks and this lesson needs."""

    __tablename__ = "known_word"

    lesson_id: Mapped[str] = mapped_column(_of_draft(), primary_key=True)
    language: Mapped[str] = mapped_column(String(2), primary_key=True)
    word: Mapped[str] = mapped_column(String(60), primary_key=True)
    reason: Mapped[str] = mapped_column(Text)
    person_id: Mapped[int | None]
    at: Mapped[datetime] = mapped_column(Instant)


class Upload(Base):
    """A file that somebody has brought and not taken in yet: the last one of each person, for an hour.

    Kept as it came, and read anew when it is taken: what is shown and what is taken come from the same bytes.
    """

    __tablename__ = "upload"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    lesson_id: Mapped[str] = mapped_column(String(20))  # the draft it is for; "" is a new one
    language: Mapped[str] = mapped_column(String(2))  # of questions that don't say it themselves
    data: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    expires_at: Mapped[datetime] = mapped_column(Instant)
