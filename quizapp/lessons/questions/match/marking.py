"""A choice is a right id for every left id."""

from quizapp.lessons.questions.form import Form, each
from quizapp.lessons.questions.match.document import Match
from quizapp.lessons.questions.placing import normalise_places
from quizapp.lessons.questions.question import Choice, Mark


def normalise(question: Match, raw: object) -> dict[str, str]:
    return normalise_places(question.lefts, question.rights, raw)


def mark(question: Match, choice: Choice) -> Mark:
    """Feedback on the whole; again are the lefts that have another partner."""
    joined = choice if isinstance(choice, dict) else {}
    again = tuple(pair.left for pair in question.pairs if joined.get(pair.left) != pair.right)
    return Mark(not again, ("again" if again else "right",), again)


def read_form(step_id: str, question: Match, form: Form) -> object | None:
    return each(form, step_id, question.lefts, question.rights)
