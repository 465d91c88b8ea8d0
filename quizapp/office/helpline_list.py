"""All numbers, and who stands for them."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from quizapp.accounts.models import Person
from quizapp.db import db
from quizapp.helplines import changing
from quizapp.helplines.models import Helpline, HelplineChange
from quizapp.helplines.standing import to_be_confirmed
from quizapp.languages import current_language


@dataclass(frozen=True)
class Notice:
    """What waits: proposals to confirm, and numbers whose confirmation ends soon or has ended."""

    proposals: int
    numbers: int


def all_numbers() -> Sequence[Helpline]:
    """In the order in which pupils see them."""
    return db.session.scalars(select(Helpline).order_by(Helpline.position)).all()


def words_of(number: Helpline | HelplineChange) -> Mapping[str, str]:
    """What is known of a number, in the reader's language."""
    words: dict[str, dict[str, str]] = json.loads(number.words)
    mine = words.get(current_language(), {})
    return mine if mine.get("name") else words["mk"]


def names_of(rows: Iterable[Helpline], changes: Iterable[HelplineChange]) -> dict[int | None, str]:
    """The names of the people behind numbers and proposals; who was erased is missing."""
    wanted = {one for row in rows for one in (row.proposed_by, row.seconded_by)}
    wanted |= {change.proposed_by for change in changes}
    people = select(Person.id, Person.name).where(Person.id.in_(wanted - {None}))
    return {one.id: one.name for one in db.session.execute(people)}


def helpline_notice() -> Notice:
    """For the page on which an administrator's work begins."""
    return Notice(len(changing.waiting()), len(to_be_confirmed()))
