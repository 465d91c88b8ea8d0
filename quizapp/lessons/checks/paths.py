"""Does every way through the lesson lead to its end?"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from quizapp.lessons.checks.candidate import STRUCTURE, Candidate, raw_steps, table, tables
from quizapp.lessons.problems import Problem
from quizapp.lessons.steps import STEP_KINDS, DecisionStep, Step

END = ""
Ways = Mapping[str, Sequence[str]]
Table = dict[str, Any]


def check_paths(candidate: Candidate) -> Iterator[Problem]:
    """Branches that lead nowhere, back, or past a scored question; steps no way leads to.

    Looked at as they stand in the file: a step that makes no sense yet hides nothing about the others.
    """
    steps = _by_name(raw_steps(candidate.raw))
    yield from _dangling(steps, candidate.step_ids())
    if not steps:
        return
    ways, holes = _ways_as_written(steps)
    start = next(iter(steps))
    reached = reachable(ways, start)
    # A way that cannot be followed may be the one that leads there.
    for name in () if holes else steps:
        if name not in reached:
            yield Problem("unreachable_step", STRUCTURE, f"steps.{name}")
    for name in on_cycle(ways):
        yield Problem("cyclic_branch", STRUCTURE, f"steps.{name}")
    for name, step in steps.items():
        if name in reached and table(step, "question").get("mode") == "scored":
            yield from _scored_on_branch(ways, start, name)


def _by_name(steps: Sequence[Table]) -> dict[str, Table]:
    """Each step by its id; by its number where the id says nothing, or not which of two is meant."""
    times = Counter(step["id"] for step in steps if isinstance(step.get("id"), str))
    return {
        step["id"] if times.get(_text(step.get("id"))) == 1 else str(at): step
        for at, step in enumerate(steps, 1)
    }


def _ways_as_written(steps: Mapping[str, Table]) -> tuple[Ways, bool]:
    """Where one can go from each step, END after the last; whether some way leads nobody knows where."""
    names = list(steps)
    said = {
        name: _leads_to(step, after)
        for (name, step), after in zip(steps.items(), [*names[1:], END], strict=True)
    }
    known = {END, *names}
    holes = any(to not in known for leads in said.values() for to in leads)
    return {name: [to for to in leads if to in known] for name, leads in said.items()}, holes


def _leads_to(step: Table, after: str) -> list[str | None]:
    """None for a way of which the file doesn't say where it leads."""
    if _decides(step):
        choices = step.get("choices")
        ways = choices if isinstance(choices, list) else [None]
        return [_text(way.get("goto")) if isinstance(way, dict) else None for way in ways]
    to = step.get("next")
    return [after if to is None else _text(to)]


def _decides(step: Table) -> bool:
    """Also a step of an unknown kind that has choices: its kind may be misspelt."""
    kind = step.get("kind")
    return kind == "decision" or (_text(kind) not in STEP_KINDS and isinstance(step.get("choices"), list))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _scored_on_branch(ways: Ways, start: str, name: str) -> Iterator[Problem]:
    if name != start and END in reachable(ways, start, without=name):
        yield Problem("scored_on_branch", STRUCTURE, f"steps.{name}.question.mode")


def _dangling(steps: Mapping[str, Table], known: set[str]) -> Iterator[Problem]:
    for name, step in steps.items():
        said = [("next", step.get("next"))]
        if _decides(step):
            ways = enumerate(tables(step.get("choices")), 1)
            said += [(f"choices.{_text(way.get('id')) or at}.goto", way.get("goto")) for at, way in ways]
        for key, to in said:
            if isinstance(to, str) and to not in known:
                yield Problem("dangling_branch", STRUCTURE, f"steps.{name}.{key}", {"id": to})


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
