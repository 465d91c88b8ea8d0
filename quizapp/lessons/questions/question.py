"""What all kinds of question have in common: their document, a choice, and its mark."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from quizapp.lessons.shape import Value

Mode = Literal["practice", "scored", "private"]
# A choice in normal form; it goes over the wire as JSON just like this.
Choice = str | list[str] | dict[str, str]


class BadChoice(Exception):
    """The choice can't have come from this question's form."""


@dataclass(frozen=True)
class Flaw:
    """Something wrong with a question's structure; the key is relative to the question."""

    code: str
    key: str
    parameters: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Mark:
    """right is None for a private question; feedback holds ids, not texts.

    again: ids of what is not yet right: chosen ones, cards, lefts, items.
    """

    right: bool | None
    feedback: tuple[str, ...]
    again: tuple[str, ...] = ()


class Question(Value):
    """The structure of a question, without words."""

    modes: ClassVar[tuple[Mode, ...]] = ("practice", "scored")
    feedback_by: ClassVar[Literal["choice", "card", "whole"]] = "choice"

    kind: str
    mode: Mode

    def key(self) -> Choice | None:
        """The right choice in normal form; None for a private question."""
        raise NotImplementedError

    def word_ids(self) -> Mapping[str, Sequence[str]]:
        """The tables of words this question needs, each with its ids."""
        raise NotImplementedError

    def pictures(self) -> Mapping[str, str]:
        """Picture ids by the words they belong to, as Step.pictures()."""
        return {}

    def flaws(self) -> Iterator[Flaw]:
        """Everything that makes this structure impossible to play."""
        if self.mode not in self.modes:
            yield Flaw("mode_not_possible", "mode", {"mode": self.mode, "kind": self.kind})


def repeated(ids: Sequence[str], key: str) -> Iterator[Flaw]:
    """A flaw for every id that stands more than once."""
    for twice in sorted({one for one in ids if list(ids).count(one) > 1}):
        yield Flaw("duplicate_id", key, {"id": twice})


def fewer_than(least: int, ids: Sequence[str], key: str) -> Iterator[Flaw]:
    if len(ids) < least:
        yield Flaw("too_few", key, {"least": least})


def only_of(ids: Sequence[str], given: Mapping[str, str] | None, key: str) -> Iterator[Flaw]:
    """A flaw for every thing that is given something and isn't there."""
    for stray in (one for one in given or () if one not in ids):
        yield Flaw("unknown_id", key, {"id": stray})


def one_right(mode: Mode, ids: Sequence[str], right: str | None) -> Iterator[Flaw]:
    """Flaws of a question in which exactly one id is right, or none when it is private."""
    if mode == "private":
        if right is not None:
            yield Flaw("right_on_private", "right")
    elif right is None:
        yield Flaw("no_right_answer", "right")
    elif right not in ids:
        yield Flaw("unknown_id", "right", {"id": right})
