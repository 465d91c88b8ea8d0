"""Questions in which one of several ids is chosen: single, picture, true or not true."""

from collections.abc import Sequence

from quizapp.lessons.questions.counting import KindSummary, choice_rows, summed
from quizapp.lessons.questions.form import Form, one
from quizapp.lessons.questions.question import BadChoice, Choice, Mark, Question


def normalise_one(ids: Sequence[str], raw: object) -> str:
    """The chosen id. Raises BadChoice unless it is one of the ids."""
    if not isinstance(raw, str) or raw not in ids:
        raise BadChoice
    return raw


def mark_one(question: Question, choice: Choice) -> Mark:
    """Feedback is that of the chosen id."""
    key, chosen = question.key(), (str(choice),)
    right = None if key is None else choice == key
    return Mark(right, chosen, chosen if right is False else ())


def read_one(step_id: str, question: Question, form: Form) -> object | None:
    return one(form, step_id)


def summary_of_one(question: Question, labels: dict[str, str], choices: Sequence[Choice]) -> KindSummary:
    key = question.key()
    rows = choice_rows(labels, None if key is None else [str(key)], [str(choice) for choice in choices])
    return summed(rows, choices, key)
