"""Who uses quizapp: schools, staff with their sessions, classes and their nameless pupils."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from quizapp.db import Base, Instant

TOKEN = String(64)  # the hexadecimal SHA-256 of a token; the token itself is never stored


class School(Base):
    """A school as its teachers name it."""

    __tablename__ = "school"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    municipality: Mapped[str] = mapped_column(String(80))
    __table_args__ = (UniqueConstraint("name", "municipality"),)


class Person(Base):
    """A member of staff. Pupils are never people here."""

    __tablename__ = "person"

    id: Mapped[int] = mapped_column(primary_key=True)
    school_id: Mapped[int] = mapped_column(ForeignKey("school.id"), index=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)  # lower case; nothing is mailed
    name: Mapped[str] = mapped_column(String(80))
    password_hash: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[datetime] = mapped_column(Instant)
    failures: Mapped[int] = mapped_column(default=0)
    not_before: Mapped[datetime | None] = mapped_column(Instant)
    locked_at: Mapped[datetime | None] = mapped_column(Instant)  # may not sign in since then
    last_seen_on: Mapped[date | None]  # the day of the last sign-in

    school: Mapped[School] = relationship()
    # The number of an erased person goes to nobody else: the trail keeps it.
    __table_args__ = ({"sqlite_autoincrement": True},)


class PersonRole(Base):
    """One thing a person may do: "teacher", "trainer", "administrator"."""

    __tablename__ = "person_role"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    role: Mapped[str] = mapped_column(String(20), primary_key=True)


class PersonLanguage(Base):
    """A language of lessons that a trainer reads well enough to approve it."""

    __tablename__ = "person_language"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    language: Mapped[str] = mapped_column(String(2), primary_key=True)


class SecondStep(Base):
    """The changing code (TOTP) that trainers and administrators sign in with besides their password.

    The secret is made from the nonce and the app's key, so that no copy of the database holds it.
    """

    __tablename__ = "second_step"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    nonce: Mapped[str] = mapped_column(String(64))
    enrolled_at: Mapped[datetime] = mapped_column(Instant)
    last_timecode: Mapped[int] = mapped_column(default=0)  # a code works once


class RecoveryCode(Base):
    """A one-time code for who has lost the telephone."""

    __tablename__ = "recovery_code"

    code_hash: Mapped[str] = mapped_column(TOKEN, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)


class StaffSession(Base):
    """A signed-in browser; revoked by deleting the row."""

    __tablename__ = "staff_session"

    token_hash: Mapped[str] = mapped_column(TOKEN, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    started_at: Mapped[datetime] = mapped_column(Instant)
    last_seen_at: Mapped[datetime] = mapped_column(Instant)

    person: Mapped[Person] = relationship()


class Invitation(Base):
    """A one-time link by which somebody becomes staff of a school."""

    __tablename__ = "invitation"

    token_hash: Mapped[str] = mapped_column(TOKEN, primary_key=True)
    school_id: Mapped[int] = mapped_column(ForeignKey("school.id", ondelete="CASCADE"))
    role: Mapped[str] = mapped_column(String(20))
    expires_at: Mapped[datetime] = mapped_column(Instant)
    invited_by: Mapped[int | None]  # an administrator's number without a foreign key

    school: Mapped[School] = relationship()


class ResetLink(Base):
    """A one-time link to choose a new password."""

    __tablename__ = "reset_link"

    token_hash: Mapped[str] = mapped_column(TOKEN, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    expires_at: Mapped[datetime] = mapped_column(Instant)

    person: Mapped[Person] = relationship()


class SchoolClass(Base):
    """A class of one teacher, with the code by which its pupils come in."""

    __tablename__ = "school_class"

    id: Mapped[int] = mapped_column(primary_key=True)
    teacher_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(40))
    grade: Mapped[int]
    language: Mapped[str] = mapped_column(String(2))  # the usual language; each pupil may take the other
    created_on: Mapped[date]
    archived_on: Mapped[date | None]
    join_code: Mapped[str] = mapped_column(String(8), unique=True)
    code_expires_at: Mapped[datetime] = mapped_column(Instant)
    joining: Mapped[str] = mapped_column(String(10), default="closed")  # "open", "returning" or "closed"
    joining_until: Mapped[datetime | None] = mapped_column(Instant)
    adult_role: Mapped[str | None] = mapped_column(String(20))  # whom the help page names first
    adult_place: Mapped[str | None] = mapped_column(String(40))

    teacher: Mapped[Person] = relationship()
    __table_args__ = (
        CheckConstraint("grade BETWEEN 1 AND 9", name="grade"),
        CheckConstraint("joining IN ('open', 'returning', 'closed')", name="joining"),
    )


class Pupil(Base):
    """A child, known only as an animal with a thing."""

    __tablename__ = "pupil"

    id: Mapped[int] = mapped_column(primary_key=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("school_class.id", ondelete="CASCADE"))
    animal: Mapped[str] = mapped_column(String(20))
    thing: Mapped[str] = mapped_column(String(20))
    secret_hash: Mapped[str | None] = mapped_column(TOKEN)  # none after a reset
    secret_failures: Mapped[int] = mapped_column(default=0)
    secret_not_before: Mapped[datetime | None] = mapped_column(Instant)
    join_id: Mapped[str] = mapped_column(TOKEN, unique=True)  # makes a doubled click one pupil
    joined_on: Mapped[date]

    school_class: Mapped[SchoolClass] = relationship()
    __table_args__ = (UniqueConstraint("class_id", "animal", "thing"),)


class PupilDevice(Base):
    """A browser in which a pupil is at work today."""

    __tablename__ = "pupil_device"

    token_hash: Mapped[str] = mapped_column(TOKEN, primary_key=True)
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id", ondelete="CASCADE"), index=True)
    expires_at: Mapped[datetime] = mapped_column(Instant)

    pupil: Mapped[Pupil] = relationship()


class Limit(Base):
    """How often something was tried within a window of time, for all workers alike."""

    __tablename__ = "rate_limit"

    key_hash: Mapped[str] = mapped_column(TOKEN, primary_key=True)
    window_start: Mapped[datetime] = mapped_column(Instant, primary_key=True)
    count: Mapped[int]
