"""Taking in what was looked at: all of it or nothing. A view locks the draft before and commits after."""

from collections.abc import Sequence
from hashlib import sha256

from sqlalchemy import select

from quizapp.accounts.models import Person
from quizapp.authoring import arranging, drafts, history, writing
from quizapp.authoring.checking import plain_tables
from quizapp.authoring.exchange.new_questions import NewQuestion
from quizapp.authoring.exchange.package_zip import Parcel
from quizapp.authoring.exchange.translation_sheet import Change
from quizapp.authoring.models import Draft
from quizapp.db import db
from quizapp.lessons.checking import read_parts
from quizapp.lessons.document import Structure
from quizapp.lessons.media import keep_picture
from quizapp.lessons.models import Revision
from quizapp.lessons.steps import QuestionStep
from quizapp.lessons.texts import nested

ENDING = ("talk", "take_home")  # new questions come before these


def take_texts(draft: Draft, person: Person, changes: Sequence[Change]) -> None:
    """Write each change over the version that was shown. Raises writing.Conflict where it is another one."""
    for change in changes:
        writing.write(draft, person, change.language, change.key, change.new, change.version)
    history.keep(draft, person, "imported")


def take_questions(draft: Draft, person: Person, questions: Sequence[NewQuestion]) -> list[str]:
    """A step for each question, before the end of the lesson; their ids."""
    structure = drafts.structure_of(draft)
    ids = _free_ids(draft, structure, len(questions))
    steps = [
        QuestionStep(id=one, kind="question", question=new.question)
        for one, new in zip(ids, questions, strict=True)
    ]
    at = len(structure.steps)
    while at > 0 and structure.steps[at - 1].kind in ENDING:
        at -= 1
    whole = (*structure.steps[:at], *steps, *structure.steps[at:])
    drafts.set_structure(draft, person, structure.model_copy(update={"steps": whole}))
    for one, new in zip(ids, questions, strict=True):
        for language, texts in sorted(new.texts.items()):
            for key, text in texts.items():
                writing.write(draft, person, language, f"steps.{one}.{key}", text, base=0)
    history.keep(draft, person, "imported")
    return ids


def take_package(draft: Draft | None, person: Person, parcel: Parcel) -> Draft:
    """Make a draft say what a package says, or begin one that does."""
    for new in parcel.pictures:
        keep_picture(person.id, new.picture, new.title, new.made_by, new.licence)
    if draft is None:
        return drafts.take_in(person, parcel.structure, parcel.texts, adapted_from=_published_as(parcel))
    version = drafts.structure_of(draft).version
    structure = parcel.structure.model_copy(update={"id": draft.lesson_id, "version": version})
    drafts.overwrite(draft, person, structure, parcel.texts)
    return draft


def _published_as(parcel: Parcel) -> str | None:
    """The revision that says the very same: the package was made of it."""
    raw = plain_tables(parcel.structure.model_dump(mode="json", exclude_none=True))
    words = {language: nested(texts) for language, texts in parcel.texts.items()}
    lesson, _problems = read_parts(parcel.structure.id, raw, words, lambda _picture: True)
    if lesson is None:
        return None
    document_hash = sha256(lesson.to_json().encode()).hexdigest()
    same = db.session.scalar(select(Revision).where(Revision.document_hash == document_hash).limit(1))
    return f"{same.lesson_id}/{same.number}" if same else None


def _free_ids(draft: Draft, structure: Structure, count: int) -> list[str]:
    """Ids that no step has or had: texts of one taken out may still be there."""
    taken = {step.id for step in [*structure.steps, *arranging.removed_steps(draft)]}
    taken |= {key.split(".")[1] for rows in drafts.texts_of(draft).values() for key in rows if "." in key}
    free = (one for n in range(1, len(taken) + count + 1) if (one := f"s{n}") not in taken)
    return [next(free) for _ in range(count)]
