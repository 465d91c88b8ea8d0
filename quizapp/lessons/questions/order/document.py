"""Things are put in order."""

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar, Literal

from quizapp.lessons.questions.question import Flaw, Question, fewer_than, only_of, repeated
from quizapp.lessons.questions.shuffle import shuffled
from quizapp.lessons.shape import Id, Listed, PictureId
from quizapp.lessons.words import QuestionWords, WholeFeedback


class Order(Question):
    """The items stand in their right order; shown() is how pupils meet them."""

    feedback_by: ClassVar[Literal["choice", "card", "whole"]] = "whole"

    kind: Literal["order"]
    items: Listed[Id]
    item_pictures: dict[Id, PictureId] | None = None

    def key(self) -> list[str]:
        return list(self.items)

    def shown(self) -> tuple[str, ...]:
        return shuffled(self.items)

    def word_ids(self) -> Mapping[str, Sequence[str]]:
        return {"items": self.items}

    def pictures(self) -> Mapping[str, str]:
        return {f"items.{item}": picture for item, picture in (self.item_pictures or {}).items()}

    def flaws(self) -> Iterator[Flaw]:
        yield from super().flaws()
        yield from fewer_than(2, self.items, "items")
        yield from repeated(self.items, "items")
        yield from only_of(self.items, self.item_pictures, "item_pictures")


class OrderWords(QuestionWords):
    items: dict[str, str]
    alts: dict[str, str] = {}
    feedback: WholeFeedback

    def feedbacks(self) -> Mapping[str, str]:
        return {"right": self.feedback.right, "again": self.feedback.again}
