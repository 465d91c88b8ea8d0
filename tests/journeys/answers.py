"""Answering through the page's own things, right or wrong, whatever the kind of question."""

from collections.abc import Callable
from random import Random

from playwright.sync_api import Locator

from quizapp.devdata.answers import mistaken
from quizapp.lessons.questions.question import Choice, Question
from tests.journeys.player import Player


def right_or_wrong(question: Question, understands: bool) -> Choice:
    """What a pupil chooses who has understood, or not; anything where nothing is right."""
    key = question.key()
    if key is None:
        first = next(iter(question.word_ids().values()))[0]
        return [first] if question.kind == "multiple" else first
    return key if understands else mistaken(question, Random(1))


def choose(player: Player, question: Question, choice: Choice) -> None:
    """Choose by touch."""
    KINDS.get(question.kind, _plain)(player.now, question, choice)


def _plain(step: Locator, _question: Question, choice: Choice) -> None:
    for value in [choice] if isinstance(choice, str) else choice:
        step.locator(f".choice:has(input[value={value}])").click()


def _order(step: Locator, question: Question, choice: Choice) -> None:
    shown = question.shown()  # type: ignore[attr-defined]
    for item in choice:
        step.locator(".tap").nth(shown.index(item)).click()


def _match(step: Locator, question: Question, choice: Choice) -> None:
    lefts, rights = (step.locator(".taps-two > ol").nth(side).locator(".tap") for side in (0, 1))
    for left, right in choice.items():  # type: ignore[union-attr]
        lefts.nth(question.lefts.index(left)).click()  # type: ignore[attr-defined]
        rights.nth(question.shown().index(right)).click()  # type: ignore[attr-defined]


def _buckets(step: Locator, _question: Question, choice: Choice) -> None:
    for card, bucket in choice.items():  # type: ignore[union-attr]
        step.locator(f"[data-card={card}] label:has(input[value={bucket}])").click()


KINDS: dict[str, Callable[[Locator, Question, Choice], None]] = {
    "order": _order,
    "match": _match,
    "buckets": _buckets,
}
