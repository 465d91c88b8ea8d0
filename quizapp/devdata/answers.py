"""What a pupil may answer who has not understood."""

import random
from collections.abc import Sequence

from quizapp.lessons.questions.question import Choice, Question


def mistaken(question: Question, chance: random.Random) -> Choice:
    """A choice that the question takes and that isn't right."""
    key = question.key()
    if isinstance(key, dict):
        return _exchanged(key, chance)
    if isinstance(key, list):
        return key[1:] + key[:1] if question.kind == "order" else _not_quite(key, _offered(question))
    return _likely([one for one in _offered(question) if one != key], chance)


def _offered(question: Question) -> Sequence[str]:
    return question.word_ids()["choices"]


def _likely(others: Sequence[str], chance: random.Random) -> str:
    # Misunderstandings are shared: one of them is commoner than the rest.
    return chance.choice([*others, others[0], others[0]])


def _not_quite(right: Sequence[str], offered: Sequence[str]) -> list[str]:
    others = [one for one in offered if one not in right]
    return sorted([*right[1:], *others[:1]])


def _exchanged(places: dict[str, str], chance: random.Random) -> dict[str, str]:
    first = chance.choice(list(places))
    second = _likely([one for one in places if places[one] != places[first]], chance)
    return places | {first: places[second], second: places[first]}
