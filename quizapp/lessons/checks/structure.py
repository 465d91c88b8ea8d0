"""Can the steps and questions of lesson.toml be played?"""

from collections import Counter
from collections.abc import Iterator

from quizapp.lessons.cast import speakers
from quizapp.lessons.checks.candidate import STRUCTURE, Candidate, raw_steps
from quizapp.lessons.problems import Problem
from quizapp.lessons.steps import DecisionStep, QuestionStep, SceneStep, Step

RESERVED_STEPS = ("finish",)


def check_structure(candidate: Candidate) -> Iterator[Problem]:
    """Ids, questions, speakers, and the place of the exits."""
    yield from _repeated(
        [step["id"] for step in raw_steps(candidate.raw) if isinstance(step.get("id"), str)], "steps"
    )
    yield from _second_step(candidate)
    for step in candidate.steps:
        if step.id in RESERVED_STEPS:
            yield Problem("reserved_id", STRUCTURE, f"steps.{step.id}.id", {"id": step.id})
        yield from _inside(step)


def _second_step(candidate: Candidate) -> Iterator[Problem]:
    kinds = [step.get("kind") for step in raw_steps(candidate.raw)]
    if len(kinds) < 2 or kinds[1] != "exits" or kinds.count("exits") > 1:
        yield Problem("exits_not_second", STRUCTURE, "steps")


def _inside(step: Step) -> Iterator[Problem]:
    key = f"steps.{step.id}"
    if isinstance(step, QuestionStep):
        for flaw in step.question.flaws():
            yield Problem(flaw.code, STRUCTURE, f"{key}.question.{flaw.key}", flaw.parameters)
    elif isinstance(step, SceneStep):
        yield from _repeated([bubble.id for bubble in step.bubbles], f"{key}.bubbles")
        for bubble in step.bubbles:
            if bubble.speaker not in speakers():
                place = f"{key}.bubbles.{bubble.id}.speaker"
                yield Problem("unknown_speaker", STRUCTURE, place, {"speaker": bubble.speaker})
    elif isinstance(step, DecisionStep):
        yield from _repeated([way.id for way in step.choices], f"{key}.choices")
        if len(step.choices) < 2:
            yield Problem("too_few", STRUCTURE, f"{key}.choices", {"least": 2})


def _repeated(ids: list[str], key: str) -> Iterator[Problem]:
    for one, times in Counter(ids).items():
        if times > 1:
            yield Problem("duplicate_id", STRUCTURE, key, {"id": one})
