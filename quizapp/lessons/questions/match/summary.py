"""What was put together with what."""

from collections.abc import Sequence

from quizapp.lessons.questions.counting import KindSummary, placed_rows, summed
from quizapp.lessons.questions.match.document import Match, MatchWords
from quizapp.lessons.questions.question import Choice


def summary(question: Match, words: MatchWords, choices: Sequence[Choice]) -> KindSummary:
    labels = {
        (left, right): f"{words.left[left]} → {words.right[right]}"
        for left in question.lefts
        for right in question.rights
    }
    rows = placed_rows(labels, question.key(), [choice for choice in choices if isinstance(choice, dict)])
    return summed(rows, choices, question.key())
