"""What every process has to hear of within seconds: a lesson withdrawn or given back, a number confirmed.

The trail tells it. It only grows, so the count of such deeds says whether there is anything new; it is asked
every few seconds at most, so that a page kept in memory costs no statement.
"""

from dataclasses import dataclass
from threading import Lock
from time import monotonic

from flask import Flask, current_app
from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError

from quizapp.db import db
from quizapp.lessons.models import LessonRow
from quizapp.trail import TrailEntry

LOOK_SECONDS = 3
DEEDS = ("withdrawn", "given_back", "helpline_confirmed")


@dataclass(frozen=True)
class News:
    """number: another one after everything that happened. withdrawn: the lessons no pupil meets now."""

    number: int = -1
    withdrawn: frozenset[str] = frozenset()


class Paper:
    """What this process has heard."""

    def __init__(self) -> None:
        self._latest = News()
        self._looked = float("-inf")
        self._lock = Lock()

    def latest(self) -> News:
        """The news of the last few seconds. While one thread looks, the others go on with what is known."""
        if monotonic() - self._looked >= LOOK_SECONDS and self._lock.acquire(blocking=False):
            try:
                self._looked = monotonic()
                self._latest = _look(self._latest)
            finally:
                self._lock.release()
        return self._latest


def init_news(app: Flask) -> None:
    """Give the app its paper."""
    app.extensions["lesson_news"] = Paper()


def latest() -> News:
    """What is known in this process."""
    paper: Paper = current_app.extensions["lesson_news"]
    return paper.latest()


def _look(known: News) -> News:
    # A connection of its own: it sees what is true now, whatever the session began with. It only reads, so it
    # never waits for the session, which holds off other writers within a POST.
    try:
        with db.engine.connect().execution_options(writes=False) as connection:
            counted = select(func.count()).select_from(TrailEntry).where(TrailEntry.deed.in_(DEEDS))
            number = connection.scalar(counted) or 0
            if number == known.number:
                return known
            withdrawn = connection.scalars(select(LessonRow.id).where(LessonRow.withdrawn_at.is_not(None)))
            return News(number, frozenset(withdrawn))
    except DBAPIError:
        return known  # a page in memory opens while the database is away
