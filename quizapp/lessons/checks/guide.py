"""Does the guide fill exactly one lesson hour?"""

from collections.abc import Iterator

from quizapp.lessons.checks.draft import STRUCTURE, Draft, table
from quizapp.lessons.guide import LESSON_MINUTES
from quizapp.lessons.problems import Problem


def check_guide(draft: Draft) -> Iterator[Problem]:
    timing = table(draft.raw, "guide").get("timing")
    if not isinstance(timing, list):
        return
    minutes = [slot.get("minutes") for slot in timing if isinstance(slot, dict)]
    if not all(isinstance(one, int) for one in minutes):
        return
    total = sum(one for one in minutes if isinstance(one, int))
    if total != LESSON_MINUTES:
        yield Problem("timing_not_40", STRUCTURE, "guide.timing", {"total": total, "minutes": LESSON_MINUTES})
