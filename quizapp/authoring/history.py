"""What a draft said before: kept as people work, compared, brought back."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import delete, func, select

from quizapp import clock, trail
from quizapp.accounts.models import Person
from quizapp.accounts.scope import NotYours, is_row_number
from quizapp.authoring.models import Approval, Draft, DraftText, DraftVersion
from quizapp.authoring.standing import note_standing
from quizapp.db import db
from quizapp.lessons.document import Structure
from quizapp.lessons.steps import Step

STRETCH = timedelta(minutes=10)
WRITING = ("begun", "work")
LATEST_FIRST = (DraftVersion.changed_at.desc(), DraftVersion.id.desc())
DEEDS: Mapping[str, trail.Deed] = {
    "begun": "draft_begun",
    "work": "draft_changed",
    "imported": "draft_imported",
    "brought_back": "draft_brought_back",
    "submitted": "submitted",
}


@dataclass(frozen=True)
class Difference:
    """A text that two versions have differently; empty where one of them lacks it."""

    language: str
    key: str
    old: str
    new: str


@dataclass(frozen=True)
class Comparison:
    """What became of a draft between two versions."""

    texts: Sequence[Difference]
    added: Sequence[Step]
    removed: Sequence[Step]
    changed: Sequence[Step]
    moved: bool


def keep(draft: Draft, person: Person, occasion: str = "work") -> DraftVersion:
    """Keep the draft as it is now; every change ends here, and takes back what others have approved.

    What one person does within ten minutes is one version.
    """
    now = clock.now()
    db.session.flush()
    draft.changed_at = now
    if occasion != "submitted":
        draft.state = "draft"
        db.session.execute(delete(Approval).where(Approval.lesson_id == draft.lesson_id))
    said = {
        "structure": draft.structure,
        "texts": json.dumps(_texts(draft), ensure_ascii=False, sort_keys=True),
    }
    version = _at_work(draft, person.id) if occasion == "work" else None
    if version is None:
        version = DraftVersion(
            lesson_id=draft.lesson_id,
            person_id=person.id,
            occasion=occasion,
            begun_at=now,
            changed_at=now,
            **said,
        )
        db.session.add(version)
        trail.record(person.id, DEEDS[occasion], f"lesson:{draft.lesson_id}")
    version.changed_at, version.structure, version.texts = now, said["structure"], said["texts"]
    note_standing(draft)
    return version


def end_stretch(draft: Draft, person_id: int) -> None:
    """Somebody else writes over what this person wrote: the version that says it stays as it is."""
    if version := _at_work(draft, person_id):
        version.begun_at = clock.now() - STRETCH


def _at_work(draft: Draft, person_id: int) -> DraftVersion | None:
    """What this person began a moment ago, unless the draft was handed over or brought back since.

    Others may have written meanwhile: two people who take turns don't make a version a turn.
    """
    of_draft = DraftVersion.lesson_id == draft.lesson_id
    milestone = select(func.max(DraftVersion.id)).where(of_draft, DraftVersion.occasion.not_in(WRITING))
    return db.session.scalar(
        select(DraftVersion)
        .where(of_draft, DraftVersion.person_id == person_id, DraftVersion.occasion.in_(WRITING))
        .where(DraftVersion.begun_at > clock.now() - STRETCH)
        .where(DraftVersion.id > func.coalesce(milestone.scalar_subquery(), 0))
        .order_by(DraftVersion.id.desc())
        .limit(1)
    )


def _texts(draft: Draft) -> dict[str, dict[str, str]]:
    texts: dict[str, dict[str, str]] = {}
    for row in db.session.scalars(select(DraftText).where(DraftText.lesson_id == draft.lesson_id)):
        texts.setdefault(row.language, {})[row.key] = row.text
    return texts


def versions(draft: Draft) -> Sequence[DraftVersion]:
    """Every version, the newest first, without what it says."""
    return db.session.scalars(
        select(DraftVersion).where(DraftVersion.lesson_id == draft.lesson_id).order_by(*LATEST_FIRST)
    ).all()


def version_of(draft: Draft, version_id: int) -> DraftVersion:
    """A version of this very draft. Raises NotYours for any other number."""
    found = db.session.get(DraftVersion, version_id) if is_row_number(version_id) else None
    if found is None or found.lesson_id != draft.lesson_id:
        raise NotYours
    return found


def texts_in(version: DraftVersion) -> dict[str, dict[str, str]]:
    """language -> key -> text."""
    texts: dict[str, dict[str, str]] = json.loads(version.texts)
    return texts


def compare(old: DraftVersion, new: DraftVersion) -> Comparison:
    """What the newer version has differently."""
    before, after = (
        {step.id: step for step in Structure.model_validate_json(one.structure).steps} for one in (old, new)
    )
    kept = [one for one in before if one in after]
    return Comparison(
        texts=_text_differences(texts_in(old), texts_in(new)),
        added=[step for one, step in after.items() if one not in before],
        removed=[step for one, step in before.items() if one not in after],
        changed=[after[one] for one in kept if before[one] != after[one]],
        moved=kept != [one for one in after if one in before],
    )


def _text_differences(
    old: Mapping[str, Mapping[str, str]], new: Mapping[str, Mapping[str, str]]
) -> list[Difference]:
    return [
        Difference(language, key, old.get(language, {}).get(key, ""), new.get(language, {}).get(key, ""))
        for language in sorted({*old, *new})
        for key in dict.fromkeys([*old.get(language, {}), *new.get(language, {})])
        if old.get(language, {}).get(key, "") != new.get(language, {}).get(key, "")
    ]
