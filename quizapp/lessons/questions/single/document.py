"""One of several texts is right."""

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar, Literal

from quizapp.lessons.questions.question import Flaw, Mode, Question, fewer_than, one_right, repeated
from quizapp.lessons.shape import Id, Listed
from quizapp.lessons.words import ChoiceWords, QuestionWords


class Single(Question):
    modes: ClassVar[tuple[Mode, ...]] = ("practice", "scored", "private")

    kind: Literal["single"]
    choices: Listed[Id]
    right: Id | None = None

    def key(self) -> str | None:
        return None if self.mode == "private" else self.right

    def word_ids(self) -> Mapping[str, Sequence[str]]:
        return {"choices": self.choices}

    def flaws(self) -> Iterator[Flaw]:
        yield from super().flaws()
        yield from fewer_than(2, self.choices, "choices")
        yield from repeated(self.choices, "choices")
        yield from one_right(self.mode, self.choices, self.right)


class SingleWords(QuestionWords):
    choices: dict[str, ChoiceWords]

    def feedbacks(self) -> Mapping[str, str]:
        return {one: words.feedback for one, words in self.choices.items()}
