"""How often each button was chosen. The labels stay ids: the words on the buttons come from the app."""

from collections.abc import Sequence

from quizapp.lessons.questions.choosing import summary_of_one
from quizapp.lessons.questions.counting import KindSummary
from quizapp.lessons.questions.question import Choice
from quizapp.lessons.questions.truefalse.document import ANSWERS, TrueFalse, TrueFalseWords


def summary(question: TrueFalse, words: TrueFalseWords, choices: Sequence[Choice]) -> KindSummary:
    return summary_of_one(question, {one: one for one in ANSWERS}, choices)
