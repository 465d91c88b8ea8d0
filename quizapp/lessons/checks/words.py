"""Does every language say everything, and nothing else?"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from quizapp.lessons.checks.candidate import Candidate, table, tables, words_file
from quizapp.lessons.checks.shapes import shape_problems
from quizapp.lessons.document import WordsHead
from quizapp.lessons.problems import Problem
from quizapp.lessons.steps import Step


def check_words(candidate: Candidate, language: str) -> Iterator[Problem]:
    """Missing and extra keys of one language, held against lesson.toml."""
    raw = candidate.words[language]
    file = words_file(language)
    yield from _head(raw, file)
    yield from _ids(raw, (), _head_ids(candidate.raw), file)
    steps = table(raw, "steps")
    for step in candidate.steps:
        if step.id in steps:
            yield from _step(step, steps[step.id], file)
        else:
            yield Problem("missing_key", file, f"steps.{step.id}")
    # Of a step that makes no sense yet it is known only that it needs words.
    for unread in sorted(candidate.step_ids() - {step.id for step in candidate.steps} - steps.keys()):
        yield Problem("missing_key", file, f"steps.{unread}")
    for extra in steps.keys() - candidate.step_ids():
        yield Problem("extra_key", file, f"steps.{extra}")


def _head(raw: dict[str, Any], file: str) -> Iterator[Problem]:
    head = {key: value for key, value in raw.items() if key != "steps"}
    try:
        WordsHead.model_validate(head)
    except ValidationError as error:
        yield from shape_problems(error, file, head)


def _head_ids(structure: dict[str, Any]) -> dict[str, list[str]]:
    guide = table(structure, "guide")
    return {
        "objectives": _listed(structure.get("objectives")),
        "guide.timing": [str(slot.get("id")) for slot in tables(guide.get("timing"))],
        "guide.discuss": _listed(guide.get("discuss")),
        "guide.avoid": _listed(guide.get("avoid")),
    }


def _listed(ids: object) -> list[str]:
    return [one for one in ids if isinstance(one, str)] if isinstance(ids, list) else []


def _step(step: Step, raw: object, file: str) -> Iterator[Problem]:
    key = f"steps.{step.id}"
    try:
        step.words_class().model_validate(raw)
    except ValidationError as error:
        yield from shape_problems(error, file, raw, key)
    if isinstance(raw, dict):
        yield from _ids(raw, (key,), step.word_ids(), file)


def _ids(
    raw: dict[str, Any], prefix: tuple[str, ...], tables: Mapping[str, Sequence[str]], file: str
) -> Iterator[Problem]:
    """Ids that a table of words lacks or has too many; a table that isn't there is told by its shape."""
    for name, ids in tables.items():
        given: Any = raw
        for part in name.split("."):
            given = given.get(part) if isinstance(given, dict) else None
        if isinstance(given, dict):
            key = ".".join((*prefix, name))
            yield from (
                Problem("missing_key", file, f"{key}.{one}") for one in dict.fromkeys(ids) if one not in given
            )
            yield from (Problem("extra_key", file, f"{key}.{one}") for one in given if one not in ids)
        elif given is None and ids and name == "bubbles":
            yield Problem("missing_key", file, ".".join((*prefix, name)))


def check_optional_texts(candidate: Candidate) -> Iterator[Problem]:
    """A text that may stay empty is empty in every language or in none."""
    for step in candidate.steps:
        if not may_be_silent(step):
            continue
        said = {
            language: bool(table(words, "steps", step.id).get("text"))
            for language, words in candidate.words.items()
        }
        if any(said.values()):
            for language in (one for one, says in said.items() if not says):
                yield Problem("missing_key", words_file(language), f"steps.{step.id}.text")


def may_be_silent(step: Step) -> bool:
    """Whether a step's own text may stay empty."""
    return step.kind == "question" or (step.kind == "scene" and bool(step.word_ids()["bubbles"]))
