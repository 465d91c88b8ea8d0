"""Things on the left belong to things on the right."""

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar, Literal

from quizapp.lessons.questions.question import Flaw, Question, fewer_than, repeated
from quizapp.lessons.questions.shuffle import shuffled
from quizapp.lessons.shape import Id, Listed, Value
from quizapp.lessons.words import QuestionWords, WholeFeedback


class Pair(Value):
    left: Id
    right: Id


class Match(Question):
    """Pairs that belong together; shown() is how pupils meet the right side."""

    feedback_by: ClassVar[Literal["choice", "card", "whole"]] = "whole"

    kind: Literal["match"]
    pairs: Listed[Pair]

    @property
    def lefts(self) -> tuple[str, ...]:
        return tuple(pair.left for pair in self.pairs)

    @property
    def rights(self) -> tuple[str, ...]:
        return tuple(pair.right for pair in self.pairs)

    def key(self) -> dict[str, str]:
        return {pair.left: pair.right for pair in self.pairs}

    def shown(self) -> tuple[str, ...]:
        return shuffled(self.rights)

    def word_ids(self) -> Mapping[str, Sequence[str]]:
        return {"left": self.lefts, "right": self.rights}

    def flaws(self) -> Iterator[Flaw]:
        yield from super().flaws()
        yield from fewer_than(2, self.lefts, "pairs")
        # One set of ids: else an id would say which two belong together.
        yield from repeated(self.lefts + self.rights, "pairs")


class MatchWords(QuestionWords):
    left: dict[str, str]
    right: dict[str, str]
    feedback: WholeFeedback

    def feedbacks(self) -> Mapping[str, str]:
        return {"right": self.feedback.right, "again": self.feedback.again}
