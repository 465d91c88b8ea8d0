"""All lessons side by side: drafts and published ones, how far each is, and who uses it.

A fixed number of statements, however many lessons there are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import contains_eager, undefer

from quizapp.accounts.models import Person, SchoolClass
from quizapp.authoring.history import LATEST_FIRST
from quizapp.authoring.models import Draft, DraftStanding, DraftVersion
from quizapp.authoring.standing import Standing, read_standing
from quizapp.db import db
from quizapp.learning.models import Assignment
from quizapp.lessons import catalogue
from quizapp.lessons.document import BANDS
from quizapp.lessons.models import LessonRow, Revision

STATES = ("draft", "in_review", "published", "newer_draft", "withdrawn")


@dataclass(frozen=True)
class Entry:
    """A lesson on the shelf. draft and standing: only of own lessons; revision: the newest published one."""

    lesson_id: str
    band: str
    topics: Sequence[str]
    titles: Mapping[str, str]
    draft: Draft | None
    standing: Standing | None
    revision: Revision | None
    worked: tuple[str | None, datetime] | None  # who changed it last, and when
    classes: int

    @property
    def state(self) -> str:
        """The one thing most worth knowing of its way to the children."""
        if self.revision and self.revision.row.withdrawn_at:
            return "withdrawn"
        if self.draft is None or self.draft.state == "published":
            return "published"
        if self.draft.state == "in_review":
            return "in_review"
        return "newer_draft" if self.revision else "draft"

    @property
    def origin(self) -> str | None:
        """What it was made from: "a4/2"."""
        if self.draft:
            return self.draft.adapted_from
        return self.revision.row.adapted_from if self.revision else None


def shelf() -> list[Entry]:
    """Every lesson: by band, in each the ones worked on last first, then those that came with the app."""
    drafts, revisions = _drafts(), _revisions()
    workers, classes = _workers(), _classes()
    ids = [*drafts, *(one for one in revisions if one not in drafts)]
    entries = [
        _entry(one, drafts.get(one), revisions.get(one), workers.get(one), classes.get(one, 0)) for one in ids
    ]
    entries.sort(key=lambda entry: entry.lesson_id)
    entries.sort(key=lambda entry: entry.worked[1].timestamp() if entry.worked else 0, reverse=True)
    return sorted(entries, key=lambda entry: BANDS.index(entry.band))


def _entry(
    lesson_id: str,
    kept: tuple[Draft, Standing] | None,
    revision: Revision | None,
    worked: tuple[str | None, datetime] | None,
    classes: int,
) -> Entry:
    if kept:
        draft, standing = kept
        titles = {language: one.title for language, one in standing.languages.items()}
        return Entry(
            lesson_id, draft.band, standing.topics, titles, draft, standing, revision, worked, classes
        )
    assert revision
    lesson = catalogue.lesson_of(revision)
    titles = {language: words.title for language, words in lesson.words.items()}
    return Entry(lesson_id, lesson.band, lesson.topics, titles, None, None, revision, None, classes)


def _drafts() -> dict[str, tuple[Draft, Standing]]:
    rows = db.session.execute(select(Draft, DraftStanding).join(DraftStanding))
    return {draft.lesson_id: (draft, read_standing(standing)) for draft, standing in rows}


def _revisions() -> dict[str, Revision]:
    """The newest of each lesson, with its document where no draft tells its title."""
    latest = select(func.max(Revision.id)).group_by(Revision.lesson_id)
    query = select(Revision).join(Revision.row).where(Revision.id.in_(latest))
    query = query.options(contains_eager(Revision.row))
    own = select(Draft.lesson_id)
    told = db.session.scalars(query.where(Revision.lesson_id.in_(own))).all()
    others = query.where(LessonRow.id.not_in(own)).options(undefer(Revision.document))
    return {one.lesson_id: one for one in [*told, *db.session.scalars(others)]}


def _workers() -> dict[str, tuple[str | None, datetime]]:
    """Who changed each draft last; nobody's name where that account is gone."""
    place = func.row_number().over(partition_by=DraftVersion.lesson_id, order_by=LATEST_FIRST)
    ranked = select(
        DraftVersion.lesson_id, DraftVersion.person_id, DraftVersion.changed_at, place.label("place")
    ).subquery()
    rows = db.session.execute(
        select(ranked.c.lesson_id, Person.name, ranked.c.changed_at)
        .outerjoin(Person, Person.id == ranked.c.person_id)
        .where(ranked.c.place == 1)
    )
    return {lesson_id: (name, changed_at) for lesson_id, name, changed_at in rows}


def _classes() -> dict[str, int]:
    """How many classes at work were given each lesson."""
    counted = select(Assignment.lesson_id, func.count().label("classes")).join(SchoolClass)
    at_work = counted.where(SchoolClass.archived_on.is_(None)).group_by(Assignment.lesson_id)
    return {row.lesson_id: row.classes for row in db.session.execute(at_work)}
