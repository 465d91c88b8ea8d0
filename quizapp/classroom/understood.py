"""What a class understood, ready to be drawn."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import force_locale

from quizapp.learning.models import Assignment
from quizapp.learning.understanding import Understood, understanding
from quizapp.lessons.kinds import KINDS

SHARED = 2  # one pupil alone is no misunderstanding of a class


@dataclass(frozen=True)
class Bar:
    label: str
    count: int
    right: bool | None


@dataclass(frozen=True)
class Picture:
    """One question as its class answered it."""

    id: str
    heading: str
    scored: bool
    new: bool
    total: int
    right: int
    rows: Sequence[Bar]
    misunderstanding: str | None


def pictures_of(assignment: Assignment, language: str) -> list[Picture]:
    """Every question that isn't private, with all its words in the lesson's language."""
    with force_locale(language):
        return [_picture(one) for one in understanding(assignment, language)]


def _picture(one: Understood) -> Picture:
    summary = one.summary
    rows = [Bar(_label(one.kind, row.label), row.count, row.right) for row in summary.rows]
    most = max((row.count for row in summary.rows if row.right is False), default=0)
    shared = most >= SHARED and summary.misunderstanding
    mistaken = _label(one.kind, shared) if shared else None
    return Picture(
        id=one.question_id,
        heading=one.heading,
        scored=one.mode == "scored",
        new=one.new,
        total=summary.total,
        right=summary.right,
        rows=rows,
        misunderstanding=mistaken,
    )


def _label(kind: str, label: str) -> str:
    # Words on buttons that are the same in every lesson come from the catalogs, under the choice's id.
    return str(KINDS[kind].labels.get(label, label))
