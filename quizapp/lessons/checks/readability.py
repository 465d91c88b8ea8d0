"""How hard a text is to read, held against what children of a band can read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from quizapp.lessons.checks.sentences import is_sentence, letters, sentences, words
from quizapp.lessons.checks.terms import new_terms, without_terms

Name = Literal["longest", "screen", "mean", "lix", "long_words", "terms"]
Level = Literal["ok", "long", "too_long"]
LONG_IN_LIX, LONG = 6, 8  # a long word has more letters
TOLERANCE = 1.25  # above the limit by more than this: not a bit too long but much

# Words of the longest sentence, words on one screen, mean words of a sentence, LIX,
# per cent of long words, terms that are new.
LIMITS: dict[str, dict[Name, float]] = {
    "1-3": {"longest": 9, "screen": 25, "mean": 6, "lix": 22, "long_words": 5, "terms": 1},
    "4-6": {"longest": 14, "screen": 60, "mean": 9, "lix": 36, "long_words": 13, "terms": 2},
    "7-9": {"longest": 20, "screen": 100, "mean": 13, "lix": 42, "long_words": 16, "terms": 3},
}


@dataclass(frozen=True)
class Measure:
    """limit is None where this band has none."""

    name: Name
    value: float
    limit: float | None

    @property
    def level(self) -> Level:
        if self.limit is None or self.value <= self.limit:
            return "ok"
        return "long" if self.value <= self.limit * TOLERANCE else "too_long"


@dataclass(frozen=True)
class Meter:
    """What was measured of a text, a step or a lesson; its level is that of the worst."""

    measures: tuple[Measure, ...]

    @property
    def level(self) -> Level:
        levels = {measure.level for measure in self.measures}
        return "too_long" if "too_long" in levels else "long" if "long" in levels else "ok"

    def value(self, name: Name) -> float:
        """Raises KeyError."""
        return {measure.name: measure.value for measure in self.measures}[name]


@dataclass(frozen=True)
class _Sentence:
    """letters: of each word; whole: not a label or a heading."""

    letters: tuple[int, ...]
    whole: bool


def meters(texts: Mapping[str, str], language: str, band: object) -> dict[str, Meter]:
    """The meter of every step by its id, and that of the whole lesson under "". texts: by their keys."""
    read = {key: text for key, text in texts.items() if is_read_by_pupils(key) and text.strip()}
    steps: dict[str, dict[str, str]] = {}
    for key, text in read.items():
        if key.startswith("steps."):
            steps.setdefault(key.split(".")[1], {})[key] = text
    whole = {"": _lesson_meter(list(read.values()), language, band)}
    return whole | {step: _step_meter(texts, language, band) for step, texts in steps.items()}


def text_meter(text: str, language: str, band: object) -> Meter:
    """The meter of one text: its longest sentence."""
    return Meter(tuple(_measures({"longest": _longest([text], language)}, band)))


def is_read_by_pupils(key: str) -> bool:
    """Not the guide and the objectives, which are for adults, and no alternative text of a picture."""
    parts = key.split(".")
    if parts[0] == "steps":
        return parts[-1] != "alt" and "alts" not in parts
    return parts[0] in ("title", "summary")


def _step_meter(texts: Mapping[str, str], language: str, band: object) -> Meter:
    shown = [text for key, text in texts.items() if "feedback" not in key.split(".")]
    values: dict[Name, float] = {
        "longest": _longest(texts.values(), language),
        "screen": sum(len(words(text)) for text in shown),
    }
    return Meter(tuple(_measures(values, band)))


def _lesson_meter(texts: Iterable[str], language: str, band: object) -> Meter:
    texts = list(texts)
    counted = [one.letters for text in texts for one in _counted(text, language) if one.whole]
    every = [length for sentence in counted for length in sentence]
    mean = len(every) / len(counted) if counted else 0
    values: dict[Name, float] = {
        "mean": round(mean, 1),
        "lix": round(mean + _share(every, LONG_IN_LIX), 1),
        "long_words": round(_share(every, LONG), 1),
        "terms": len(new_terms(texts, language, band)),
    }
    return Meter(tuple(_measures(values, band)))


def _measures(values: Mapping[Name, float], band: object) -> Iterator[Measure]:
    limits = LIMITS.get(band, {}) if isinstance(band, str) else {}
    for name, value in values.items():
        yield Measure(name, value, limits.get(name))


def _longest(texts: Iterable[str], language: str) -> int:
    return max((len(one.letters) for text in texts for one in _counted(text, language)), default=0)


@lru_cache(2048)
def _counted(text: str, language: str) -> tuple[_Sentence, ...]:
    """The sentences of a text; remembered, since most texts stay the same from one look to the next."""
    return tuple(
        _Sentence(tuple(letters(word) for word in words(part)), is_sentence(part))
        for part in sentences(without_terms(text, language))
    )


def _share(lengths: list[int], long: int) -> float:
    """Per cent of words with more letters."""
    return 100 * sum(one > long for one in lengths) / len(lengths) if lengths else 0.0
