"""The school behind the browser: what the journeys begin from, and what they leave in the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import func, select

from quizapp.accounts.models import Pupil
from quizapp.db import db
from quizapp.learning import assignments
from quizapp.learning.models import Answer, Attempt
from quizapp.lessons import catalogue
from tests.cast import a_class, a_teacher


@contextmanager
def reading() -> Iterator[None]:
    """A look into the database that leaves no lock: the server has to write. Rows come out detached."""
    db.session.rollback()
    yield
    db.session.expunge_all()
    db.session.rollback()


@dataclass(frozen=True)
class Site:
    """address: of the server. codes: by lesson, the code of a class whose one open lesson it is."""

    address: str
    codes: dict[str, str]
    class_ids: dict[str, int]

    def newest_attempt(self, lesson_id: str) -> Attempt:
        """The attempt begun last at a lesson, as it is now."""
        query = (
            select(Attempt)
            .join(Attempt.pupil)
            .where(Pupil.class_id == self.class_ids[lesson_id])
            .order_by(Attempt.id.desc())
        )
        with reading():
            return db.session.scalars(query.limit(1)).one()

    def answers(self, attempt: Attempt) -> dict[str, str]:
        """What is kept of an attempt: choices as JSON, by question."""
        with reading():
            rows = db.session.scalars(select(Answer).where(Answer.attempt_id == attempt.id))
            return {row.question_id: row.choice for row in rows}

    def attempts(self) -> int:
        """How many attempts there are at all."""
        with reading():
            return db.session.scalar(select(func.count()).select_from(Attempt)) or 0

    def counted_questions(self, lesson_id: str) -> set[str]:
        """The questions that leave an answer."""
        with reading():
            (revision,) = [one for one in catalogue.published() if one.lesson_id == lesson_id]
            lesson = catalogue.lesson_of(revision)
        return {step for step, question in lesson.questions().items() if question.mode != "private"}


def open_school(address: str) -> Site:
    """A teacher with a class for every bundled lesson."""
    teacher = a_teacher("journeys@example.org")
    classes = {}
    for revision in catalogue.published():
        classes[revision.lesson_id] = a_class(teacher, revision.lesson_id)
        assignments.assign(classes[revision.lesson_id], revision)
    db.session.flush()
    site = Site(
        address,
        {lesson: school_class.join_code for lesson, school_class in classes.items()},
        {lesson: school_class.id for lesson, school_class in classes.items()},
    )
    db.session.commit()
    return site
