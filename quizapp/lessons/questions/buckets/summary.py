"""Which card was put into which bucket."""

from collections.abc import Sequence

from quizapp.lessons.questions.buckets.document import Buckets, BucketsWords
from quizapp.lessons.questions.counting import KindSummary, placed_rows, summed
from quizapp.lessons.questions.question import Choice


def summary(question: Buckets, words: BucketsWords, choices: Sequence[Choice]) -> KindSummary:
    labels = {
        (card, bucket): f"{words.cards[card].text} → {words.buckets[bucket]}"
        for card in question.card_ids
        for bucket in question.buckets
    }
    rows = placed_rows(labels, question.key(), [choice for choice in choices if isinstance(choice, dict)])
    return summed(rows, choices, question.key())
