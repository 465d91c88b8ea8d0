"""Cards are sorted into buckets."""

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar, Literal

from quizapp.lessons.questions.question import Flaw, Question, fewer_than, only_of, repeated
from quizapp.lessons.shape import Id, Listed, PictureId, Value
from quizapp.lessons.words import CardWords, QuestionWords, WholeFeedback


class Card(Value):
    id: Id
    bucket: Id
    picture: PictureId | None = None


class Buckets(Question):
    feedback_by: ClassVar[Literal["choice", "card", "whole"]] = "card"

    kind: Literal["buckets"]
    buckets: Listed[Id]
    bucket_pictures: dict[Id, PictureId] | None = None
    cards: Listed[Card]

    @property
    def card_ids(self) -> tuple[str, ...]:
        return tuple(card.id for card in self.cards)

    def key(self) -> dict[str, str]:
        return {card.id: card.bucket for card in self.cards}

    def word_ids(self) -> Mapping[str, Sequence[str]]:
        return {"buckets": self.buckets, "cards": self.card_ids}

    def pictures(self) -> Mapping[str, str]:
        buckets = {f"buckets.{bucket}": picture for bucket, picture in (self.bucket_pictures or {}).items()}
        return buckets | {f"cards.{card.id}": card.picture for card in self.cards if card.picture}

    def flaws(self) -> Iterator[Flaw]:
        yield from super().flaws()
        yield from fewer_than(2, self.buckets, "buckets")
        yield from fewer_than(2, self.card_ids, "cards")
        yield from repeated(self.buckets, "buckets")
        yield from only_of(self.buckets, self.bucket_pictures, "bucket_pictures")
        yield from repeated(self.card_ids, "cards")
        yield from self._card_flaws()

    def _card_flaws(self) -> Iterator[Flaw]:
        for card in self.cards:
            if card.bucket not in self.buckets:
                yield Flaw("unknown_id", f"cards.{card.id}.bucket", {"id": card.bucket})
            if card.id in ("right", "again"):
                yield Flaw("reserved_id", f"cards.{card.id}", {"id": card.id})


class BucketsWords(QuestionWords):
    buckets: dict[str, str]
    alts: dict[str, str] = {}
    cards: dict[str, CardWords]
    feedback: WholeFeedback

    def feedbacks(self) -> Mapping[str, str]:
        cards = {one: words.feedback for one, words in self.cards.items()}
        return {**cards, "right": self.feedback.right, "again": self.feedback.again}

    def named(self) -> Mapping[str, str]:
        return {one: words.text for one, words in self.cards.items()}
