"""The ways through a story as a drawing: steps below each other, what follows, what jumps, what is lost."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizapp.lessons.checks.paths import END, Ways, on_cycle, reachable, ways_through
from quizapp.lessons.document import Structure
from quizapp.lessons.steps import DecisionStep, Step

ROW = 44
HEIGHT = 30
WIDTH = 300
LEFT = 6
LANE = 16  # how much further out each longer jump swings


@dataclass(frozen=True)
class Node:
    """A step, or the end of the story. lost: no way leads here; circular: one can come back here."""

    step: Step | None
    number: int
    y: int
    lost: bool = False
    circular: bool = False


@dataclass(frozen=True)
class Arrow:
    """A way as the outline of a line; jump: not to what stands below."""

    outline: str
    jump: bool


@dataclass(frozen=True)
class Onward:
    """Where a step leads, in order: steps by their id, END, or None where that isn't there any more.

    choice: the id of the choice that leads there; empty where there is none to make.
    """

    choice: str
    to: str | None


@dataclass(frozen=True)
class StoryMap:
    nodes: Sequence[Node]
    arrows: Sequence[Arrow]
    width: int
    height: int
    branches: bool
    box: tuple[int, int, int] = (LEFT, WIDTH, HEIGHT)


def story_map(structure: Structure) -> StoryMap:
    """The map of a draft, whatever state it is in."""
    steps = structure.steps
    ways = ways_through(steps)
    reached = reachable(ways, steps[0].id) if steps else set()
    circular = on_cycle(ways)
    nodes = [
        Node(step, at + 1, at * ROW, step.id not in reached, step.id in circular)
        for at, step in enumerate(steps)
    ]
    nodes.append(Node(None, 0, len(steps) * ROW, bool(steps) and END not in reached))
    places = {**{step.id: at for at, step in enumerate(steps)}, END: len(steps)}
    longest = max((abs(to - at) for at, to in _jumps(steps, ways, places)), default=0)
    return StoryMap(
        nodes=nodes,
        arrows=list(_arrows(steps, ways, places)),
        width=LEFT + WIDTH + 24 + LANE * min(longest, 12),
        height=len(steps) * ROW + HEIGHT + 4,
        branches=any(isinstance(step, DecisionStep) or step.next for step in steps),
    )


def onward(structure: Structure, step: Step) -> list[Onward]:
    """Where a step leads."""
    known = {one.id for one in structure.steps} | {END}
    if isinstance(step, DecisionStep):
        return [Onward(way.id, way.goto if way.goto in known else None) for way in step.choices]
    return [Onward("", to if to in known else None) for to in ways_through(structure.steps)[step.id]]


def _jumps(steps: Sequence[Step], ways: Ways, places: dict[str, int]) -> Iterator[tuple[int, int]]:
    for at, step in enumerate(steps):
        for to in dict.fromkeys(ways[step.id]):
            if to in places and places[to] != at + 1:
                yield at, places[to]


def _arrows(steps: Sequence[Step], ways: Ways, places: dict[str, int]) -> Iterator[Arrow]:
    for at, step in enumerate(steps):
        if any(places.get(to) == at + 1 for to in ways[step.id]):
            x, y = LEFT + 24, at * ROW + HEIGHT
            yield Arrow(f"M{x} {y}v{ROW - HEIGHT - 1}m-4 -5l4 5 4-5", jump=False)
    for at, to in _jumps(steps, ways, places):
        x, start, end = LEFT + WIDTH, at * ROW + HEIGHT * 2 // 3, to * ROW + HEIGHT // 3
        out = x + 12 + LANE * min(abs(to - at), 12)
        yield Arrow(f"M{x} {start}C{out} {start} {out} {end} {x + 2} {end}m6 -4l-6 4 6 4", jump=True)
