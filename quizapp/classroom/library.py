"""The lessons as a teacher looks for them: by band and topic."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask_babel import lazy_gettext as _l

from quizapp.accounts.models import SchoolClass
from quizapp.languages import PUPIL_LANGUAGES, current_language
from quizapp.lessons import catalogue
from quizapp.lessons.document import Lesson
from quizapp.lessons.models import Revision
from quizapp.lessons.topics import TOPIC_NAMES
from quizapp.lessons.withdrawing import Reasons, reasons_of

# Translators: buttons for the teacher: take a lesson as a pupil would, in one of its languages.
PREVIEWS: Mapping[str, object] = {"mk": _l("Preview in Macedonian"), "sq": _l("Preview in Albanian")}
OLDEST_BAND_FROM = 7


@dataclass(frozen=True)
class Book:
    """A lesson on the shelf, in its newest revision. withdrawn: why it can't be given; None where it can."""

    revision: Revision
    lesson: Lesson
    withdrawn: Reasons | None


def shelves(topic: str | None = None) -> Mapping[str, Sequence[Book]]:
    """The lessons by band, in order, withdrawn ones too; only those on a topic, if one is given."""
    found: dict[str, list[Book]] = {}
    for revision in catalogue.published(also_withdrawn=True):
        lesson = catalogue.lesson_of(revision)
        if topic is None or topic in lesson.topics:
            found.setdefault(lesson.band, []).append(Book(revision, lesson, reasons_of(revision.row)))
    return found


def topics_with_lessons() -> Mapping[str, object]:
    """The topics on which there is a lesson."""
    present = {topic for shelf in shelves().values() for book in shelf for topic in book.lesson.topics}
    return {topic: name for topic, name in TOPIC_NAMES.items() if topic in present}


def fits(lesson: Lesson, grade: int) -> bool:
    """Whether a grade may take a lesson: younger pupils never meet the subjects of the older ones."""
    youngest, _, _oldest = lesson.band.partition("-")
    return grade >= int(youngest)


def books_for(school_class: SchoolClass) -> list[Book]:
    """What a class may be given: the lessons for its own age first, then those for younger pupils."""
    books = [book for shelf in shelves().values() for book in shelf if book.withdrawn is None]
    fitting = [book for book in books if fits(book.lesson, school_class.grade)]
    return sorted(fitting, key=lambda book: book.lesson.band, reverse=True)


def lesson_language(school_class: SchoolClass | None = None) -> str:
    """Lessons speak Macedonian and Albanian; a reader of English gets the language of the class."""
    language = current_language()
    if language in PUPIL_LANGUAGES:
        return language
    return school_class.language if school_class else PUPIL_LANGUAGES[0]
