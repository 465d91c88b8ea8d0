"""A choice is the id of a picture."""

from quizapp.lessons.questions.choosing import normalise_one
from quizapp.lessons.questions.picture.document import Picture


def normalise(question: Picture, raw: object) -> str:
    return normalise_one(question.ids, raw)
