"""A choice is a sorted list of ids, at least one."""

from quizapp.lessons.questions.choosing import normalise_one
from quizapp.lessons.questions.form import Form
from quizapp.lessons.questions.multiple.document import Multiple
from quizapp.lessons.questions.question import BadChoice, Choice, Mark


def normalise(question: Multiple, raw: object) -> list[str]:
    if not isinstance(raw, list | tuple) or not 0 < len(raw) <= len(question.choices):
        raise BadChoice
    chosen = {normalise_one(question.choices, one) for one in raw}
    if len(chosen) < len(raw):
        raise BadChoice
    return sorted(chosen)


def mark(question: Multiple, choice: Choice) -> Mark:
    """Feedback on everything chosen, in the order of the question."""
    key = question.key()
    chosen = tuple(one for one in question.choices if one in choice)
    if key is None:
        return Mark(None, chosen)
    return Mark(choice == key, chosen, tuple(one for one in chosen if one not in key))


def read_form(step_id: str, question: Multiple, form: Form) -> object | None:
    return form.getlist(step_id) or None
