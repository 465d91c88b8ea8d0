"""Handing a draft over for review: only whole, in step, and with a reason for every warning."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select

from quizapp import clock
from quizapp.accounts.models import Person
from quizapp.authoring import drafts, history, reviewing
from quizapp.authoring.changes import Changes, since_published
from quizapp.authoring.checking import advice_on, candidate
from quizapp.authoring.models import Draft, Reason, Submission
from quizapp.authoring.writing import needs_check
from quizapp.db import db
from quizapp.lessons.problems import Problem
from quizapp.lessons.shape import LANGUAGES
from quizapp.lessons.texts import text_keys


class HasErrors(Exception):
    """Something in the draft keeps it from being a lesson."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


class Unreasoned(Exception):
    """Somebody has to say why these warnings may stand."""

    def __init__(self, warnings: Sequence[Problem]) -> None:
        super().__init__(f"{len(warnings)} warnings")
        self.warnings = warnings


class NotInStep(Exception):
    """Nobody has held these texts against the other language since it changed."""

    def __init__(self, marked: Sequence[tuple[str, str]]) -> None:
        super().__init__(f"{len(marked)} texts")
        self.marked = marked  # language and key


class NothingNew(Exception):
    """Pupils have the lesson just like this already."""


def submit(draft: Draft, person: Person, note: str, reasons: Mapping[str, str]) -> Submission:
    """Hand a draft over as it is now; handed over twice is once.

    note: what changed. reasons: by a warning's identity, why it may stand; what was said before still holds.
    Raises HasErrors, NotInStep, Unreasoned, NothingNew.
    """
    present = reviewing.newest_submission(draft)
    if draft.state == "in_review" and present:
        return present
    changes = since_published(draft)
    if changes.is_empty:
        raise NothingNew
    lesson, problems = candidate(draft)
    if lesson is None:
        raise HasErrors(problems)
    if marked := to_check(draft):
        raise NotInStep(marked)
    _keep_reasons(draft, person, reasons)
    if unreasoned := without_reason(draft, advice_on(draft)):
        raise Unreasoned(unreasoned)
    reviewing.drop_approvals(draft)
    _remember_authors(draft, changes)
    version = history.keep(draft, person, "submitted")
    db.session.flush()
    draft.state = "in_review"
    submission = Submission(lesson_id=draft.lesson_id, version_id=version.id, person_id=person.id)
    submission.at, submission.note = clock.now(), note
    db.session.add(submission)
    db.session.flush()
    return submission


def _remember_authors(draft: Draft, changes: Changes) -> None:
    """Who wrote what pupils don't have yet, also before the last publishing: in a step taken out then."""
    texts = drafts.texts_of(draft)
    for language, key in changes.old:
        row = texts[language].get(key)
        author = db.session.get(Person, row.changed_by) if row and row.changed_by else None
        if author:
            drafts.remember_author(draft, author, language)


def to_check(draft: Draft) -> Sequence[tuple[str, str]]:
    """Language and key of every text that is marked "check the translation"."""
    keys, texts = text_keys(drafts.structure_of(draft)), drafts.texts_of(draft)
    pairs = list(zip(LANGUAGES, reversed(LANGUAGES), strict=True))
    return [
        (language, key)
        for key in keys
        for language, other in pairs
        if needs_check(texts[language].get(key), texts[other].get(key))
    ]


def reasons_for(draft: Draft) -> Mapping[str, Reason]:
    """Why warnings may stand, by their identity; also of warnings that are gone."""
    mine = select(Reason).where(Reason.lesson_id == draft.lesson_id)
    return {reason.warning: reason for reason in db.session.scalars(mine)}


def without_reason(draft: Draft, warnings: Sequence[Problem]) -> Sequence[Problem]:
    """The warnings for which nobody has given a reason yet."""
    given = reasons_for(draft)
    return [warning for warning in warnings if warning.identity not in given]


def _keep_reasons(draft: Draft, person: Person, reasons: Mapping[str, str]) -> None:
    known = reasons_for(draft)
    for identity, text in reasons.items():
        if not text.strip() or (identity in known and known[identity].reason == text.strip()):
            continue
        reason = Reason(lesson_id=draft.lesson_id, warning=identity, reason=text.strip())
        reason.person_id, reason.at = person.id, clock.now()
        db.session.merge(reason)
    db.session.flush()
