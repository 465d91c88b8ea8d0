"""What an author chooses about a lesson as a whole: grades, topics, cover, and the lists of the guide."""

from collections.abc import Callable, Mapping
from typing import Any

from quizapp.lessons.document import Structure
from quizapp.lessons.guide import Slot
from quizapp.lessons.questions.editing import Fields

LONGEST_PART = 40  # minutes
TABLES: Mapping[str, Callable[[str], Any]] = {
    "objectives": str,
    "timing": lambda new_id: Slot(id=new_id, minutes=5),
    "discuss": str,
    "avoid": str,
}


def taken(structure: Structure, fields: Fields) -> dict[str, Any]:
    """What the form says of the head; all its fields come together."""
    topics: list[str] = [topic for topic in structure.topics if topic in fields.getlist("topics")]
    topics += [topic for topic in fields.getlist("topics") if topic not in topics]
    return {
        "band": fields.get("band") or structure.band,
        "topics": tuple(topics),
        "cover": fields.get("cover") or structure.cover,
        "guide": structure.guide.model_copy(
            update={"timing": tuple(_slot(slot, fields) for slot in structure.guide.timing)}
        ),
    }


def with_thing(structure: Structure, table: str) -> dict[str, Any]:
    """The head's changes with one more thing at the end of a list. Raises KeyError."""
    things, ids = _things(structure, table), _ids(structure, table)
    free = next(one for n in range(1, len(ids) + 2) if (one := f"{table[0]}{n}") not in ids)
    return _changes(structure, table, [*things, TABLES[table](free)])


def without_thing(structure: Structure, table: str, thing: str) -> dict[str, Any]:
    """Without one of them. Raises KeyError."""
    things = _things(structure, table)
    things.pop(_place(structure, table, thing))
    return _changes(structure, table, things)


def with_moved_thing(structure: Structure, table: str, thing: str, by: int) -> dict[str, Any]:
    """With one of them later or earlier. Raises KeyError."""
    things, at = _things(structure, table), _place(structure, table, thing)
    things.insert(max(0, min(at + by, len(things) - 1)), things.pop(at))
    return _changes(structure, table, things)


def _slot(slot: Slot, fields: Fields) -> Slot:
    entered = (fields.get(f"timing.{slot.id}.minutes") or "").strip()
    if not (entered.isascii() and entered.isdigit()):
        return slot
    return slot.model_copy(update={"minutes": min(int(entered[:4]), LONGEST_PART)})


def _things(structure: Structure, table: str) -> list[Any]:
    if table not in TABLES:
        raise KeyError(table)
    return list(structure.objectives if table == "objectives" else getattr(structure.guide, table))


def _ids(structure: Structure, table: str) -> list[str]:
    return [thing if isinstance(thing, str) else thing.id for thing in _things(structure, table)]


def _place(structure: Structure, table: str, thing: str) -> int:
    ids = _ids(structure, table)
    if thing not in ids:
        raise KeyError(thing)
    return ids.index(thing)


def _changes(structure: Structure, table: str, things: list[Any]) -> dict[str, Any]:
    if table == "objectives":
        return {"objectives": tuple(things)}
    return {"guide": structure.guide.model_copy(update={table: tuple(things)})}
