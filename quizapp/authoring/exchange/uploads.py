"""A file between being looked at and being taken in: a row, so that any worker can take it."""

from datetime import timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import undefer

from quizapp import clock
from quizapp.accounts.models import Person
from quizapp.authoring.models import Upload
from quizapp.db import db

KEPT = timedelta(hours=1)


def keep(person: Person, lesson_id: str, language: str, data: bytes) -> None:
    """Instead of what this person brought before."""
    forget(person)
    expires_at = clock.now() + KEPT
    db.session.add(
        Upload(person_id=person.id, lesson_id=lesson_id, language=language, data=data, expires_at=expires_at)
    )


def kept(person: Person, lesson_id: str) -> Upload | None:
    """What this person brought for the draft ("" for a new one)."""
    query = select(Upload).where(
        Upload.person_id == person.id, Upload.lesson_id == lesson_id, Upload.expires_at > clock.now()
    )
    return db.session.scalar(query.options(undefer(Upload.data)))


def forget(person: Person) -> None:
    db.session.execute(delete(Upload).where(Upload.person_id == person.id))


def forget_old() -> int:
    """How many there were; the caller commits."""
    over = delete(Upload).where(Upload.expires_at <= clock.now()).returning(Upload.person_id)
    return len(db.session.execute(over).all())


def let_others_write() -> None:
    """Before a file is looked through, which may take a second: nothing has been written yet."""
    db.session.rollback()
