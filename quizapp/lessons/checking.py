"""Everything that is wrong with the parts of a lesson, wherever they were read from."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from quizapp.lessons.checks.candidate import STRUCTURE, Candidate, raw_steps
from quizapp.lessons.checks.endings import check_endings
from quizapp.lessons.checks.files import check_head
from quizapp.lessons.checks.guide import check_guide
from quizapp.lessons.checks.paths import check_paths
from quizapp.lessons.checks.pictures import check_pictures
from quizapp.lessons.checks.reading import check_reading
from quizapp.lessons.checks.shapes import shape_problems
from quizapp.lessons.checks.structure import check_structure
from quizapp.lessons.checks.texts import check_texts
from quizapp.lessons.checks.words import check_optional_texts, check_words
from quizapp.lessons.document import FORMAT, Lesson, Structure, read_words
from quizapp.lessons.problems import Problem
from quizapp.lessons.shape import LANGUAGES
from quizapp.lessons.steps import Step, read_step


def read_parts(
    name: str,
    raw: dict[str, Any] | None,
    words: dict[str, dict[str, Any]],
    has_picture: Callable[[str], bool],
) -> tuple[Lesson | None, list[Problem]]:
    """The lesson called `name` that these parts make, or what keeps it from being one.

    raw: the structure as lesson.toml says it, None where it could not be read; words: the same of each
    language that could be read.
    """
    structure, misshapen = _structure(raw)
    candidate = _candidate(name, has_picture, raw or {}, words)
    problems = _once(misshapen + _check(candidate, raw is not None))
    if problems or structure is None or set(words) != set(LANGUAGES):
        return None, problems
    read = {language: read_words(structure, words[language]) for language in LANGUAGES}
    return Lesson.build(structure, read), []


def advice(
    raw: dict[str, Any] | None,
    words: dict[str, dict[str, Any]],
    known: Mapping[str, Collection[str]] | None = None,
) -> list[Problem]:
    """What asks for a reason in these parts, as read_parts takes them: every problem a warning.

    known: for each language the words that its author vouches for.
    """
    candidate = _candidate("", lambda _: True, raw or {}, words)
    found = list(check_endings(candidate))
    for language in words:
        found += check_reading(candidate, language, (known or {}).get(language, ()))
    return _once(found)


def _structure(raw: dict[str, Any] | None) -> tuple[Structure | None, list[Problem]]:
    if raw is None:
        return None, []
    try:
        return Structure.model_validate(raw), []
    except ValidationError as error:
        problems = shape_problems(error, STRUCTURE, raw)
        # A foreign format is told in its own words by the check of the head.
        return None, [
            problem for problem in problems if (problem.code, problem.key) != ("bad_value", "format")
        ]


def _candidate(
    name: str, has_picture: Callable[[str], bool], raw: dict[str, Any], words: dict[str, dict[str, Any]]
) -> Candidate:
    steps = [_step(step) for step in raw_steps(raw)]
    sensible = tuple(step for step in steps if step is not None)
    return Candidate(name, has_picture, raw, words, sensible, whole=len(sensible) == len(steps))


def _step(raw: dict[str, Any]) -> Step | None:
    try:
        return read_step(raw)
    except (ValidationError, PydanticCustomError):
        return None


def _check(candidate: Candidate, has_structure: bool) -> list[Problem]:
    """All checks; those that compare with the structure only when there is one."""
    problems: list[Problem] = []
    if has_structure:
        problems += check_head(candidate.name, candidate.raw, FORMAT)
        problems += check_structure(candidate)
        problems += check_paths(candidate)
        problems += check_guide(candidate)
        problems += check_pictures(candidate)
        problems += check_optional_texts(candidate)
    for language in candidate.words:
        if has_structure:
            problems += check_words(candidate, language)
        problems += check_texts(candidate, language)
    return problems


def _once(problems: list[Problem]) -> list[Problem]:
    return list({(one.code, one.file, one.key, repr(one.parameters)): one for one in problems}.values())
