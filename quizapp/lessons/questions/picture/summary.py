"""How often each picture was chosen."""

from collections.abc import Sequence

from quizapp.lessons.questions.choosing import summary_of_one
from quizapp.lessons.questions.counting import KindSummary
from quizapp.lessons.questions.picture.document import Picture, PictureWords
from quizapp.lessons.questions.question import Choice


def summary(question: Picture, words: PictureWords, choices: Sequence[Choice]) -> KindSummary:
    return summary_of_one(question, {one: words.choices[one].text for one in question.ids}, choices)
