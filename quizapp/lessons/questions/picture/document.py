"""One of several pictures is right."""

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar, Literal

from quizapp.lessons.questions.question import Flaw, Mode, Question, fewer_than, one_right, repeated
from quizapp.lessons.shape import Id, Listed, PictureId, Value
from quizapp.lessons.words import PictureChoiceWords, QuestionWords


class PictureChoice(Value):
    id: Id
    picture: PictureId


class Picture(Question):
    modes: ClassVar[tuple[Mode, ...]] = ("practice", "scored", "private")

    kind: Literal["picture"]
    choices: Listed[PictureChoice]
    right: Id | None = None

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(choice.id for choice in self.choices)

    def key(self) -> str | None:
        return None if self.mode == "private" else self.right

    def word_ids(self) -> Mapping[str, Sequence[str]]:
        return {"choices": self.ids}

    def pictures(self) -> Mapping[str, str]:
        return {f"choices.{choice.id}": choice.picture for choice in self.choices}

    def flaws(self) -> Iterator[Flaw]:
        yield from super().flaws()
        yield from fewer_than(2, self.ids, "choices")
        yield from repeated(self.ids, "choices")
        yield from one_right(self.mode, self.ids, self.right)


class PictureWords(QuestionWords):
    choices: dict[str, PictureChoiceWords]

    def feedbacks(self) -> Mapping[str, str]:
        return {one: words.feedback for one, words in self.choices.items()}
