"""How easy a step and the lesson are to read, in words: the quiet meter beside each step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from quizapp.authoring.drafts import PlainTexts
from quizapp.authoring.posted import HEAD
from quizapp.lessons.checks.readability import LIMITS, Measure, Meter, Name, meters
from quizapp.lessons.document import Structure
from quizapp.lessons.shape import LANGUAGES
from quizapp.lessons.texts import text_keys

FULL = 150  # the bar is full at one and a half of what is good
LEVELS: Mapping[str, object] = {
    # Translators: how a text reads; band is for example "1–3".
    "ok": _l("Easy to read for grades %(band)s"),
    "long": _l("A little long for grades %(band)s"),
    "too_long": _l("Too long for grades %(band)s"),
}
OF_LESSON: Mapping[str, object] = {
    "ok": _l("Easy to read for grades %(band)s"),
    "long": _l("A little hard for grades %(band)s"),
    "too_long": _l("Too hard for grades %(band)s"),
}
# What makes a lesson hard. LIX counts both: its number would help nobody.
HARD: Mapping[Name, object] = {
    "mean": _l("most sentences are long"),
    "lix": _l("long sentences and long words"),
    "long_words": _l("many long words"),
    "terms": _l("many new terms"),
}


@dataclass(frozen=True)
class Reading:
    """One language of a step or of the lesson. bar: per cent of what is good; level "": nothing to read."""

    language: str
    level: str = ""
    bar: int = 0
    said: str = ""
    more: str = ""


def readings(structure: Structure, texts: PlainTexts) -> Mapping[str, Sequence[Reading]]:
    """In every language each step by its id, and the whole lesson under HEAD."""
    keys, names = text_keys(structure), [HEAD, *(step.id for step in structure.steps)]
    found: dict[str, list[Reading]] = {name: [] for name in names}
    for language in LANGUAGES:
        said = {key: texts.get(language, {}).get(key, "") for key in keys}
        measured = meters(said, language, structure.band)
        for name in names:
            meter = measured.get("" if name == HEAD else name)
            found[name].append(
                _reading(language, name, structure.band, meter) if meter else Reading(language)
            )
    return found


def limits(band: str) -> str:
    """What is good for the grades, in a sentence."""
    return _(
        "For grades %(band)s a sentence has at most %(longest)s words, and a screen at most %(screen)s; "
        "terms of the subject count as one short word, feedback doesn't count to the screen.",
        band=_grades(band),
        **{name: f"{LIMITS[band][name]:g}" for name in ("longest", "screen")},
    )


def _reading(language: str, name: str, band: str, meter: Meter) -> Reading:
    if not any(measure.value for measure in meter.measures):
        return Reading(language)
    said = str((OF_LESSON if name == HEAD else LEVELS)[meter.level]) % {"band": _grades(band)}
    more = _hard(meter) if name == HEAD else _counted(meter)
    return Reading(language, meter.level, _bar(meter.measures), said, more)


def _counted(meter: Meter) -> str:
    screen, longest = round(meter.value("screen")), round(meter.value("longest"))
    return ", ".join(
        (
            ngettext("%(num)s word on the screen", "%(num)s words on the screen", screen),
            ngettext("longest sentence %(num)s word", "longest sentence %(num)s words", longest),
        )
    )


def _hard(meter: Meter) -> str:
    return ", ".join(str(HARD[one.name]) for one in meter.measures if one.level != "ok")


def _bar(measures: Sequence[Measure]) -> int:
    shares = [100 * one.value / one.limit for one in measures if one.limit]
    return min(FULL, round(max(shares, default=0)))


def _grades(band: str) -> str:
    return band.replace("-", "–")
