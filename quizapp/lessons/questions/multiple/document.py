"""Some of several texts are right."""

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar, Literal

from quizapp.lessons.questions.question import Flaw, Mode, Question, fewer_than, repeated
from quizapp.lessons.shape import Id, Listed
from quizapp.lessons.words import ChoiceWords, QuestionWords


class Multiple(Question):
    modes: ClassVar[tuple[Mode, ...]] = ("practice", "scored", "private")

    kind: Literal["multiple"]
    choices: Listed[Id]
    right: Listed[Id] = ()

    def key(self) -> list[str] | None:
        return None if self.mode == "private" else sorted(self.right)

    def word_ids(self) -> Mapping[str, Sequence[str]]:
        return {"choices": self.choices}

    def flaws(self) -> Iterator[Flaw]:
        yield from super().flaws()
        yield from fewer_than(2, self.choices, "choices")
        yield from repeated(self.choices, "choices")
        yield from repeated(self.right, "right")
        yield from self._right_flaws()

    def _right_flaws(self) -> Iterator[Flaw]:
        if self.mode == "private" and self.right:
            yield Flaw("right_on_private", "right")
        elif self.mode != "private" and not self.right:
            yield Flaw("no_right_answer", "right")
        for one in self.right:
            if one not in self.choices:
                yield Flaw("unknown_id", "right", {"id": one})


class MultipleWords(QuestionWords):
    choices: dict[str, ChoiceWords]

    def feedbacks(self) -> Mapping[str, str]:
        return {one: words.feedback for one, words in self.choices.items()}

    def named(self) -> Mapping[str, str]:
        return {one: words.text for one, words in self.choices.items()}
