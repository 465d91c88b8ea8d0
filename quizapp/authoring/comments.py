"""What reviewers say about a lesson, a step or one of its texts."""

from collections.abc import Sequence

from sqlalchemy import select

from quizapp import clock, trail
from quizapp.accounts.models import Person
from quizapp.accounts.scope import NotYours, is_row_number
from quizapp.authoring import drafts
from quizapp.authoring.models import Comment, Draft
from quizapp.db import db
from quizapp.lessons.shape import LANGUAGES
from quizapp.lessons.texts import head_keys, step_keys


class NoSuchPlace(Exception):
    """The draft has no such step, or the step no such text."""


def say(draft: Draft, person: Person, step_id: str, key: str, language: str, text: str) -> Comment:
    """Comment on a text in one language; "" is the whole step, the head of the lesson, both languages.

    Raises NoSuchPlace.
    """
    if key not in ("", *_keys_at(draft, step_id)) or language not in ("", *LANGUAGES):
        raise NoSuchPlace
    comment = Comment(lesson_id=draft.lesson_id, step_id=step_id, key=key, language=language, text=text)
    comment.person_id, comment.at = person.id, clock.now()
    db.session.add(comment)
    trail.record(person.id, "commented", f"lesson:{draft.lesson_id}", step=step_id)
    db.session.flush()
    return comment


def settle(draft: Draft, comment_id: int) -> Comment:
    """A comment has been dealt with. Raises NotYours for one of another lesson."""
    found = db.session.get(Comment, comment_id) if is_row_number(comment_id) else None
    if found is None or found.lesson_id != draft.lesson_id:
        raise NotYours
    found.settled_at = found.settled_at or clock.now()
    return found


def comments_on(draft: Draft) -> Sequence[tuple[Comment, str]]:
    """Every comment with the name of who made it (empty where they are gone), the oldest first."""
    mine = (
        select(Comment, Person.name)
        .outerjoin(Person, Person.id == Comment.person_id)
        .where(Comment.lesson_id == draft.lesson_id)
        .order_by(Comment.id)
    )
    return [(comment, name or "") for comment, name in db.session.execute(mine)]


def _keys_at(draft: Draft, step_id: str) -> Sequence[str]:
    structure = drafts.structure_of(draft)
    if not step_id:
        return head_keys(structure)
    for step in structure.steps:
        if step.id == step_id:
            return step_keys(step)
    raise NoSuchPlace
