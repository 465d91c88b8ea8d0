"""Can the children of the band read it, and is it written as its language is?"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from quizapp.lessons.checks import style
from quizapp.lessons.checks.candidate import Candidate, words_file
from quizapp.lessons.checks.readability import LIMITS, Measure, Meter, Name, is_read_by_pupils, meters
from quizapp.lessons.checks.sentences import sentences, words
from quizapp.lessons.checks.spelling import misspelt
from quizapp.lessons.checks.terms import new_terms, terms_for_older, without_terms
from quizapp.lessons.checks.texts import said
from quizapp.lessons.problems import Problem

OF_LESSONS: dict[Name, str] = {
    "mean": "long_on_average",
    "lix": "hard_to_read",
    "long_words": "many_long_words",
}
SHOWN = 60
# Of one kind in one text. Whoever pastes one in another language gets no page of thousands.
MOST_OF_A_KIND = 20
# Texts whose findings are remembered, since most stay the same from one look at a lesson to the next.
REMEMBERED = 2048


def check_reading(candidate: Candidate, language: str, known: Collection[str]) -> Iterator[Problem]:
    """What asks for a reason in the texts of one language; known: words its author vouches for."""
    texts, right = dict(candidate.texts(language)), {word.casefold() for word in known}
    band = candidate.band if isinstance(candidate.band, str) else ""
    for key, text in texts.items():
        asked = (one for one in _in_text(language, key, text, band) if not _is_known(one, right))
        yield from _first_of_each_kind(asked)
    yield from _whole(texts, language, candidate.band)


def _first_of_each_kind(problems: Iterable[Problem]) -> Iterator[Problem]:
    told = Counter[str]()
    for problem in problems:
        told[problem.code] += 1
        if told[problem.code] <= MOST_OF_A_KIND:
            yield problem


def _is_known(problem: Problem, right: Collection[str]) -> bool:
    """Whether it is a word that somebody vouches for."""
    return problem.code == "unknown_word" and str(problem.parameters["detail"]).casefold() in right


@lru_cache(REMEMBERED)
def _in_text(language: str, key: str, text: str, band: str) -> tuple[Problem, ...]:
    """What asks for a reason in one text; every word that no dictionary has."""
    file = words_file(language)
    found = list(said(band, language, key, text, warnings=True))
    found += [Problem("unknown_word", file, key, {"detail": word}) for word in misspelt(text, language)]
    if is_read_by_pupils(key):
        found += _sentences(band, language, key, text)
    return tuple(found)


def _sentences(band: str, language: str, key: str, text: str) -> Iterator[Problem]:
    file = words_file(language)
    for term in terms_for_older(text, language, band):
        yield Problem("term_for_older", file, key, {"detail": term})
    most = LIMITS[band]["longest"] if band in LIMITS else None
    for sentence in sentences(text):
        for code, detail in style.findings(sentence, language):
            yield Problem(code, file, key, {"detail": detail})
        length = len(words(without_terms(sentence, language)))
        if most is not None and length > most:
            parameters = {"detail": sentence[:SHOWN], "words": length, "most": f"{most:g}"}
            yield Problem("long_sentence", file, key, parameters)


def _whole(texts: dict[str, str], language: str, band: object) -> Iterator[Problem]:
    """What was measured of steps and of the lesson."""
    file = words_file(language)
    found = meters(texts, language, band)
    for measure in _beyond(found.pop("")):
        if code := OF_LESSONS.get(measure.name):
            yield Problem(code, file, "", _numbers(measure))
        else:
            brought = new_terms(_read(texts), language, band)
            yield Problem("many_terms", file, "", {**_numbers(measure), "detail": ", ".join(brought)})
    for step_id, meter in found.items():
        for measure in _beyond(meter):
            if measure.name == "screen":
                yield Problem("crowded_screen", file, f"steps.{step_id}", _numbers(measure))


def _beyond(meter: Meter) -> Iterator[Measure]:
    yield from (measure for measure in meter.measures if measure.level != "ok")


def _numbers(measure: Measure) -> dict[str, object]:
    """Whole numbers: a reason given for them outlives a change of a comma."""
    return {"detail": f"{measure.value:.0f}", "most": f"{measure.limit:g}"}


def _read(texts: dict[str, str]) -> list[str]:
    return [text for key, text in texts.items() if is_read_by_pupils(key)]
