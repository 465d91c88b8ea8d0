"""A lesson in one language as a page."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from flask import render_template, url_for
from flask_babel import force_locale
from flask_babel import gettext as _

from quizapp.lessons.cast import speaker_name
from quizapp.lessons.document import Lesson, LessonWords
from quizapp.lessons.kinds import KINDS
from quizapp.lessons.media import is_uploaded
from quizapp.lessons.pictures import static_path
from quizapp.lessons.questions.question import Choice, Question
from quizapp.lessons.results import take_home
from quizapp.lessons.steps import DecisionStep

SHORT = 10  # letters: a word of so many has room on one of two cards beside each other on a phone


@dataclass(frozen=True)
class PageUrls:
    """The addresses a lesson page talks to.

    done: where „Готово“ leads; languages: the same page by language. trial: of a draft, in a frame.
    """

    hand_in: str
    state: str
    answer: str
    reach: str
    finish: str
    private: str
    help: str
    exit: str
    done: str
    languages: Mapping[str, str] = field(default_factory=dict)
    trial: bool = False


@dataclass(frozen=True)
class HelpNumber:
    """A number to call for help, in the page's language."""

    name: str
    number: str
    dial: str


def render_lesson(
    lesson: Lesson,
    number: int,
    language: str,
    urls: PageUrls,
    answers: Mapping[str, Choice] | None = None,
    help_numbers: Sequence[HelpNumber] = (),
) -> str:
    """The page as text; with answers (in normal form) filled in it belongs to one pupil and is never kept."""
    with force_locale(language):
        return render_template(
            "lessons/page.html",
            lesson=lesson,
            lesson_words=lesson.words[language],
            language=language,
            number=number,
            urls=urls,
            answers=answers or {},
            help_numbers=help_numbers,
            branch_of=_branches(lesson, lesson.words[language]),
            take_home=take_home(lesson, language),
            picture=partial(picture_url, lesson.id),
            speaker_name=speaker_name,
            labels_of=_labels,
            as_json=_as_json,
            # Translators: the title in the browser's tab. Neutral: it must not say what the lesson is about.
            title=_("Bag of knowledge: lesson %(lesson)s", lesson=lesson.id.upper()),
            # The script puts the number in.
            step_title=_(
                "Bag of knowledge: lesson %(lesson)s, step %(n)s", lesson=lesson.id.upper(), n="%(n)s"
            ),
        )


def has_long_word(texts: Iterable[str]) -> bool:
    """Whether cards with these texts have to lie below each other on a phone."""
    return any(len(word) > SHORT for text in texts for word in text.split())


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, which blank lines divide."""
    return [part.strip() for part in re.split(r"\n\s*\n", text) if part.strip()]


def _branches(lesson: Lesson, words: LessonWords) -> dict[str, str]:
    """By the first step of each branch, the choice that leads there."""
    return {
        way.goto: words.steps[step.id].model_dump()["choices"][way.id]
        for step in lesson.steps
        if isinstance(step, DecisionStep)
        for way in step.choices
    }


def picture_url(lesson_id: str, picture_id: str) -> str:
    """The address of a lesson's picture, whether or not it exists."""
    if is_uploaded(picture_id):
        return url_for("lessons.uploaded_picture", picture_id=picture_id)
    return url_for("static", filename=static_path(lesson_id, picture_id))


def _labels(question: Question) -> Mapping[str, object]:
    return KINDS[question.kind].labels


def _as_json(choice: Choice) -> str:
    return json.dumps(choice, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
