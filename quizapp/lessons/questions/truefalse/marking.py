"""A choice is "true" or "false"."""

from quizapp.lessons.questions.choosing import normalise_one
from quizapp.lessons.questions.truefalse.document import ANSWERS, TrueFalse


def normalise(question: TrueFalse, raw: object) -> str:
    return normalise_one(ANSWERS, raw)
