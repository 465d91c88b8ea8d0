"""Private questions leave a number for a whole school and nothing of any pupil.

The caller gives this a transaction of its own: one shared with an answer would tie the choice to a pupil.
"""

from sqlalchemy import select

from quizapp import clock
from quizapp.accounts.models import Person, Pupil, SchoolClass
from quizapp.db import db
from quizapp.learning.documents import Published
from quizapp.learning.insert import insert
from quizapp.learning.marking import UnknownQuestion, asked
from quizapp.learning.models import PrivateCount
from quizapp.lessons.kinds import KINDS
from quizapp.lessons.questions.question import Choice


def chosen(published: Published, question_id: str, raw: object) -> Choice:
    """A choice in a private question, in normal form. Raises UnknownQuestion, BadChoice."""
    question = asked(published, question_id)
    if question.mode != "private":
        raise UnknownQuestion(question_id)
    return KINDS[question.kind].normalise(question, raw)


def ids_of(choice: Choice) -> tuple[str, ...]:
    """What a choice counts for: of several ids each on its own, since a mix of them may tell who it was."""
    return (choice,) if isinstance(choice, str) else tuple(choice)


def school_of(pupil_id: int) -> int:
    """The school a pupil's choice is counted for."""
    return db.session.scalars(
        select(Person.school_id)
        .join(SchoolClass, SchoolClass.teacher_id == Person.id)
        .join(Pupil, Pupil.class_id == SchoolClass.id)
        .where(Pupil.id == pupil_id)
    ).one()


def count(school_id: int, published: Published, question_id: str, choice: str) -> None:
    """Add one to the counter of a choice."""
    row = insert(PrivateCount).values(
        term=clock.term(),
        school_id=school_id,
        revision_id=published.revision_id,
        question_id=question_id,
        choice=choice,
        count=1,
    )
    db.session.execute(
        row.on_conflict_do_update(
            index_elements=list(PrivateCount.__table__.primary_key.columns),  # type: ignore[attr-defined]
            set_={"count": PrivateCount.count + 1},
        )
    )
