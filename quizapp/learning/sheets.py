"""A whole lesson handed in as one form, without JavaScript. What cannot be an answer counts as left open."""

from dataclasses import dataclass
from uuid import uuid4

from quizapp.learning import playing
from quizapp.learning.documents import Published
from quizapp.learning.models import Attempt
from quizapp.lessons.kinds import KINDS
from quizapp.lessons.questions.form import Form
from quizapp.lessons.questions.question import BadChoice, Choice, Question


@dataclass(frozen=True)
class Sheet:
    """Choices in normal form; the private ones apart, since they are never kept."""

    answers: dict[str, Choice]
    private: dict[str, Choice]

    def all(self) -> dict[str, Choice]:
        return self.answers | self.private


def read_sheet(published: Published, form: Form) -> Sheet:
    """What was chosen in a posted form."""
    questions = published.lesson.questions()
    chosen = {
        one: choice
        for one, question in questions.items()
        if (choice := _choice(one, question, form)) is not None
    }
    return Sheet(
        answers={one: choice for one, choice in chosen.items() if questions[one].mode != "private"},
        private={one: choice for one, choice in chosen.items() if questions[one].mode == "private"},
    )


def _choice(question_id: str, question: Question, form: Form) -> Choice | None:
    kind = KINDS[question.kind]
    try:
        raw = kind.read_form(question_id, question, form)
        return None if raw is None else kind.normalise(question, raw)
    except BadChoice:
        return None


def hand_in(attempt: Attempt, sheet: Sheet) -> None:
    """Keep what was not answered before, and finish. Raises Closed."""
    keep(attempt, sheet)
    playing.finish(attempt)


def keep(attempt: Attempt, sheet: Sheet) -> None:
    """Keep what was not answered before. Raises Closed."""
    for question_id, choice in sheet.answers.items():
        try:
            playing.answer(attempt, question_id, str(uuid4()), choice)
        except playing.AlreadyAnswered:
            continue  # the first answer counts
