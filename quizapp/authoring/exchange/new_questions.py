"""Questions that come in from a file, before they are steps: a structure with ids of its own, and texts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from quizapp.lessons.kinds import read_question
from quizapp.lessons.questions.question import Question

Said = Mapping[str, str]  # language -> text
MOST_QUESTIONS = 60
MOST_CHOICES = 20


@dataclass(frozen=True)
class NewQuestion:
    """texts: language -> key below the step -> text; place: the line or row it stands in."""

    question: Question
    texts: Mapping[str, Mapping[str, str]]
    place: str


@dataclass(frozen=True)
class Option:
    """One of the choices."""

    text: Said
    feedback: Said
    right: bool


@dataclass(frozen=True)
class Whole:
    """What a question says besides what can be chosen: on an answer as a whole, right or not yet."""

    heading: Said
    place: str
    mode: str = "practice"
    lead: Said | None = None
    right: Said | None = None
    again: Said | None = None


def choosing(kind: str, whole: Whole, options: Sequence[Option]) -> NewQuestion:
    """One of several is right (single), or some of them (multiple)."""
    ids = [f"c{n}" for n in range(1, len(options) + 1)]
    right = [one for one, option in zip(ids, options, strict=True) if option.right]
    keys: dict[str, Said] = {}
    for one, option in zip(ids, options, strict=True):
        keys[f"choices.{one}.text"], keys[f"choices.{one}.feedback"] = option.text, option.feedback
    raw: dict[str, object] = {"kind": kind, "mode": whole.mode, "choices": ids}
    if right:
        raw["right"] = right if kind == "multiple" else right[0]
    return _made(raw, whole, keys)


def truefalse(whole: Whole, right: bool, on_true: Said, on_false: Said) -> NewQuestion:
    """on_true: the feedback for whoever says that it is true."""
    keys = {"choices.true.feedback": on_true, "choices.false.feedback": on_false}
    return _made({"kind": "truefalse", "mode": whole.mode, "right": right}, whole, keys)


def belonging(whole: Whole, pairs: Sequence[tuple[Said, Said]], buckets: bool = False) -> NewQuestion:
    """Pairs that belong together; where several things belong to the same one, cards for buckets."""
    places = [dict(place) for _thing, place in pairs]
    distinct = [place for at, place in enumerate(places) if place not in places[:at]]
    if buckets or len(distinct) < len(pairs):
        return _sorted(whole, pairs, distinct)
    return _matched(whole, pairs)


def ordering(whole: Whole, items: Sequence[Said]) -> NewQuestion:
    ids = _telling_nothing("i", items)
    keys = {f"items.{one}": item for one, item in zip(ids, items, strict=True)}
    return _made({"kind": "order", "mode": whole.mode, "items": ids}, whole, keys)


def _matched(whole: Whole, pairs: Sequence[tuple[Said, Said]]) -> NewQuestion:
    lefts = [f"a{n}" for n in range(1, len(pairs) + 1)]
    rights = _telling_nothing("b", [right for _left, right in pairs])
    keys: dict[str, Said] = {}
    for left, right, (thing, place) in zip(lefts, rights, pairs, strict=True):
        keys[f"left.{left}"], keys[f"right.{right}"] = thing, place
    raw = [{"left": left, "right": right} for left, right in zip(lefts, rights, strict=True)]
    return _made({"kind": "match", "mode": whole.mode, "pairs": raw}, whole, keys)


def _sorted(whole: Whole, pairs: Sequence[tuple[Said, Said]], places: Sequence[Said]) -> NewQuestion:
    buckets = [f"b{n}" for n in range(1, len(places) + 1)]
    keys: dict[str, Said] = {f"buckets.{one}": place for one, place in zip(buckets, places, strict=True)}
    cards = []
    for number, (thing, place) in enumerate(pairs, start=1):
        cards.append({"id": f"k{number}", "bucket": buckets[places.index(dict(place))]})
        keys[f"cards.k{number}.text"] = thing
    return _made({"kind": "buckets", "mode": whole.mode, "buckets": buckets, "cards": cards}, whole, keys)


def _telling_nothing(letter: str, texts: Sequence[Said]) -> list[str]:
    """Ids whose numbers don't follow the order of the texts: pupils could read the answer off the page."""
    mixed = sorted(
        range(len(texts)), key=lambda at: sha256(repr(sorted(texts[at].items())).encode()).digest()
    )
    return [f"{letter}{mixed.index(at) + 1}" for at in range(len(texts))]


def _made(raw: dict[str, object], whole: Whole, keys: Mapping[str, Said]) -> NewQuestion:
    said = {"heading": whole.heading, "text": whole.lead or {}, **keys}
    if raw["kind"] in ("match", "buckets", "order"):
        said |= {"feedback.right": whole.right or {}, "feedback.again": whole.again or {}}
    languages = {language for one in said.values() for language in one}
    texts = {
        language: {key: one[language] for key, one in said.items() if one.get(language)}
        for language in languages
    }
    return NewQuestion(read_question(raw), texts, whole.place)
