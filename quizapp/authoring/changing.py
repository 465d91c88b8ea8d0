"""What an author chooses in a step besides its texts: who speaks, what is right, where a branch leads."""

from collections.abc import Mapping

from quizapp.authoring.new_steps import ANY_PICTURE, FIRST_SPEAKER
from quizapp.lessons.kinds import KINDS
from quizapp.lessons.questions import editing
from quizapp.lessons.questions.editing import Editing, Fields, Raw
from quizapp.lessons.steps import QuestionStep, Step, read_step

NEXT = "next"


def _take_picture(raw: Raw, fields: Fields) -> None:
    raw["picture"] = fields.get("picture") or None


def _take_needed_picture(raw: Raw, fields: Fields) -> None:
    raw["picture"] = fields.get("picture") or ANY_PICTURE


def _take_scene(raw: Raw, fields: Fields) -> None:
    _take_picture(raw, fields)
    for bubble in raw["bubbles"]:
        bubble["speaker"] = fields.get(f"bubbles.{bubble['id']}.speaker") or bubble["speaker"]


def _take_decision(raw: Raw, fields: Fields) -> None:
    for way in raw["choices"]:
        way["goto"] = fields.get(f"choices.{way['id']}.goto") or way["goto"]
        way["picture"] = fields.get(f"choices.{way['id']}.picture") or None


def _bubble(new_id: str) -> Raw:
    return {"id": new_id, "speaker": FIRST_SPEAKER}


def _way(new_id: str) -> Raw:
    return {"id": new_id}


def _tidy_decision(raw: Raw) -> None:
    for way in raw["choices"]:  # a new one leads where the first one does, until its author says otherwise
        way.setdefault("goto", raw["choices"][0]["goto"])


PLAIN = Editing(take=_take_picture)
STEPS: Mapping[str, Editing] = {
    "text": PLAIN,
    "key_message": PLAIN,
    "talk": PLAIN,
    "take_home": PLAIN,
    "picture": Editing(take=_take_needed_picture),
    "scene": Editing(tables={"bubbles": _bubble}, take=_take_scene),
    "decision": Editing(tables={"choices": _way}, take=_take_decision, tidy=_tidy_decision),
    "exits": Editing(),
}


def changed(step: Step, fields: Fields) -> Step:
    """The step as the form says; all its fields come together. Raises pydantic's ValidationError."""
    if isinstance(step, QuestionStep):
        question = editing.changed(KINDS[step.question.kind].editing, step.question, fields)
        step = step.model_copy(update={"question": question})
    else:
        step = editing.changed(STEPS[step.kind], step, fields)
    raw = step.model_dump(mode="json", exclude_none=True)
    return read_step({**raw, NEXT: fields.get(NEXT) or None})


def with_thing(step: Step, table: str) -> Step:
    """With one more bubble, choice, card… Raises KeyError for a table the step doesn't have."""
    if isinstance(step, QuestionStep):
        question = editing.with_thing(KINDS[step.question.kind].editing, step.question, table)
        return step.model_copy(update={"question": question})
    return editing.with_thing(STEPS[step.kind], step, table)


def without_thing(step: Step, table: str, thing: str) -> Step:
    """Without one of them; its texts stay in the draft. Raises KeyError."""
    if isinstance(step, QuestionStep):
        question = editing.without_thing(KINDS[step.question.kind].editing, step.question, table, thing)
        return step.model_copy(update={"question": question})
    return editing.without_thing(STEPS[step.kind], step, table, thing)


def with_moved_thing(step: Step, table: str, thing: str, by: int) -> Step:
    """With one of them `by` places later, or earlier. Raises KeyError."""
    if isinstance(step, QuestionStep):
        kind = KINDS[step.question.kind]
        question = editing.with_moved_thing(kind.editing, step.question, table, thing, by)
        return step.model_copy(update={"question": question})
    return editing.with_moved_thing(STEPS[step.kind], step, table, thing, by)
