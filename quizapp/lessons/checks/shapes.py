"""Does everything have the shape of the document? Turns pydantic's errors into problems."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from quizapp.lessons.problems import Problem

CODES = {
    "missing": "missing_key",
    "extra_forbidden": "extra_key",
    "string_type": "not_a_text",
    "int_type": "not_a_number",
    "bool_type": "not_a_yes_or_no",
    "tuple_type": "not_a_list",
    "dict_type": "not_a_table",
    "model_type": "not_a_table",
    "string_pattern_mismatch": "bad_id",
    "string_too_long": "bad_id",
}
OWN = (
    "not_a_table",
    "step_without_kind",
    "unknown_step_kind",
    "question_without_kind",
    "unknown_question_kind",
)


def shape_problems(error: ValidationError, file: str, raw: object, prefix: str = "") -> Iterator[Problem]:
    """A problem for each of pydantic's errors about raw, which stands below prefix in the file."""
    for one in error.errors(include_url=False, include_input=False):
        key = ".".join(part for part in (prefix, dotted(one["loc"], raw)) if part)
        yield _problem(one["type"], file, key, one.get("ctx", {}))


def _problem(kind: str, file: str, key: str, context: Mapping[str, Any]) -> Problem:
    if kind in OWN:
        return Problem(kind, file, key, dict(context))
    if kind == "missing" and key.endswith(".feedback"):
        return Problem("missing_feedback", file, key)
    if kind in CODES:
        return Problem(CODES[kind], file, key)
    return Problem("bad_value", file, key, {"expected": str(context.get("expected", kind))})


def dotted(place: tuple[int | str, ...], raw: object) -> str:
    """A place in a document as an author would say it: steps by their id, other numbers counted from one."""
    names = []
    for part in place:
        inner: Any = None
        if isinstance(part, int):
            inner = raw[part] if isinstance(raw, list) and part < len(raw) else None
            name = inner.get("id") if isinstance(inner, dict) else None
            names.append(name if isinstance(name, str) else str(part + 1))
        else:
            inner = raw.get(part) if isinstance(raw, dict) else None
            names.append(part)
        raw = inner
    return ".".join(names)
