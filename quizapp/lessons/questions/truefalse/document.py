"""A statement is true or not true."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from quizapp.lessons.questions.question import Flaw, Question
from quizapp.lessons.shape import Value
from quizapp.lessons.words import QuestionWords

ANSWERS = ("true", "false")


class TrueFalse(Question):
    kind: Literal["truefalse"]
    right: bool | None = None

    def key(self) -> str | None:
        return None if self.right is None else ("true" if self.right else "false")

    def word_ids(self) -> Mapping[str, Sequence[str]]:
        return {"choices": ANSWERS}

    def flaws(self) -> Iterator[Flaw]:
        yield from super().flaws()
        if self.right is None:
            yield Flaw("no_right_answer", "right")


class OnlyFeedback(Value):
    """The words on the buttons come from the app."""

    feedback: str


class TrueFalseWords(QuestionWords):
    choices: dict[str, OnlyFeedback]

    def feedbacks(self) -> Mapping[str, str]:
        return {one: words.feedback for one, words in self.choices.items()}
