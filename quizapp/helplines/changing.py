"""Changing or confirming a number. What one person has found out holds once a second person agrees."""

import json
import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, select

from quizapp import clock, trail
from quizapp.db import db
from quizapp.helplines.models import Helpline, HelplineChange

FACTS = ("name", "audience", "hours", "languages", "free_from", "cost", "call_trace")
HOLDS = timedelta(days=183)
HOLDS_FOR_EMERGENCIES = timedelta(days=365)
MADE_SURE_WITHIN = timedelta(days=31)
DIALLED = re.compile(r"\+?[0-9]{3,15}")


class NotANumber(Exception):
    """Nothing that a telephone could dial."""


class BadDay(Exception):
    """Nobody can have made sure on a day that is still to come, and what is long past counts no more."""


class NoSuchChange(Exception):
    """It was confirmed or dropped before, or never was."""


class OwnProposal(Exception):
    """Nobody confirms what they have proposed."""


class Outdated(Exception):
    """Somebody has made sure of this number since, or the confirmation would have ended already."""


@dataclass(frozen=True)
class Found:
    """What one person found out. words: language -> fact -> text, empty where it isn't known."""

    number: str
    dial: str
    words: Mapping[str, Mapping[str, str]]
    source: str
    visible_to_pupils: bool
    checked_on: date


def dial_of(number: str) -> str:
    """What a telephone dials for a number as it is written. Raises NotANumber."""
    dial = "".join(number.split())
    if not DIALLED.fullmatch(dial):
        raise NotANumber(number)
    return dial


def propose(person_id: int, found: Found, row: Helpline | None = None) -> HelplineChange:
    """Let a second person know; without a row it is a number that is still to come.

    Raises NotANumber, BadDay.
    """
    if not timedelta() <= clock.today() - found.checked_on <= MADE_SURE_WITHIN:
        raise BadDay
    change = HelplineChange(
        helpline_id=row.id if row else f"n{secrets.token_hex(4)}",
        number=found.number,
        dial=dial_of(found.dial or found.number),
        words=json.dumps(found.words, ensure_ascii=False),
        source=found.source,
        visible_to_pupils=found.visible_to_pupils,
        checked_on=found.checked_on,
        proposed_by=person_id,
        proposed_at=clock.now(),
    )
    db.session.add(change)
    trail.record(person_id, "helpline_proposed", _subject(change), number=change.number, source=change.source)
    return change


def waiting() -> Sequence[HelplineChange]:
    """What still needs a second person, the oldest first."""
    return db.session.scalars(select(HelplineChange).order_by(HelplineChange.id)).all()


def change_numbered(change_id: int, lock: bool = False) -> HelplineChange:
    """Raises NoSuchChange."""
    query = select(HelplineChange).where(HelplineChange.id == change_id)
    found = db.session.scalars(query.with_for_update() if lock else query).one_or_none()
    if found is None:
        raise NoSuchChange
    return found


def confirm(change_id: int, person_id: int) -> Helpline:
    """Let a change hold. Raises NoSuchChange, OwnProposal, Outdated."""
    change = change_numbered(change_id, lock=True)
    if change.proposed_by == person_id:
        raise OwnProposal
    row = db.session.get(Helpline, change.helpline_id, with_for_update=True) or _new_row(change)
    expires_on = change.checked_on + (HOLDS_FOR_EMERGENCIES if row.always_visible else HOLDS)
    if expires_on < clock.today() or (row.last_confirmed_on and row.last_confirmed_on > change.checked_on):
        raise Outdated
    row.number, row.dial, row.words, row.source = change.number, change.dial, change.words, change.source
    row.visible_to_pupils = change.visible_to_pupils or row.always_visible
    row.last_confirmed_on, row.expires_on = change.checked_on, expires_on
    row.confirmed_by, row.proposed_by, row.seconded_by = None, change.proposed_by, person_id
    db.session.add(row)
    db.session.delete(change)
    trail.record(
        person_id,
        "helpline_confirmed",
        _subject(change),
        number=change.number,
        proposed_by=change.proposed_by,
        checked_on=change.checked_on.isoformat(),
        shown="yes" if row.visible_to_pupils else "no",
    )
    return row


def drop(change_id: int, person_id: int) -> None:
    """Forget a change; everything stays as it was. Raises NoSuchChange."""
    change = change_numbered(change_id, lock=True)
    db.session.delete(change)
    trail.record(person_id, "helpline_dropped", _subject(change), number=change.number)


def _new_row(change: HelplineChange) -> Helpline:
    last = db.session.scalar(select(func.max(Helpline.position)))
    return Helpline(id=change.helpline_id, position=(last or 0) + 1, always_visible=False)


def _subject(change: HelplineChange) -> str:
    return f"helpline:{change.helpline_id}"
