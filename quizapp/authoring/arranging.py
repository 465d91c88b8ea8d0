"""The structure of a draft: its steps added, copied, moved, taken out and put back."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from pydantic import BaseModel

from quizapp import clock
from quizapp.accounts.models import Person
from quizapp.accounts.scope import NotYours
from quizapp.authoring import drafts, history
from quizapp.authoring.models import Draft, DraftText
from quizapp.authoring.new_steps import new_step
from quizapp.db import db
from quizapp.lessons.document import Structure
from quizapp.lessons.steps import DecisionStep, Step, read_step

KEPT_REMOVED = 20
HEAD = ("band", "topics", "objectives", "cover", "guide")


class Clash(Exception):
    """Somebody else has changed this part of the structure meanwhile."""

    def __init__(self, theirs: BaseModel) -> None:
        super().__init__()
        self.theirs = theirs


def digest(part: BaseModel) -> str:
    """Twelve hexadecimal digits by which a page says what it has changed."""
    return sha256(part.model_dump_json().encode()).hexdigest()[:12]


def head_of(structure: Structure) -> Structure:
    """A structure without its steps."""
    return structure.model_copy(update={"steps": ()})


def add_step(
    draft: Draft, person: Person, kind: str, question_kind: str | None = None, after: str | None = None
) -> str:
    """A new, empty step behind another one, or at the end; its id. Raises NotYours for an unknown step."""
    structure = drafts.structure_of(draft)
    at = len(structure.steps) if after is None else _place(structure, after) + 1
    step_id = _unused_id(draft, structure)
    following = structure.steps[at].id if at < len(structure.steps) else step_id
    step = new_step(step_id, kind, question_kind, following)
    before = [_led_on(one, following, step_id) for one in structure.steps[max(0, at - 1) : at]]
    _arrange(
        draft, person, structure, [*structure.steps[: at - len(before)], *before, step, *structure.steps[at:]]
    )
    return step_id


def copy_step(draft: Draft, person: Person, step_id: str) -> str:
    """A copy with all its texts behind the step; its id. Raises NotYours."""
    structure = drafts.structure_of(draft)
    at, copy_id = _place(structure, step_id), _unused_id(draft, structure)
    copied = structure.steps[at].model_copy(update={"id": copy_id})
    for rows in drafts.texts_of(draft).values():
        for key, row in rows.items():
            if key.startswith(f"steps.{step_id}."):
                _copy_text(draft, row, key.replace(f".{step_id}.", f".{copy_id}.", 1))
    _arrange(draft, person, structure, [*structure.steps[: at + 1], copied, *structure.steps[at + 1 :]])
    return copy_id


def move_step(draft: Draft, person: Person, step_id: str, to: int) -> None:
    """Put a step at another place, counted from 0; beyond an end is that end. Raises NotYours."""
    structure = drafts.structure_of(draft)
    steps = list(structure.steps)
    step = steps.pop(_place(structure, step_id))
    steps.insert(max(0, min(to, len(steps))), step)
    _arrange(draft, person, structure, steps)


def remove_step(draft: Draft, person: Person, step_id: str) -> None:
    """Take a step out; it can be put back, with its texts. Raises NotYours."""
    structure = drafts.structure_of(draft)
    at = _place(structure, step_id)
    kept = {"step": structure.steps[at].model_dump(mode="json", exclude_none=True), "at": at}
    draft.removed = json.dumps([kept, *json.loads(draft.removed)][:KEPT_REMOVED], ensure_ascii=False)
    _arrange(draft, person, structure, [*structure.steps[:at], *structure.steps[at + 1 :]])


def removed_steps(draft: Draft) -> Sequence[Step]:
    """What can be put back, the latest first."""
    return [read_step(one["step"]) for one in json.loads(draft.removed)]


@dataclass(frozen=True)
class TakenOut:
    """A step that can be put back, and at which place it would be, counted from 0."""

    step: Step
    at: int


def taken_out(draft: Draft, step_id: str) -> TakenOut | None:
    """A step that was taken out."""
    kept = (one for one in json.loads(draft.removed) if one["step"]["id"] == step_id)
    return next((TakenOut(read_step(one["step"]), one["at"]) for one in kept), None)


def put_back(draft: Draft, person: Person, step_id: str) -> None:
    """Put a step where it was. Raises NotYours when it isn't among those taken out."""
    structure, removed = drafts.structure_of(draft), json.loads(draft.removed)
    found = next((one for one in removed if one["step"]["id"] == step_id), None)
    if found is None:
        raise NotYours
    draft.removed = json.dumps([one for one in removed if one is not found], ensure_ascii=False)
    steps = list(structure.steps)
    steps.insert(found["at"], read_step(found["step"]))
    _arrange(draft, person, structure, steps)


def change_step(draft: Draft, person: Person, step: Step, base: str) -> None:
    """Let a step be another one under the same id; base: the digest of what was changed.

    Raises NotYours, and Clash when somebody else has changed it meanwhile.
    """
    structure = drafts.structure_of(draft)
    at = _place(structure, step.id)
    present = structure.steps[at]
    if present == step:
        return
    if digest(present) != base:
        raise Clash(present)
    _arrange(draft, person, structure, [*structure.steps[:at], step, *structure.steps[at + 1 :]])


def change_head(draft: Draft, person: Person, changes: Mapping[str, Any], base: str) -> None:
    """Change some of HEAD. Raises pydantic's ValidationError, and Clash as change_step."""
    structure = drafts.structure_of(draft)
    raw = {name: value for name, value in dict(structure).items() if name != "steps"}
    wanted = Structure.model_validate({**raw, **changes, "steps": structure.steps})
    if wanted == structure:
        return
    if digest(head_of(structure)) != base:
        raise Clash(head_of(structure))
    drafts.set_structure(draft, person, wanted)
    history.keep(draft, person)


def _arrange(draft: Draft, person: Person, structure: Structure, steps: Sequence[Step]) -> None:
    drafts.set_structure(draft, person, structure.model_copy(update={"steps": tuple(steps)}))
    history.keep(draft, person)


def _led_on(step: Step, following: str, new: str) -> Step:
    """The step before a new one: ways that led to the step right behind it lead to the new one."""
    if not isinstance(step, DecisionStep):
        return step
    ways = (way.model_copy(update={"goto": new}) if way.goto == following else way for way in step.choices)
    return step.model_copy(update={"choices": tuple(ways)})


def _place(structure: Structure, step_id: str) -> int:
    for at, step in enumerate(structure.steps):
        if step.id == step_id:
            return at
    raise NotYours


def _unused_id(draft: Draft, structure: Structure) -> str:
    """An id that no step has or had: texts of a removed one may still be there."""
    taken = {step.id for step in [*structure.steps, *removed_steps(draft)]}
    taken |= {key.split(".")[1] for rows in drafts.texts_of(draft).values() for key in rows if "." in key}
    return next(one for n in range(1, len(taken) + 2) if (one := f"s{n}") not in taken)


def _copy_text(draft: Draft, row: DraftText, key: str) -> None:
    """It stays the work of who wrote it."""
    copied = DraftText(lesson_id=draft.lesson_id, key=key, language=row.language, text=row.text)
    copied.version, copied.checked_against, copied.translates = (
        row.version,
        row.checked_against,
        row.translates,
    )
    copied.changed_by, copied.changed_at = row.changed_by, clock.now()
    db.session.add(copied)
