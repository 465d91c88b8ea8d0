"""Signed-in browsers of staff: rows, so that any of them can be ended at once."""

from datetime import timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import contains_eager

from quizapp import clock
from quizapp.accounts.models import Person, StaffSession
from quizapp.accounts.tokens import hash_of, new_token
from quizapp.db import db, write_at_once

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=8)
SEEN_EVERY = timedelta(minutes=1)


def start(person: Person) -> str:
    """Sign a browser in; the token for its cookie."""
    token, now = new_token(), clock.now()
    row = StaffSession(token_hash=hash_of(token), person_id=person.id, started_at=now, last_seen_at=now)
    db.session.add(row)
    person.last_seen_on = clock.today()
    return token


def find(token: str | None) -> StaffSession | None:
    """The session of a browser, with its person; none when 30 minutes idle, 8 hours old or locked out."""
    if not token:
        return None
    now = clock.now()
    return db.session.scalar(
        select(StaffSession)
        .where(
            StaffSession.token_hash == hash_of(token),
            StaffSession.last_seen_at > now - IDLE,
            StaffSession.started_at > now - LONGEST,
            Person.locked_at.is_(None),
        )
        .join(StaffSession.person)
        .options(contains_eager(StaffSession.person))
    )


def seen(session: StaffSession, reading: bool) -> None:
    """Note that the browser is in use, at most once a minute; a page that polls through a lesson counts.

    `reading`: the request only reads, so the note takes a transaction of its own.
    """
    now = clock.now()
    if now - session.last_seen_at < SEEN_EVERY:
        return
    noted = update(StaffSession).where(StaffSession.token_hash == session.token_hash).values(last_seen_at=now)
    if reading:
        with write_at_once() as connection:
            connection.execute(noted)
    else:
        db.session.execute(noted)


def end(token: str | None) -> None:
    """Sign one browser out."""
    if token:
        db.session.execute(delete(StaffSession).where(StaffSession.token_hash == hash_of(token)))


def end_all(person: Person, but: str | None = None) -> None:
    """Sign a person out everywhere, but for the browser with the token `but`."""
    ended = delete(StaffSession).where(StaffSession.person_id == person.id)
    if but:
        ended = ended.where(StaffSession.token_hash != hash_of(but))
    db.session.execute(ended)
