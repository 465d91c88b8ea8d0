"""A package: a folder that holds one lesson, read whole or refused with everything that is wrong with it."""

from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from quizapp.lessons.checks.draft import STRUCTURE, Draft, raw_steps, words_file
from quizapp.lessons.checks.files import check_head, read_toml
from quizapp.lessons.checks.guide import check_guide
from quizapp.lessons.checks.paths import check_paths
from quizapp.lessons.checks.pictures import check_pictures
from quizapp.lessons.checks.shapes import shape_problems
from quizapp.lessons.checks.structure import check_structure
from quizapp.lessons.checks.texts import check_texts
from quizapp.lessons.checks.words import check_optional_texts, check_words
from quizapp.lessons.document import FORMAT, Lesson, Structure, read_words
from quizapp.lessons.problems import PackageProblems, Problem
from quizapp.lessons.shape import LANGUAGES
from quizapp.lessons.steps import Step, read_step


def read_package(folder: Path) -> Lesson:
    """The lesson in a folder. Raises PackageProblems with everything that is wrong at once."""
    raw, problems = read_toml(folder, STRUCTURE)
    words: dict[str, dict[str, Any]] = {}
    for language in LANGUAGES:
        read, unread = read_toml(folder, words_file(language))
        problems += unread
        if read is not None:
            words[language] = read
    structure, misshapen = _structure(raw)
    draft = _draft(folder, raw or {}, words)
    problems += misshapen + _check(draft, raw is not None)
    if problems or structure is None:
        raise PackageProblems([one for at, one in enumerate(problems) if one not in problems[:at]])
    return Lesson.build(
        structure, {language: read_words(structure, words[language]) for language in LANGUAGES}
    )


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


def _draft(folder: Path, raw: dict[str, Any], words: dict[str, dict[str, Any]]) -> Draft:
    steps = [_step(step) for step in raw_steps(raw)]
    sensible = tuple(step for step in steps if step is not None)
    return Draft(folder.absolute(), raw, words, sensible, whole=len(sensible) == len(steps))


def _step(raw: dict[str, Any]) -> Step | None:
    try:
        return read_step(raw)
    except (ValidationError, PydanticCustomError):
        return None


def _check(draft: Draft, has_structure: bool) -> list[Problem]:
    """All checks; those that compare with lesson.toml only when there is one."""
    problems: list[Problem] = []
    if has_structure:
        problems += check_head(draft.folder, draft.raw, FORMAT)
        problems += check_structure(draft)
        problems += check_paths(draft)
        problems += check_guide(draft)
        problems += check_pictures(draft)
        problems += check_optional_texts(draft)
    for language in draft.words:
        if has_structure:
            problems += check_words(draft, language)
        problems += check_texts(draft, language)
    return problems
