"""Does the guide fill exactly one lesson hour?"""

from collections.abc import Iterator

from quizapp.lessons.checks.candidate import STRUCTURE, Candidate, table
from quizapp.lessons.guide import LESSON_MINUTES
from quizapp.lessons.problems import Problem


def check_guide(candidate: Candidate) -> Iterator[Problem]:
    timing = table(candidate.raw, "guide").get("timing")
    if not isinstance(timing, list):
        return
    minutes = [slot.get("minutes") for slot in timing if isinstance(slot, dict)]
    if not all(isinstance(one, int) for one in minutes):
        return
    total = sum(one for one in minutes if isinstance(one, int))
    if total != LESSON_MINUTES:
        yield Problem("timing_not_40", STRUCTURE, "guide.timing", {"total": total, "minutes": LESSON_MINUTES})
