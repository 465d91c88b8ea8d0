"""What can be chosen on the desk: steps to go to, speakers, groups, grades, topics."""

from collections.abc import Callable, Mapping, Sequence

from flask_babel import gettext as _

from quizapp.authoring import naming
from quizapp.authoring.kind_words import words_of
from quizapp.lessons.cast import speaker_name, speakers
from quizapp.lessons.document import BANDS, Structure
from quizapp.lessons.kinds import KINDS
from quizapp.lessons.questions.buckets.document import Buckets
from quizapp.lessons.steps import QuestionStep, Step
from quizapp.lessons.topics import TOPIC_NAMES

Options = Sequence[tuple[str, str]]
Say = Callable[[str], str]  # a text by its key


def steps_to_choose(structure: Structure, here: str, say: Say) -> Options:
    """Every other step with its number and its heading."""
    return [
        (step.id, f"{number}. {say(f'steps.{step.id}.heading') or words_of(step).name}")
        for number, step in enumerate(structure.steps, start=1)
        if step.id != here
    ]


def speakers_to_choose(language: str) -> Options:
    return [(one, speaker_name(one, language)) for one in sorted(speakers())]


def groups_to_choose(step: Step, say: Say) -> Options:
    """The groups of a question about cards."""
    assert isinstance(step, QuestionStep)
    assert isinstance(step.question, Buckets)
    return [
        (one, say(f"steps.{step.id}.buckets.{one}") or naming.thing_name("buckets", number))
        for number, one in enumerate(step.question.buckets, start=1)
    ]


def bands_to_choose() -> Options:
    return [(band, _("Grades %(band)s", band=band.replace("-", "–"))) for band in BANDS]


def topics_to_choose() -> Mapping[str, object]:
    return TOPIC_NAMES


def labels_of(step: Step) -> Mapping[str, object]:
    """The words on buttons that are the same in every lesson."""
    return KINDS[step.question.kind].labels if isinstance(step, QuestionStep) else {}
