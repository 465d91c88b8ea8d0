"""What the tests of reviewing do again and again."""

from collections.abc import Mapping, Sequence

from sqlalchemy import func, select

from quizapp.accounts.models import Person
from quizapp.authoring import drafts, handing_over, history, publishing, reviewing, writing
from quizapp.authoring.checking import advice_on
from quizapp.authoring.models import Draft, Submission
from quizapp.db import db
from quizapp.lessons.models import Revision
from quizapp.trail import TrailEntry
from tests.authoring.conftest import Desk


def change(draft: Draft, person: Person, language: str, key: str, text: str) -> None:
    """One text in one language."""
    present = drafts.texts_of(draft)[language].get(key)
    writing.write(draft, person, language, key, text, present.version if present else 0)
    history.keep(draft, person)


def rewrite(draft: Draft, person: Person, key: str, mk: str, sq: str) -> None:
    """One text in both languages, in step afterwards."""
    change(draft, person, "mk", key, mk)
    change(draft, person, "sq", key, sq)


def reasons(draft: Draft) -> dict[str, str]:
    """A reason for every warning."""
    return {one.identity: "така треба" for one in advice_on(draft)}


def hand_over(draft: Draft, person: Person, note: str = "ново") -> Submission:
    return handing_over.submit(draft, person, note, reasons(draft))


def approved_by(draft: Draft) -> Mapping[str, Sequence[int]]:
    return {
        language: [person.id for person in people] for language, people in reviewing.approvers(draft).items()
    }


def deeds() -> list[str]:
    """The trail, the oldest first."""
    return list(db.session.scalars(select(TrailEntry.deed).order_by(TrailEntry.id)))


def latest(draft: Draft) -> int:
    """The number of the newest submission."""
    found = db.session.scalar(select(func.max(Submission.id)).where(Submission.lesson_id == draft.lesson_id))
    assert found
    return found


def all_approved(desk: Desk) -> Submission:
    """Handed over by Vesna, approved by Arben in both languages."""
    submission = hand_over(desk.whole, desk.vesna)
    for language in ("mk", "sq"):
        reviewing.approve(desk.whole, desk.arben, language, submission.id)
    db.session.commit()
    return submission


def published(desk: Desk) -> Revision:
    """And published."""
    revision = publishing.publish(desk.whole, desk.vesna, all_approved(desk).id)
    db.session.commit()
    return revision
