"""To which field of the editor a problem belongs."""

from collections.abc import Collection

from quizapp.authoring.posted import HEAD, text_field
from quizapp.lessons.document import Structure
from quizapp.lessons.problems import Problem
from quizapp.lessons.steps import Step
from quizapp.lessons.texts import text_keys

OWN = ("mode", "right", "next", "picture")
OF_A_THING = ("goto", "picture", "speaker", "bucket")
WORDS_END = ".toml"
STRUCTURE = "lesson.toml"
STEPS = "steps"  # the list of steps as a whole


def field_of(structure: Structure, problem: Problem) -> str:
    """The id of the element where a problem is told and can be mended."""
    if problem.file != STRUCTURE:
        whole = _whole(problem)
        return whole or _text(structure, problem.file.removesuffix(WORDS_END), problem.key)
    name, _dot, rest = problem.key.removeprefix("steps.").partition(".")
    step = next((step for step in structure.steps if step.id == name), None)
    if not problem.key.startswith("steps."):
        return STEPS if problem.key == STEPS else _head(problem.key)
    if step is None:
        return STEPS
    return _choice(step, rest.removeprefix("question."), problem.code)


def step_of(field: str) -> str:
    """The step in which such an element stands, HEAD, or STEPS."""
    parts = field.split(".")
    if field.startswith("step-"):
        return field.removeprefix("step-")
    if parts[0] == "s":
        return parts[1]
    return parts[3] if parts[0] == "t" and parts[2] == "steps" else STEPS if field == STEPS else HEAD


def _whole(problem: Problem) -> str:
    """The element of the step, or of the lesson, if all of its texts together are meant."""
    if not problem.key:
        return f"step-{HEAD}"
    parts = problem.key.split(".")
    is_step = len(parts) == 2 and parts[0] == "steps" and problem.code != "missing_alt"
    return f"step-{parts[1]}" if is_step else ""


def _text(structure: Structure, language: str, key: str) -> str:
    keys = text_keys(structure)
    return text_field(language, next((one for one in _spellings(key) if one in keys), key))


def _spellings(key: str) -> Collection[str]:
    """A text, or the alternative text of the thing that is named."""
    parts = key.split(".")
    tables = [".".join([*parts[:2], "alts", parts[-1]])] if len(parts) == 4 else []
    return [key, f"{key}.alt", *tables]


def _head(key: str) -> str:
    return f"s.{HEAD}.{key.removeprefix('guide.')}"


def _choice(step: Step, rest: str, code: str) -> str:
    parts = rest.split(".")
    if code == "missing_picture":
        return f"s.{step.id}.{rest}.picture" if rest else f"s.{step.id}.picture"
    if rest in OWN or (len(parts) == 3 and parts[2] in OF_A_THING):
        return f"s.{step.id}.{rest}"
    if len(parts) == 1 and rest:
        return f"s.{step.id}.{rest}"  # a list as a whole
    return f"step-{step.id}"
