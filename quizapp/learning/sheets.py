"""A whole lesson handed in as one form, without JavaScript: all of it can be taken, or none of it is."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import uuid4

from werkzeug.datastructures import MultiDict

from quizapp.learning import playing
from quizapp.learning.documents import Published
from quizapp.learning.marking import UnknownQuestion
from quizapp.learning.models import Attempt
from quizapp.lessons.kinds import KINDS
from quizapp.lessons.questions.choosing import normalise_one
from quizapp.lessons.questions.form import Form, one
from quizapp.lessons.questions.question import Choice, Question
from quizapp.lessons.steps import DecisionStep

SWITCH = "switch"  # the buttons of the languages, which send the same form


@dataclass(frozen=True)
class Sheet:
    """Choices in normal form; the private ones apart, since they are never kept."""

    answers: dict[str, Choice]
    private: dict[str, Choice]

    def all(self) -> dict[str, Choice]:
        return self.answers | self.private


@dataclass(frozen=True)
class _Looked:
    """A form that remembers which of its fields somebody looked at: each kind knows its own."""

    form: Form
    at: set[str] = field(default_factory=set)

    def getlist(self, key: str, /) -> list[str]:
        self.at.add(key)
        return self.form.getlist(key)


def read_sheet(published: Published, form: MultiDict[str, str]) -> Sheet:
    """What was chosen in a posted form; a question may be left open.

    Raises BadChoice for what cannot be chosen, UnknownQuestion for a field the lesson doesn't have: a sheet
    with something left out would be finished without what the pupil meant to say.
    """
    questions, looked = published.lesson.questions(), _Looked(form)
    chosen = {
        one: choice
        for one, question in questions.items()
        if (choice := _choice(one, question, looked)) is not None
    }
    for step in published.lesson.steps:
        if isinstance(step, DecisionStep):
            _must_be_a_way(step.id, [way.id for way in step.choices], looked)
    if unknown := set(form) - looked.at - {SWITCH}:
        raise UnknownQuestion(min(unknown))
    return Sheet(
        answers={one: choice for one, choice in chosen.items() if questions[one].mode != "private"},
        private={one: choice for one, choice in chosen.items() if questions[one].mode == "private"},
    )


def _choice(question_id: str, question: Question, form: Form) -> Choice | None:
    kind = KINDS[question.kind]
    raw = kind.read_form(question_id, question, form)
    return None if raw is None else kind.normalise(question, raw)


def _must_be_a_way(step_id: str, ways: Sequence[str], form: Form) -> None:
    """Which way the story went is kept nowhere, but it travels along."""
    way = one(form, step_id)
    if way is not None:
        normalise_one(ways, way)


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
