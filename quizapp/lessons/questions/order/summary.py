"""Which item was put at which place."""

from collections.abc import Sequence

from quizapp.lessons.questions.counting import KindSummary, placed_rows, summed
from quizapp.lessons.questions.order.document import Order, OrderWords
from quizapp.lessons.questions.question import Choice


def summary(question: Order, words: OrderWords, choices: Sequence[Choice]) -> KindSummary:
    labels = {
        (item, str(place)): f"{place}. {words.items[item]}"
        for place in range(1, len(question.items) + 1)
        for item in question.items
    }
    rows = placed_rows(labels, _places(question.items), [_places(list(choice)) for choice in choices])
    return summed(rows, choices, question.key())


def _places(items: Sequence[str]) -> dict[str, str]:
    return {item: str(place) for place, item in enumerate(items, start=1)}
