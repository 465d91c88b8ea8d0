"""A draft as a lesson to try out, also while it is half done."""

from collections.abc import Mapping, Sequence

from quizapp.authoring import drafts
from quizapp.authoring.checking import candidate, words_of
from quizapp.authoring.drafts import PlainTexts
from quizapp.authoring.models import Draft
from quizapp.lessons.checks.words import may_be_silent
from quizapp.lessons.document import Lesson, Structure, read_words
from quizapp.lessons.problems import Problem
from quizapp.lessons.shape import LANGUAGES
from quizapp.lessons.steps import QuestionStep, Step
from quizapp.lessons.texts import text_keys

# No way leads through a lesson with one of these.
IN_THE_WAY = ("cyclic_branch", "dangling_branch", "duplicate_id", "reserved_id", "unknown_speaker")


class CannotBePlayed(Exception):
    """The way through the lesson is broken; problems says where. Without any there is no step yet."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


def on_trial(draft: Draft, unwritten: Mapping[str, str]) -> Lesson:
    """The lesson that a draft is; unwritten: by language, what stands where a text is missing.

    Raises CannotBePlayed.
    """
    lesson, problems = candidate(draft)
    if lesson is not None:
        return lesson
    structure = drafts.structure_of(draft)
    broken = [problem for problem in problems if problem.code in IN_THE_WAY]
    if broken or not structure.steps:
        raise CannotBePlayed(broken)
    texts = _filled(structure, drafts.plain(drafts.texts_of(draft)), unwritten)
    playable = structure.model_copy(update={"steps": tuple(map(_playable, structure.steps))})
    words = {language: read_words(structure, words_of(structure, texts[language])) for language in LANGUAGES}
    return Lesson.build(playable, words)


def _filled(structure: Structure, texts: PlainTexts, unwritten: Mapping[str, str]) -> PlainTexts:
    """With something at every place; what may stay empty does, unless the other language says it."""
    silent = {f"steps.{step.id}.text" for step in structure.steps if may_be_silent(step)}
    wanted = [
        key
        for key in text_keys(structure)
        if key not in silent or any(texts[language].get(key) for language in LANGUAGES)
    ]
    return {
        language: {key: texts[language].get(key) or unwritten[language] for key in wanted}
        for language in LANGUAGES
    }


def _playable(step: Step) -> Step:
    """A question without a right answer tells its feedback and says nothing more, as a private one."""
    if not isinstance(step, QuestionStep) or step.question.key() is not None:
        return step
    return step.model_copy(update={"question": step.question.model_copy(update={"mode": "private"})})
