"""Where a problem stands, for pages that lead to it and name it."""

from dataclasses import dataclass

from flask_babel import gettext
from flask_babel import lazy_gettext as _

from quizapp.languages import NAMES
from quizapp.lessons.document import Structure
from quizapp.lessons.problems import Problem
from quizapp.lessons.shape import LANGUAGES
from quizapp.lessons.steps import Step

BETWEEN = " · "


@dataclass(frozen=True)
class Place:
    """key: of a text when there is a language, else of the structure; step is None for what the head says."""

    step: str | None
    key: str
    language: str | None


def place(problem: Problem) -> Place:
    """The place a problem names; the step may not be there (any more)."""
    parts = problem.key.split(".")
    step = parts[1] if parts[0] == "steps" and len(parts) > 1 else None
    language = problem.file.removesuffix(".toml")
    return Place(step, problem.key, language if language in LANGUAGES else None)


def place_in_words(problem: Problem, structure: Structure) -> str:
    """The same for people: “Step 3 · choice 2 · feedback · Shqip”."""
    here = place(problem)
    parts = here.key.split(".")
    named = _in_step(here.step, parts[2:], structure) if here.step else _names(parts, None)
    language = [NAMES[here.language]] if here.language else []
    return BETWEEN.join([*named, *language]) or gettext("The whole lesson")


def _in_step(step_id: str, parts: list[str], structure: Structure) -> list[str]:
    for number, step in enumerate(structure.steps, 1):
        if step.id == step_id:
            return [gettext("Step %(number)s", number=number), *_names(parts, step)]
    return [step_id]


def _names(parts: list[str], step: Step | None) -> list[str]:
    """A name for every part of a key, with a number where it is one of several."""
    named: list[str] = []
    for at, part in enumerate(parts):
        number = _number(parts[at - 1], part, step) if at else None
        if number is not None and named:
            named[-1] = f"{named[-1]} {number}"
        elif part in PARTS:
            named.append(str(PARTS[part]))
    return named


def _number(table: str, one: str, step: Step | None) -> int | None:
    ids = list(step.word_ids().get(table, ())) if step else []
    return ids.index(one) + 1 if one in ids else None


# Translators: these are parts of a lesson, one after the other: “Step 3 · choice 2 · feedback”.
PARTS: dict[str, object] = {
    "title": _("title of the lesson"),
    "summary": _("summary"),
    "objectives": _("aims"),
    "cover": _("cover picture"),
    "guide": _("teacher's guide"),
    "goal": _("goal of the guide"),
    "before": _("before the lesson"),
    "disclosure": _("when a child confides"),
    "timing": _("timing"),
    "discuss": _("questions to discuss"),
    "avoid": _("what not to say"),
    "heading": _("heading"),
    "text": _("text"),
    "alt": _("what the picture shows"),
    "alts": _("what the pictures show"),
    "bubbles": _("speech bubble"),
    "choices": _("choice"),
    "feedback": _("feedback"),
    "cards": _("card"),
    "buckets": _("bucket"),
    "items": _("item"),
    "left": _("left side"),
    "right": _("right side or right answer"),
    "pairs": _("pairs"),
    "again": _("feedback to think again"),
    "goto": _("where it leads"),
    "next": _("where it leads"),
    "speaker": _("who speaks"),
    "mode": _("how it counts"),
}
