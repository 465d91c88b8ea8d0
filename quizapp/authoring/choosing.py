"""What can be chosen on the desk: steps to go to, speakers, groups, grades, topics."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from flask_babel import gettext as _

from quizapp.authoring import naming
from quizapp.lessons.cast import speaker_name, speakers
from quizapp.lessons.document import BANDS, Structure
from quizapp.lessons.kinds import KINDS
from quizapp.lessons.questions.buckets.document import Buckets
from quizapp.lessons.steps import QuestionStep, Step
from quizapp.lessons.topics import TOPIC_NAMES


class Page(Protocol):
    """What is asked of the editor's page."""

    structure: Structure

    def said_text(self, key: str) -> str: ...

    def language_of(self, key: str) -> str: ...

    def heading(self, step: Step) -> str: ...


@dataclass(frozen=True)
class Option:
    """language: of the words, where it isn't the page's."""

    value: str
    words: str
    language: str = ""


def steps_to_choose(page: Page, here: str) -> list[Option]:
    """Every other step with its number and its heading."""
    return [
        Option(step.id, f"{number}. {page.heading(step)}", page.language_of(f"steps.{step.id}.heading"))
        for number, step in enumerate(page.structure.steps, start=1)
        if step.id != here
    ]


def speakers_to_choose(language: str) -> list[Option]:
    return [Option(one, speaker_name(one, language)) for one in sorted(speakers())]


def groups_to_choose(page: Page, step: Step) -> list[Option]:
    """The groups of a question about cards."""
    assert isinstance(step, QuestionStep)
    assert isinstance(step.question, Buckets)
    keys = {one: f"steps.{step.id}.buckets.{one}" for one in step.question.buckets}
    return [
        Option(one, page.said_text(key) or naming.thing_name("buckets", number), page.language_of(key))
        for number, (one, key) in enumerate(keys.items(), start=1)
    ]


def bands_to_choose() -> list[Option]:
    return [Option(band, _("Grades %(band)s", band=band.replace("-", "–"))) for band in BANDS]


def topics_to_choose() -> Mapping[str, object]:
    return TOPIC_NAMES


def labels_of(step: Step) -> Mapping[str, object]:
    """The words on buttons that are the same in every lesson."""
    return KINDS[step.question.kind].labels if isinstance(step, QuestionStep) else {}
