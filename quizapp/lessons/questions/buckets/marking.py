"""A choice is a bucket for every card."""

from quizapp.lessons.questions.buckets.document import Buckets
from quizapp.lessons.questions.form import Form, each
from quizapp.lessons.questions.placing import normalise_places
from quizapp.lessons.questions.question import Choice, Mark


def normalise(question: Buckets, raw: object) -> dict[str, str]:
    return normalise_places(question.card_ids, question.buckets, raw)


def mark(question: Buckets, choice: Choice) -> Mark:
    """Feedback on the cards that lie in another bucket than theirs."""
    placed = choice if isinstance(choice, dict) else {}
    misplaced = tuple(card.id for card in question.cards if placed.get(card.id) != card.bucket)
    return Mark(not misplaced, misplaced or ("right",), misplaced)


def read_form(step_id: str, question: Buckets, form: Form) -> object | None:
    return each(form, step_id, question.card_ids, question.buckets)
