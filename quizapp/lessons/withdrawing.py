"""Withdrawing a lesson: from then on no pupil meets it, and nothing of what was answered is lost."""

import json
from collections.abc import Mapping

from sqlalchemy import select

from quizapp import clock, trail
from quizapp.db import db
from quizapp.lessons.models import LessonRow

Reasons = Mapping[str, str]  # by language; for teachers, never for pupils


class Withdrawn(Exception):
    """No pupil may meet this lesson now."""


class NoReason(Exception):
    """Teachers have to be told why."""


def withdraw(row: LessonRow, reasons: Reasons, actor_id: int | None) -> None:
    """Take a lesson away from pupils at once; done again, it only has other reasons. Raises NoReason."""
    said = {language: text.strip() for language, text in reasons.items() if text.strip()}
    if not said:
        raise NoReason
    row.withdrawn_at = row.withdrawn_at or clock.now()
    row.withdrawn_because = json.dumps(said, ensure_ascii=False, sort_keys=True)
    trail.record(actor_id, "withdrawn", f"lesson:{row.id}", **said)


def give_back(row: LessonRow, actor_id: int | None) -> None:
    """Let pupils go on where they were."""
    if row.withdrawn_at is None:
        return
    row.withdrawn_at = row.withdrawn_because = None
    trail.record(actor_id, "given_back", f"lesson:{row.id}")


def is_withdrawn(lesson_id: str) -> bool:
    """Whether it is at this moment; news.latest() knows it without a statement, but some seconds late."""
    at = db.session.scalar(select(LessonRow.withdrawn_at).where(LessonRow.id == lesson_id))
    return at is not None


def reasons_of(row: LessonRow) -> Reasons | None:
    """Why a lesson is withdrawn; None if it isn't."""
    if row.withdrawn_at is None:
        return None
    reasons: Reasons = json.loads(row.withdrawn_because or "{}")
    return reasons


def reason_for(reasons: Reasons, language: str) -> tuple[str, str]:
    """The reason as a reader of a language gets it, and the language it is in."""
    order = sorted(reasons, key=lambda one: one != language)  # the reader's own first
    return (reasons[order[0]], order[0]) if order else ("", language)
