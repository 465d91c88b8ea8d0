"""Publishing: what was read and approved in both languages becomes a revision that never changes."""

from collections.abc import Sequence

from sqlalchemy import delete

from quizapp import trail
from quizapp.accounts.models import Person
from quizapp.authoring import reviewing
from quizapp.authoring.checking import known_pictures, lesson_from
from quizapp.authoring.handing_over import HasErrors
from quizapp.authoring.history import texts_in, version_of
from quizapp.authoring.models import Approval, Draft, DraftAuthor
from quizapp.db import db
from quizapp.lessons import catalogue
from quizapp.lessons.document import Lesson, Structure
from quizapp.lessons.models import Revision


class NotApproved(Exception):
    """Somebody still has to read it; missing: as reviewing.missing tells."""

    def __init__(self, missing: Sequence[str]) -> None:
        super().__init__(" ".join(missing))
        self.missing = missing


def publish(draft: Draft, person: Person, submission_id: int) -> Revision:
    """The revision; published twice is once. The draft's row is locked by the caller.

    It is made of the version that was handed over: nothing can slip in between reading and publishing.
    Raises ChangedMeanwhile, NotApproved, HasErrors.
    """
    if published := _already(draft, submission_id):
        return published
    submission = reviewing.under_review(draft, submission_id)
    if lacking := reviewing.missing(draft, reviewing.approvers(draft)):
        raise NotApproved(lacking)
    lesson = _as_submitted(draft, submission.version_id)
    revision = catalogue.publish(lesson, "own", submission.note, draft.adapted_from)
    draft.state = "published"
    for table in (Approval, DraftAuthor):
        db.session.execute(delete(table).where(table.lesson_id == draft.lesson_id))
    trail.record(person.id, "published", f"lesson:{draft.lesson_id}", number=revision.number)
    return revision


def _already(draft: Draft, submission_id: int) -> Revision | None:
    """The revision that the first of two clicks has made."""
    submission = reviewing.newest_submission(draft)
    same = submission is not None and submission.id == submission_id
    return catalogue.newest(draft.lesson_id) if draft.state == "published" and same else None


def _as_submitted(draft: Draft, version_id: int) -> Lesson:
    version = version_of(draft, version_id)
    structure = Structure.model_validate_json(version.structure)
    last = catalogue.newest(draft.lesson_id)
    numbered = structure.model_copy(update={"version": last.number + 1 if last else 1})
    lesson, problems = lesson_from(numbered, texts_in(version), known_pictures(numbered))
    if lesson is None:  # it was fit when it was handed over: the rules have grown, or a picture is gone
        raise HasErrors(problems)
    return lesson
