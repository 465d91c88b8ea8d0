"""Where a number stands: shown to children or not, and when somebody has to make sure of it again."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

from sqlalchemy import select

from quizapp import clock
from quizapp.db import db
from quizapp.helplines.models import Helpline
from quizapp.helplines.numbers import is_confirmed, may_be_shown

WARNED_BEFORE = timedelta(weeks=4)
Standing = Literal["shown", "hidden", "expired"]


def standing(row: Helpline, day: date | None = None) -> Standing:
    """expired: meant for children, and hidden only because nobody has confirmed it for too long."""
    if may_be_shown(row, day):
        return "shown"
    return "expired" if row.visible_to_pupils and is_confirmed(row) else "hidden"


def days_left(row: Helpline, day: date | None = None) -> int | None:
    """How long the confirmation of a number meant for children still holds; less than 0 once it doesn't."""
    if row.expires_on is None or not (row.visible_to_pupils or row.always_visible):
        return None
    return (row.expires_on - (day or clock.today())).days


def to_be_confirmed() -> Sequence[Helpline]:
    """The numbers whose confirmation ends within four weeks or has ended."""
    return [
        row
        for row in db.session.scalars(select(Helpline).order_by(Helpline.position))
        if (left := days_left(row)) is not None and left <= WARNED_BEFORE.days
    ]
