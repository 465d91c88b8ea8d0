"""Looking for words in a thousand lessons, beside a plain SELECT of the same rows."""

import statistics
from collections.abc import Callable
from itertools import product
from time import perf_counter

from sqlalchemy import select

from quizapp.db import db
from quizapp.lessons import searching
from quizapp.lessons.document import Lesson
from quizapp.lessons.models import Searchable
from quizapp.lessons.texts import flat

LESSONS = 1000
ROUNDS = 15
# Found everywhere, found once, found nowhere, two words.
QUESTIONS = ("femije", "lesson777", "xylofonia", "tajna deca")


def a_thousand_lessons(lesson: Lesson) -> None:
    """As many as make a shelf full, each with the words of a real one and one of its own."""
    texts = {language: flat(words.model_dump()) for language, words in lesson.words.items()}
    for number in range(LESSONS):
        own = {language: said | {"title": f"lesson{number}"} for language, said in texts.items()}
        searching.note("published", f"x{number}", own)
        db.session.flush()
        db.session.expunge_all()
    db.session.commit()


def search_and_plain() -> tuple[float, float]:
    """Milliseconds of a search, and of reading all its rows and looking at none."""
    plain = select(Searchable.source, Searchable.lesson_id, Searchable.language, Searchable.words)
    searches, reads = [], []
    for _round, question in product(range(ROUNDS), QUESTIONS):
        words = searching.words_of(question)
        searches.append(milliseconds(lambda words=words: searching.find(words)))
        reads.append(milliseconds(lambda: db.session.execute(plain).all()))
    db.session.rollback()
    return statistics.median(searches), statistics.median(reads)


def milliseconds(work: Callable[[], object]) -> float:
    """How long something takes."""
    began = perf_counter()
    work()
    return (perf_counter() - began) * 1000
