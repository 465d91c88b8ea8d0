"""The drafts that wait to be read, and for whom."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Select, func, select

from quizapp.accounts.models import Person
from quizapp.accounts.roles import languages_of
from quizapp.authoring.models import Approval, Draft, DraftAuthor, DraftText, Submission
from quizapp.db import db
from quizapp.lessons.shape import LANGUAGES


@dataclass(frozen=True)
class Waiting:
    """mine: languages that this reader may approve and hasn't; open: those that nobody has approved yet."""

    draft: Draft
    titles: Mapping[str, str]
    submission: Submission
    submitted_by: str
    mine: Sequence[str]
    open: Sequence[str]

    def title(self, language: str) -> tuple[str, str]:
        """The title as a reader of a language gets it, and the language it is in."""
        spoken = language if language in LANGUAGES else LANGUAGES[0]
        return self.titles[spoken], spoken


def in_review(reader: Person) -> Sequence[Waiting]:
    """Every draft that was handed over, the longest waiting first; in a constant number of statements."""
    drafts = {
        one.lesson_id: one for one in db.session.scalars(select(Draft).where(Draft.state == "in_review"))
    }
    titles = {(row.lesson_id, row.language): row.text for row in db.session.scalars(_titles(drafts))}
    approved = _by_place(db.session.scalars(select(Approval).where(Approval.lesson_id.in_(drafts))))
    wrote = _by_place(db.session.scalars(select(DraftAuthor).where(DraftAuthor.lesson_id.in_(drafts))))
    reads = languages_of(reader)

    def waiting(submission: Submission, name: str | None) -> Waiting:
        one = submission.lesson_id

        def may_read(language: str) -> bool:
            done = (*approved.get((one, language), ()), *wrote.get((one, language), ()))
            return language in reads and reader.id not in done

        return Waiting(
            drafts[one],
            {language: titles.get((one, language), "") for language in LANGUAGES},
            submission,
            name or "",
            [language for language in LANGUAGES if may_read(language)],
            [language for language in LANGUAGES if not approved.get((one, language))],
        )

    return [waiting(*row) for row in db.session.execute(_newest(drafts))]


def _titles(lesson_ids: Iterable[str]) -> Select[DraftText]:
    return select(DraftText).where(DraftText.lesson_id.in_(lesson_ids), DraftText.key == "title")


def _by_place(rows: Iterable[Approval] | Iterable[DraftAuthor]) -> dict[tuple[str, str], list[int]]:
    """The people of some rows by lesson and language."""
    found: dict[tuple[str, str], list[int]] = {}
    for row in rows:
        found.setdefault((row.lesson_id, row.language), []).append(row.person_id)
    return found


def _newest(lesson_ids: Iterable[str]) -> Select[Submission, str]:
    """The submissions that count, with who handed them over."""
    of_them = select(func.max(Submission.id)).where(Submission.lesson_id.in_(lesson_ids))
    return (
        select(Submission, Person.name)
        .outerjoin(Person, Person.id == Submission.person_id)
        .where(Submission.id.in_(of_them.group_by(Submission.lesson_id)))
        .order_by(Submission.id)
    )
