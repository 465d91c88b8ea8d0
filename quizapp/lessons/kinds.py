"""The kinds of question. A new kind is a folder in questions/ and its name here."""

from importlib import import_module
from typing import Any

from pydantic_core import PydanticCustomError

from quizapp.lessons.questions.kind import Kind
from quizapp.lessons.questions.question import Question

NAMES = (
    "single",
    "multiple",
    "truefalse",
    "picture",
    "order",
    "match",
    "buckets",
)

KINDS: dict[str, Kind[Any, Any]] = {
    name: import_module(f"quizapp.lessons.questions.{name}").KIND for name in NAMES
}


def read_question(raw: object) -> Question:
    """The structure of a question of any kind. Raises pydantic's ValidationError or PydanticCustomError."""
    if isinstance(raw, Question):
        return raw
    if not isinstance(raw, dict):
        raise PydanticCustomError("not_a_table", "not a table")
    kind = raw.get("kind")
    if kind is None:
        raise PydanticCustomError("question_without_kind", "no kind of question")
    if not isinstance(kind, str) or kind not in KINDS:
        raise PydanticCustomError("unknown_question_kind", "no such kind of question", {"kind": str(kind)})
    question: Question = KINDS[kind].Structure.model_validate(raw)
    return question
