"""The trail as administrators read it: newest first, page by page, with the names of who is still here."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Select, select

from quizapp.accounts.models import Person, School
from quizapp.db import LARGEST_ROW_NUMBER, db
from quizapp.trail import TrailEntry

PAGE = 50


@dataclass(frozen=True)
class Wanted:
    """Which deeds: of a kind, about a subject ("lesson:a4") or a kind of subject ("lesson"); "" for all."""

    deed: str = ""
    subject: str = ""


@dataclass(frozen=True)
class Deeds:
    """Some deeds, and the number to go on from; none at the end."""

    entries: Sequence[TrailEntry]
    older: int | None


def deeds(wanted: Wanted, before: int | None = None) -> Deeds:
    """A page of the trail, those before a number."""
    query = _wanted(wanted).limit(PAGE + 1)
    if before is not None:
        query = query.where(TrailEntry.id < max(0, min(before, LARGEST_ROW_NUMBER)))
    found = db.session.scalars(query).all()
    return Deeds(found[:PAGE], found[PAGE - 1].id if len(found) > PAGE else None)


def all_deeds(wanted: Wanted) -> Sequence[TrailEntry]:
    """All of them, to take along."""
    return db.session.scalars(_wanted(wanted)).all()


def detail_of(entry: TrailEntry) -> Mapping[str, str | int | None]:
    """What else was written down."""
    detail: dict[str, str | int | None] = json.loads(entry.detail)
    return detail


def names_in(entries: Iterable[TrailEntry]) -> Mapping[str, str]:
    """The names behind "person:7" and "school:3"; who was erased is missing."""
    subjects = {entry.subject for entry in entries} | {f"person:{entry.actor_id}" for entry in entries}
    names: dict[str, str] = {}
    for kind, model in (("person", Person), ("school", School)):
        numbers = [int(number) for one in subjects if (number := _number(one, kind))]
        rows = db.session.execute(select(model.id, model.name).where(model.id.in_(numbers)))
        names |= {f"{kind}:{number}": name for number, name in rows}
    return names


def _wanted(wanted: Wanted) -> Select[TrailEntry]:
    query = select(TrailEntry).order_by(TrailEntry.id.desc())
    if wanted.deed:
        query = query.where(TrailEntry.deed == wanted.deed)
    if ":" in wanted.subject:
        query = query.where(TrailEntry.subject == wanted.subject)
    elif wanted.subject:
        query = query.where(TrailEntry.subject.startswith(f"{wanted.subject}:", autoescape=True))
    return query


def _number(subject: str, kind: str) -> str:
    start, _, number = subject.partition(":")
    return number if start == kind and number.isdecimal() else ""
