"""Choices told in words: one pupil's result, and how a class answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from quizapp.lessons.document import Lesson
from quizapp.lessons.kinds import KINDS
from quizapp.lessons.questions.counting import KindSummary, Row
from quizapp.lessons.questions.question import Choice, Mark, Question


@dataclass(frozen=True)
class Said:
    """A feedback; about: the words of the thing it is about, where several may be shown."""

    text: str
    about: str = ""


@dataclass(frozen=True)
class Result:
    """One question as a pupil left it; chosen is empty when it was left open.

    partly: some of the chosen ones are right, but the answer is not.
    """

    question_id: str
    heading: str
    chosen: tuple[str, ...]
    right: bool | None
    feedback: tuple[Said, ...]
    partly: bool = False


def feedback_texts(lesson: Lesson, question_id: str, language: str, mark: Mark) -> list[str]:
    """The texts a mark names, as the pupil reads them."""
    texts = lesson.question_words(question_id, language).feedbacks()
    return [texts[one] for one in mark.feedback]


def results_of(lesson: Lesson, language: str, choices: Mapping[str, Choice]) -> list[Result]:
    """Every question of a lesson with what was chosen; choices are in normal form."""
    return [
        _result(lesson, question_id, language, choices.get(question_id)) for question_id in lesson.questions()
    ]


def _result(lesson: Lesson, question_id: str, language: str, choice: Choice | None) -> Result:
    heading = lesson.words[language].steps[question_id].heading
    if choice is None:
        return Result(question_id, heading, (), None, ())
    question = lesson.questions()[question_id]
    mark = KINDS[question.kind].mark(question, choice)
    rows = summary_of(lesson, question_id, language, [choice]).rows
    chosen = tuple(row.label for row in rows if row.count)
    named = lesson.question_words(question_id, language).named()
    texts = feedback_texts(lesson, question_id, language, mark)
    feedback = tuple(Said(text, named.get(one, "")) for one, text in zip(mark.feedback, texts, strict=True))
    return Result(question_id, heading, chosen, mark.right, feedback, _partly(question, choice, mark))


def _partly(question: Question, choice: Choice, mark: Mark) -> bool:
    """Whether something chosen among several is right, though the answer is not."""
    several = question.feedback_by == "choice" and isinstance(choice, list)
    return several and mark.right is False and len(mark.again) < len(choice)


def summary_of(lesson: Lesson, question_id: str, language: str, choices: Sequence[Choice]) -> KindSummary:
    """How these choices (in normal form) spread, with every label in the reader's words."""
    question = lesson.questions()[question_id]
    kind = KINDS[question.kind]
    summary = kind.summary(question, lesson.question_words(question_id, language), choices)
    labels = {one: str(label) for one, label in kind.labels.items()}

    def labelled(row: Row) -> Row:
        return replace(row, label=labels.get(row.id, row.label))

    return replace(
        summary,
        rows=tuple(labelled(row) for row in summary.rows),
        misunderstanding=labels.get(summary.misunderstanding or "", summary.misunderstanding),
    )


def take_home(lesson: Lesson, language: str) -> list[str]:
    """The take-home lines."""
    words = lesson.words[language].steps
    return [words[step.id].text for step in lesson.steps if step.kind == "take_home"]
