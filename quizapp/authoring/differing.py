"""Two states of a step's choices, or of the head's, held against each other in words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from quizapp.authoring.kind_words import MODES
from quizapp.authoring.notes import choice_name
from quizapp.authoring.posted import HEAD
from quizapp.lessons.document import Structure
from quizapp.lessons.steps import Step
from quizapp.lessons.topics import TOPIC_NAMES

Say = Callable[[str], str]  # a text by its key


@dataclass(frozen=True)
class Difference:
    """A choice that two states have differently, in words."""

    name: str
    theirs: str
    mine: str


def differences(
    structure: Structure, theirs: Step | Structure, mine: Step | Structure, say: Say
) -> list[Difference]:
    """Every choice that differs."""
    step_id = theirs.id if isinstance(theirs, Step) else HEAD
    old, new = (dict(_flat(_choices(part))) for part in (theirs, mine))
    found = []
    for name in {**old, **new}:
        if old.get(name) != new.get(name):
            words = (
                _words(structure, step_id, name, old.get(name), say),
                _words(structure, step_id, name, new.get(name), say),
            )
            found.append(Difference(choice_name(structure, f"s.{step_id}.{name}") or _("Other"), *words))
    return found


def _choices(part: Step | Structure) -> Mapping[str, Any]:
    raw = part.model_dump(mode="json", exclude_none=True)
    for name in ("id", "kind", "format", "version", "steps"):
        raw.pop(name, None)
    inner = raw.pop("question", {}) | raw.pop("guide", {})
    inner.pop("kind", None)
    return {**raw, **inner}


def _flat(raw: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Choices by their fields' names; a list of plain values stays whole."""
    found: list[tuple[str, Any]] = []
    for name, value in raw.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            for thing in value:
                one = thing.get("id") or thing.get("left")
                found += [(f"{name}.{one}.{part}", said) for part, said in thing.items() if part != "id"]
        elif isinstance(value, dict):
            table = {"item_pictures": "items", "bucket_pictures": "buckets"}.get(name, name)
            found += [(f"{table}.{one}.picture", said) for one, said in value.items()]
        else:
            found.append((name, value))
    return found


def _words(structure: Structure, step_id: str, name: str, value: Any, say: Say) -> str:
    """A value as a reader knows it."""
    part = name.rpartition(".")[2]
    if value is None or value == []:
        return _("nothing")
    if isinstance(value, list):
        return ", ".join(_words(structure, step_id, name, one, say) for one in value)
    if part == "mode":
        return str(MODES[value][0])
    if part in ("next", "goto"):
        return say(f"steps.{value}.heading") or _("a step without a heading")
    if part in ("right", "bucket", "choices", "items", "buckets") and not isinstance(value, bool):
        return _thing(step_id, str(value), say)
    if part == "topics":
        return str(TOPIC_NAMES[value])
    return str({True: _("yes"), False: _("no")}.get(value, value) if isinstance(value, bool) else value)


def _thing(step_id: str, thing: str, say: Say) -> str:
    keys = (f"choices.{thing}.text", f"choices.{thing}", f"items.{thing}", f"buckets.{thing}")
    return next((text for key in keys if (text := say(f"steps.{step_id}.{key}"))), "…")
