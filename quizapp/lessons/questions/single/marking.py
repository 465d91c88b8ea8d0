"""A choice is the id of a text."""

from quizapp.lessons.questions.choosing import normalise_one
from quizapp.lessons.questions.single.document import Single


def normalise(question: Single, raw: object) -> str:
    return normalise_one(question.choices, raw)
