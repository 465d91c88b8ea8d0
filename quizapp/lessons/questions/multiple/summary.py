"""How often each text was chosen; one pupil may choose several."""

from collections.abc import Sequence

from quizapp.lessons.questions.counting import KindSummary, choice_rows, summed
from quizapp.lessons.questions.multiple.document import Multiple, MultipleWords
from quizapp.lessons.questions.question import Choice


def summary(question: Multiple, words: MultipleWords, choices: Sequence[Choice]) -> KindSummary:
    labels = {one: words.choices[one].text for one in question.choices}
    key = question.key()
    return summed(choice_rows(labels, key, [one for choice in choices for one in choice]), choices, key)
