"""A teacher's classes at a glance."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.accounts import roster
from quizapp.accounts.models import SchoolClass
from quizapp.classroom.library import lesson_language
from quizapp.learning import assignments, documents


@dataclass(frozen=True)
class OpenLesson:
    """A lesson that a class can begin now."""

    id: str
    title: str
    language: str


@dataclass(frozen=True)
class Card:
    """A class, how many pupils it has, and its open lessons, the latest first."""

    school_class: SchoolClass
    pupils: int
    lessons: Sequence[OpenLesson]


def cards_of(classes: Sequence[SchoolClass]) -> list[Card]:
    """A card for each class, in a number of statements that doesn't grow with them."""
    pupils, given = roster.pupil_counts(classes), assignments.open_in(classes)
    return [
        Card(
            one,
            pupils.get(one.id, 0),
            [_open(assignment.revision_id, lesson_language(one)) for assignment in given.get(one.id, ())],
        )
        for one in classes
    ]


def _open(revision_id: int, language: str) -> OpenLesson:
    lesson = documents.by_id(revision_id).lesson
    return OpenLesson(lesson.id, lesson.words[language].title, language)
