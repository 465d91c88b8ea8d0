"""A choice is a list of all items."""

from quizapp.lessons.questions.choosing import normalise_one
from quizapp.lessons.questions.form import Form, each
from quizapp.lessons.questions.order.document import Order
from quizapp.lessons.questions.question import BadChoice, Choice, Mark


def normalise(question: Order, raw: object) -> list[str]:
    if not isinstance(raw, list | tuple) or len(raw) != len(question.items):
        raise BadChoice
    ordered = [normalise_one(question.items, one) for one in raw]
    if len(set(ordered)) < len(ordered):
        raise BadChoice
    return ordered


def mark(question: Order, choice: Choice) -> Mark:
    """Feedback on the whole; again are the items at another place than theirs, in the pupil's order."""
    again = tuple(given for given, right in zip(choice, question.items, strict=True) if given != right)
    return Mark(not again, ("again" if again else "right",), again)


def read_form(step_id: str, question: Order, form: Form) -> object | None:
    """None unless every item has a number of its own. Raises BadChoice for a number not offered."""
    offered = {str(place): place for place in range(1, len(question.items) + 1)}
    numbers = each(form, step_id, question.items, offered)
    if numbers is None or len(set(numbers.values())) < len(numbers):
        return None
    return sorted(numbers, key=lambda item: offered[numbers[item]])
