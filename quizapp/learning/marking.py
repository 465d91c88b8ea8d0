"""What a choice in a question is worth, for pupils and visitors alike. Uses no database."""

import json

from quizapp.learning.documents import Published
from quizapp.lessons.kinds import KINDS
from quizapp.lessons.questions.question import Choice, Mark, Question


class UnknownQuestion(Exception):
    """The lesson asks no such question, or not in that way: private ones apart from the others."""


def asked(published: Published, question_id: str) -> Question:
    """Raises UnknownQuestion."""
    try:
        return published.lesson.questions()[question_id]
    except KeyError:
        raise UnknownQuestion(question_id) from None


def mark(published: Published, question_id: str, raw: object) -> tuple[Choice, Mark]:
    """A choice in normal form, and its mark. Raises UnknownQuestion, BadChoice."""
    question = asked(published, question_id)
    if question.mode == "private":
        raise UnknownQuestion(question_id)
    kind = KINDS[question.kind]
    choice = kind.normalise(question, raw)
    return choice, kind.mark(question, choice)


def canonical(choice: Choice) -> str:
    """A choice as JSON, the same text for the same choice."""
    return json.dumps(choice, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
