"""How often each text was chosen."""

from collections.abc import Sequence

from quizapp.lessons.questions.choosing import summary_of_one
from quizapp.lessons.questions.counting import KindSummary
from quizapp.lessons.questions.question import Choice
from quizapp.lessons.questions.single.document import Single, SingleWords


def summary(question: Single, words: SingleWords, choices: Sequence[Choice]) -> KindSummary:
    return summary_of_one(question, {one: words.choices[one].text for one in question.choices}, choices)
