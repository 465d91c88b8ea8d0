"""A choice is a right id for every left id."""

from quizapp.lessons.questions.form import Form, each
from quizapp.lessons.questions.match.document import Match
from quizapp.lessons.questions.placing import normalise_places
from quizapp.lessons.questions.question import Choice, Mark


def normalise(question: Match, raw: object) -> dict[str, str]:
    return normalise_places(question.lefts, question.rights, raw)


def mark(question: Match, choice: Choice) -> Mark:
    right = choice == question.key()
    return Mark(right, ("right" if right else "again",))


def read_form(step_id: str, question: Match, form: Form) -> object | None:
    return each(form, step_id, question.lefts)
