"""The editor's page put together from a draft, for a fixed number of questions to the database."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from flask_babel import format_timedelta
from sqlalchemy import select
from werkzeug.datastructures import MultiDict

from quizapp import clock
from quizapp.accounts.models import Person
from quizapp.authoring import checking, drafts, handing_over, meter, posted
from quizapp.authoring.comments import comments_on
from quizapp.authoring.editor_page import EditorPage
from quizapp.authoring.models import Draft, DraftVersion
from quizapp.authoring.notes import Note, notes_on
from quizapp.authoring.saving import Saved, as_entered
from quizapp.db import db
from quizapp.languages import current_language
from quizapp.lessons.document import Structure

AT_WORK = timedelta(days=1)


def editor_page(
    draft: Draft, saved: Saved | None = None, unsaved: MultiDict[str, str] | None = None
) -> EditorPage:
    """A draft as it is now, with what became of a form; unsaved: one that wasn't taken at all."""
    structure, rows = drafts.structure_of(draft), drafts.texts_of(draft)
    saved, form = saved or Saved(), unsaved or MultiDict()
    return EditorPage(
        draft=draft,
        language=current_language(),
        structure=as_entered(saved.shown(structure), form),
        rows=rows,
        notes=notes_of(draft, structure, rows),
        meters=meter.readings(structure, drafts.plain(rows)),
        saved=saved,
        comments=comments_on(draft),
        names=_names(saved),
        entered={**saved.unkept, **{sent.name: sent for sent in posted.texts(form)}},
        bases={part.name: part.base for part in posted.parts(form).values()},
    )


def notes_of(draft: Draft, structure: Structure, rows: drafts.Texts) -> Sequence[Note]:
    """Everything that is wrong with a draft or asks for a reason."""
    pictures, texts = checking.known_pictures(structure), drafts.plain(rows)
    _lesson, problems = checking.lesson_from(structure, texts, pictures)
    warnings = checking.advice_from(structure, texts, checking.known_words(draft))
    reasons = {one: reason.reason for one, reason in handing_over.reasons_for(draft).items()}
    return notes_on(structure, [*problems, *warnings], reasons)


def others_at_work(draft: Draft, person: Person) -> Sequence[tuple[str, str]]:
    """Who else changed this lesson lately, and how long ago, the latest first."""
    recent = (
        select(Person.name, DraftVersion.changed_at)
        .join(Person, Person.id == DraftVersion.person_id)
        .where(
            DraftVersion.lesson_id == draft.lesson_id,
            DraftVersion.person_id != person.id,
            DraftVersion.changed_at > clock.now() - AT_WORK,
        )
        .order_by(DraftVersion.changed_at.desc())
    )
    latest: dict[str, str] = {}
    for name, at in db.session.execute(recent):
        latest.setdefault(name, format_timedelta(at - clock.now(), add_direction=True))
    return list(latest.items())


def _names(saved: Saved) -> Mapping[int, str]:
    ids = {one for one in saved.others if one}
    if not ids:
        return {}
    found = db.session.execute(select(Person.id, Person.name).where(Person.id.in_(ids)))
    return {row.id: row.name for row in found}
