"""The questions of a lesson in GIFT, in one language; decision 015 has the kinds that Moodle hasn't got."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from quizapp.authoring.exchange.gift_text import escaped
from quizapp.authoring.exchange.source import Source
from quizapp.lessons.questions.buckets.document import Buckets
from quizapp.lessons.questions.match.document import Match
from quizapp.lessons.questions.multiple.document import Multiple
from quizapp.lessons.questions.order.document import Order
from quizapp.lessons.questions.picture.document import Picture
from quizapp.lessons.questions.single.document import Single
from quizapp.lessons.questions.truefalse.document import TrueFalse
from quizapp.lessons.steps import QuestionStep

Text = Callable[[str], str]  # a key below the step -> the text, escaped


def written(source: Source, language: str) -> bytes:
    """Every question but the private ones: nobody may mark those, and Moodle would keep who answered what."""
    blocks = [
        _block(step, source, language)
        for step in source.structure.steps
        if isinstance(step, QuestionStep) and step.question.mode != "private"
    ]
    return "\n\n".join([f"// {source.id} ({language})", *blocks, ""]).encode()


def _block(step: QuestionStep, source: Source, language: str) -> str:
    def text(key: str) -> str:
        return escaped(source.text(language, f"steps.{step.id}.{key}"))

    lines = [f"// mode: {step.question.mode}"]
    if again := text("feedback.again"):
        lines.append(f"// again: {again}")
    heading = source.text(language, f"steps.{step.id}.heading")
    if lead := source.text(language, f"steps.{step.id}.text"):
        heading = f"{lead}\n\n{heading}"
    head = f"::{step.id}::[plain]{escaped(heading).removeprefix('[plain]')}"
    answers = WRITERS[step.question.kind](step.question, text)
    return "\n".join([*lines, f"{head}{{", *(f"\t{answer}" for answer in answers), "}"])


def _single(question: Single, text: Text) -> Iterator[str]:
    for one in question.choices:
        sign = "=" if one == question.right else "~"
        yield sign + _with_feedback(text(f"choices.{one}.text"), text(f"choices.{one}.feedback"))


def _picture(question: Picture, text: Text) -> Iterator[str]:
    for one in question.ids:
        sign = "=" if one == question.right else "~"
        yield sign + _with_feedback(text(f"choices.{one}.alt"), text(f"choices.{one}.feedback"))


def _multiple(question: Multiple, text: Text) -> Iterator[str]:
    share = f"{100 / max(1, len(question.right)):.5f}".rstrip("0").rstrip(".")
    for one in question.choices:
        weight = share if one in question.right else "-100"
        yield f"~%{weight}%" + _with_feedback(text(f"choices.{one}.text"), text(f"choices.{one}.feedback"))


def _truefalse(question: TrueFalse, text: Text) -> Iterator[str]:
    right, wrong = ("true", "false") if question.right else ("false", "true")
    yield f"{right.upper()}#{text(f'choices.{wrong}.feedback')}#{text(f'choices.{right}.feedback')}"


def _match(question: Match, text: Text) -> Iterator[str]:
    for pair in question.pairs:
        yield f"={text(f'left.{pair.left}')} -> {text(f'right.{pair.right}')}"
    yield from _general(text)


def _order(question: Order, text: Text) -> Iterator[str]:
    for number, item in enumerate(question.items, start=1):
        yield f"={text(f'items.{item}')} -> {number}"
    yield from _general(text)


def _buckets(question: Buckets, text: Text) -> Iterator[str]:
    for card in question.cards:
        yield f"={text(f'cards.{card.id}.text')} -> {text(f'buckets.{card.bucket}')}"
    yield from _general(text)


def _general(text: Text) -> Iterator[str]:
    if right := text("feedback.right"):
        yield f"####{right}"


def _with_feedback(text: str, feedback: str) -> str:
    return f"{text}#{feedback}" if feedback else text


WRITERS: Mapping[str, Callable[[Any, Text], Iterator[str]]] = {
    "single": _single,
    "multiple": _multiple,
    "truefalse": _truefalse,
    "picture": _picture,
    "order": _order,
    "match": _match,
    "buckets": _buckets,
}
