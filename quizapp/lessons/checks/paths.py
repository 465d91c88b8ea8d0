"""Does every way through the lesson lead to its end?"""

from collections.abc import Iterator, Mapping, Sequence

from quizapp.lessons.checks.candidate import STRUCTURE, Candidate
from quizapp.lessons.problems import Problem
from quizapp.lessons.steps import DecisionStep, QuestionStep, Step

END = ""
Ways = Mapping[str, Sequence[str]]


def check_paths(candidate: Candidate) -> Iterator[Problem]:
    """Branches that lead nowhere, back, or past a scored question; steps no way leads to."""
    dangling = list(_dangling(candidate))
    yield from dangling
    # With holes in it the map would only produce false alarms.
    if (
        dangling
        or not candidate.whole
        or len(candidate.step_ids()) != len(candidate.steps)
        or not candidate.steps
    ):
        return
    ways = ways_through(candidate.steps)
    start = candidate.steps[0].id
    reached = reachable(ways, start)
    for step in candidate.steps:
        if step.id not in reached:
            yield Problem("unreachable_step", STRUCTURE, f"steps.{step.id}")
    for step_id in on_cycle(ways):
        yield Problem("cyclic_branch", STRUCTURE, f"steps.{step_id}")
    for step in candidate.steps:
        if isinstance(step, QuestionStep) and step.question.mode == "scored" and step.id in reached:
            yield from _scored_on_branch(ways, start, step)


def _scored_on_branch(ways: Ways, start: str, step: Step) -> Iterator[Problem]:
    if step.id != start and END in reachable(ways, start, without=step.id):
        yield Problem("scored_on_branch", STRUCTURE, f"steps.{step.id}.question.mode")


def _dangling(candidate: Candidate) -> Iterator[Problem]:
    known = candidate.step_ids()
    for step in candidate.steps:
        if step.next is not None and step.next not in known:
            yield Problem("dangling_branch", STRUCTURE, f"steps.{step.id}.next", {"id": step.next})
        if isinstance(step, DecisionStep):
            for way in step.choices:
                if way.goto not in known:
                    yield Problem(
                        "dangling_branch",
                        STRUCTURE,
                        f"steps.{step.id}.choices.{way.id}.goto",
                        {"id": way.goto},
                    )


def ways_through(steps: Sequence[Step]) -> Ways:
    """Where one can go from each step; END after the last."""
    following = [step.id for step in steps[1:]] + [END]
    return {
        step.id: [way.goto for way in step.choices]
        if isinstance(step, DecisionStep)
        else [step.next or after]
        for step, after in zip(steps, following, strict=True)
    }


def reachable(ways: Ways, start: str, without: str | None = None) -> set[str]:
    """Every step one can come to, perhaps with one step taken out."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        step_id = waiting.pop()
        if step_id not in found and step_id != without:
            found.add(step_id)
            waiting.extend(ways.get(step_id, ()))
    return found


def on_cycle(ways: Ways) -> list[str]:
    """The steps from which one can come back to the same step."""
    return [step_id for step_id in ways if any(step_id in reachable(ways, after) for after in ways[step_id])]
