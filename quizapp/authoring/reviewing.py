"""Two pairs of eyes: what was handed over is read by somebody else, and approved in each language."""

from collections.abc import Mapping, Sequence
from typing import Literal

from sqlalchemy import and_, delete, select

from quizapp import clock, trail
from quizapp.accounts.models import Person, PersonLanguage, PersonRole
from quizapp.authoring.comments import say
from quizapp.authoring.drafts import STRUCTURE
from quizapp.authoring.models import Approval, Draft, DraftAuthor, Submission
from quizapp.db import db
from quizapp.lessons.shape import LANGUAGES

Bar = Literal["not_a_trainer", "other_language", "own_text"]


class ChangedMeanwhile(Exception):
    """The draft isn't the one that was read: it was changed, taken back, or handed over anew."""


class MayNotApprove(Exception):
    """Not this person, or not this language."""

    def __init__(self, bar: Bar) -> None:
        super().__init__(bar)
        self.bar = bar


def newest_submission(draft: Draft) -> Submission | None:
    """The one that counts."""
    mine = select(Submission).where(Submission.lesson_id == draft.lesson_id)
    return db.session.scalar(mine.order_by(Submission.id.desc()).limit(1))


def under_review(draft: Draft, submission_id: int) -> Submission:
    """The submission that somebody has read, if it still is what counts. Raises ChangedMeanwhile."""
    submission = newest_submission(draft)
    if draft.state != "in_review" or submission is None or submission.id != submission_id:
        raise ChangedMeanwhile
    return submission


def approve(draft: Draft, person: Person, language: str, submission_id: int) -> None:
    """Find one language of what was read fit for children; approved twice is once.

    Raises ChangedMeanwhile, MayNotApprove.
    """
    submission = under_review(draft, submission_id)
    bar = bars(draft, person)[language]
    if bar:
        raise MayNotApprove(bar)
    if db.session.get(Approval, (draft.lesson_id, language, person.id)):
        return
    approval = Approval(lesson_id=draft.lesson_id, language=language, person_id=person.id, at=clock.now())
    approval.submission_id = submission.id
    db.session.add(approval)
    trail.record(
        person.id, "approved", f"lesson:{draft.lesson_id}", language=language, version=submission.version_id
    )


def ask_for_changes(draft: Draft, person: Person, submission_id: int, text: str) -> None:
    """Give a draft back to its authors, and say what is missing. Raises ChangedMeanwhile, NoSuchPlace."""
    submission = under_review(draft, submission_id)
    say(draft, person, "", "", "", text)
    draft.state = "draft"
    drop_approvals(draft)
    trail.record(person.id, "changes_asked", f"lesson:{draft.lesson_id}", version=submission.version_id)


def bars(draft: Draft, person: Person) -> Mapping[str, Bar | None]:
    """For each language what keeps a person from approving it; None where they may."""
    wrote = set(
        db.session.scalars(
            select(DraftAuthor.language).where(
                DraftAuthor.lesson_id == draft.lesson_id, DraftAuthor.person_id == person.id
            )
        )
    )
    reads = set(
        db.session.scalars(select(PersonLanguage.language).where(PersonLanguage.person_id == person.id))
    )
    trainer = db.session.get(PersonRole, (person.id, "trainer")) is not None and person.locked_at is None

    def bar(language: str) -> Bar | None:
        if not trainer:
            return "not_a_trainer"
        if language not in reads:
            return "other_language"
        return "own_text" if language in wrote else None

    return {language: bar(language) for language in LANGUAGES}


def approvers(draft: Draft) -> Mapping[str, Sequence[Person]]:
    """By language who has approved the newest submission and might still do so now: only that counts."""
    submission = newest_submission(draft)
    found: dict[str, list[Person]] = {language: [] for language in LANGUAGES}
    if submission is None or draft.state != "in_review":
        return found
    counting = (
        select(Approval.language, Person)
        .join(Person, Person.id == Approval.person_id)
        .join(PersonRole, and_(PersonRole.person_id == Person.id, PersonRole.role == "trainer"))
        .join(
            PersonLanguage,
            and_(PersonLanguage.person_id == Person.id, PersonLanguage.language == Approval.language),
        )
        .outerjoin(
            DraftAuthor,
            and_(
                DraftAuthor.lesson_id == Approval.lesson_id,
                DraftAuthor.language == Approval.language,
                DraftAuthor.person_id == Person.id,
            ),
        )
        .where(Approval.lesson_id == draft.lesson_id, Approval.submission_id == submission.id)
        .where(Person.locked_at.is_(None), DraftAuthor.person_id.is_(None))
        .order_by(Approval.at, Person.id)
    )
    for language, person in db.session.execute(counting):
        found[language].append(person)
    return found


def missing(draft: Draft, approved: Mapping[str, Sequence[Person]]) -> Sequence[str]:
    """What a draft still lacks to be published: languages, and "structure".

    "structure": nobody has approved but one who changed the structure; right answers want two people, too.
    """
    languages = [language for language in LANGUAGES if not approved[language]]
    everybody = {person.id for people in approved.values() for person in people}
    alone = len(everybody) == 1 and everybody <= _arrangers(draft)
    return [*languages, "structure"] if alone else languages


def _arrangers(draft: Draft) -> set[int]:
    """Who has changed the structure since the lesson was last published."""
    mine = (DraftAuthor.lesson_id == draft.lesson_id, DraftAuthor.language == STRUCTURE)
    return set(db.session.scalars(select(DraftAuthor.person_id).where(*mine)))


def drop_approvals(draft: Draft) -> None:
    """None of them counts any more."""
    db.session.execute(delete(Approval).where(Approval.lesson_id == draft.lesson_id))
