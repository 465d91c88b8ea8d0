"""A lesson on paper: the story, the questions with boxes, and the key on a page of its own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from quizapp.authoring.exchange.source import Source
from quizapp.lessons.cast import speaker_name, speakers
from quizapp.lessons.questions.buckets.document import Buckets
from quizapp.lessons.questions.match.document import Match
from quizapp.lessons.questions.order.document import Order
from quizapp.lessons.questions.picture.document import Picture
from quizapp.lessons.questions.question import Question
from quizapp.lessons.questions.shuffle import shuffled
from quizapp.lessons.questions.truefalse.document import TrueFalse
from quizapp.lessons.steps import DecisionStep, QuestionStep, SceneStep, Step

Text = Callable[[str], str]  # a key below the step
NOT_ON_PAPER = ("exits", "take_home")  # buttons; and what stands at the end anyway


@dataclass(frozen=True)
class Part:
    """A step on paper. kind: story, decision, question or private; lines: spoken or to choose from.

    pairs: what is joined or sorted, left and right by themselves; key: what is right, for the teacher.
    """

    kind: str
    heading: str
    text: str
    lines: Sequence[str] = ()
    pairs: tuple[Sequence[str], Sequence[str]] | None = None
    numbered: bool = False
    true_or_false: bool = False
    key: Sequence[str] = ()
    number: int = 0


def parts_of(source: Source, language: str, true_false: Mapping[str, object]) -> list[Part]:
    """The lesson in its order; questions are numbered. true_false: the words of those buttons."""
    found: list[Part] = []
    number = 0
    for step in source.structure.steps:
        if step.kind in NOT_ON_PAPER:
            continue

        def text(key: str, step: Step = step) -> str:
            return source.text(language, f"steps.{step.id}.{key}")

        if isinstance(step, QuestionStep) and step.question.mode != "private":
            number += 1
            found.append(question_part(step.question, text, number, true_false))
        else:
            found.append(_story(step, text, language))
    return found


def take_home(source: Source, language: str) -> str:
    """The line that a child takes along; empty where there is none."""
    homes = [step.id for step in source.structure.steps if step.kind == "take_home"]
    return source.text(language, f"steps.{homes[-1]}.text") if homes else ""


def _story(step: Step, text: Text, language: str) -> Part:
    lines: list[str] = []
    kind = "story"
    if isinstance(step, SceneStep):
        lines = [f"{_name(one.speaker, language)}: {text(f'bubbles.{one.id}')}" for one in step.bubbles]
    elif isinstance(step, DecisionStep):
        kind, lines = "decision", [text(f"choices.{way.id}") for way in step.choices]
    elif isinstance(step, QuestionStep):
        kind = "private"  # on paper anybody could read the answer: nothing to tick
    return Part(kind, text("heading"), text("text"), lines)


def _name(speaker: str, language: str) -> str:
    return speaker_name(speaker, language) if speaker in speakers() else speaker


def question_part(question: Question, text: Text, number: int, true_false: Mapping[str, object]) -> Part:
    lines: Sequence[str] = ()
    pairs, key, two = None, list[str](), isinstance(question, TrueFalse)
    if isinstance(question, TrueFalse):
        lines = [str(true_false[one]) for one in ("true", "false")]
        key = [str(true_false[str(question.key())])] if question.right is not None else []
    elif isinstance(question, Match):
        pairs = (
            [text(f"left.{one}") for one in question.lefts],
            [text(f"right.{one}") for one in question.shown()],
        )
        key = [f"{text(f'left.{one.left}')} → {text(f'right.{one.right}')}" for one in question.pairs]
    elif isinstance(question, Buckets):
        cards = [text(f"cards.{one}.text") for one in shuffled(question.card_ids)]
        pairs = cards, [text(f"buckets.{one}") for one in question.buckets]
        key = [f"{text(f'cards.{one.id}.text')} → {text(f'buckets.{one.bucket}')}" for one in question.cards]
    elif isinstance(question, Order):
        lines = [text(f"items.{one}") for one in question.shown()]
        key = [f"{place}. {text(f'items.{one}')}" for place, one in enumerate(question.items, start=1)]
    else:
        said = "alt" if isinstance(question, Picture) else "text"
        lines = [text(f"choices.{one}.{said}") for one in question.word_ids()["choices"]]
        right = question.key() or ()
        chosen = [right] if isinstance(right, str) else list(right)
        key = [text(f"choices.{one}.{said}") for one in question.word_ids()["choices"] if one in chosen]
    numbered = isinstance(question, Order)
    return Part("question", text("heading"), text("text"), lines, pairs, numbered, two, key, number)
