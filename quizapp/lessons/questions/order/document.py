"""Things are put in order."""

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar, Literal

from quizapp.lessons.questions.question import Flaw, Question, fewer_than, repeated
from quizapp.lessons.questions.shuffle import shuffled
from quizapp.lessons.shape import Id, Listed
from quizapp.lessons.words import QuestionWords, WholeFeedback


class Order(Question):
    """The items stand in their right order; shown() is how pupils meet them."""

    feedback_by: ClassVar[Literal["choice", "card", "whole"]] = "whole"

    kind: Literal["order"]
    items: Listed[Id]

    def key(self) -> list[str]:
        return list(self.items)

    def shown(self) -> tuple[str, ...]:
        return shuffled(self.items)

    def word_ids(self) -> Mapping[str, Sequence[str]]:
        return {"items": self.items}

    def flaws(self) -> Iterator[Flaw]:
        yield from super().flaws()
        yield from fewer_than(2, self.items, "items")
        yield from repeated(self.items, "items")


class OrderWords(QuestionWords):
    items: dict[str, str]
    feedback: WholeFeedback

    def feedbacks(self) -> Mapping[str, str]:
        return {"right": self.feedback.right, "again": self.feedback.again}
