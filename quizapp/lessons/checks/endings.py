"""Does every way through the lesson end with the message to take home?"""

from collections.abc import Iterator

from quizapp.lessons.checks.candidate import STRUCTURE, Candidate
from quizapp.lessons.checks.paths import END, check_paths, reachable, ways_through
from quizapp.lessons.problems import Problem


def check_endings(candidate: Candidate) -> Iterator[Problem]:
    """The steps after which a pupil may be at the end without having met it."""
    if not candidate.whole or not candidate.steps or any(check_paths(candidate)):
        return
    messages = {step.id for step in candidate.steps if step.kind == "take_home"}
    ways = ways_through(candidate.steps)
    without = {one: () if one in messages else after for one, after in ways.items()}
    for step_id in reachable(without, candidate.steps[0].id):
        if END in without.get(step_id, ()):
            yield Problem("ends_without_message", STRUCTURE, f"steps.{step_id}")
