"""A kind of question: everything the rest of the app needs to know about it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from quizapp.lessons.questions.counting import KindSummary
from quizapp.lessons.questions.editing import Editing
from quizapp.lessons.questions.form import Form
from quizapp.lessons.questions.question import Choice, Mark, Question
from quizapp.lessons.words import QuestionWords

Q = TypeVar("Q", bound=Question)
W = TypeVar("W", bound=QuestionWords)


@dataclass(frozen=True)
class Kind(Generic[Q, W]):
    """normalise raises BadChoice; read_form gives None for a question left open, and may raise it too.

    labels: words on buttons that are the same in every lesson, so they come from the app's catalogs.
    """

    name: str
    Structure: type[Q]
    Words: type[W]
    normalise: Callable[[Q, object], Choice]
    mark: Callable[[Q, Choice], Mark]
    read_form: Callable[[str, Q, Form], object | None]
    summary: Callable[[Q, W, Sequence[Choice]], KindSummary]
    editing: Editing
    labels: Mapping[str, object] = field(default_factory=dict)
