"""Changing the structure of a question or another step: what its author chooses, and its lists of things."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Protocol, TypeVar

from quizapp.lessons.shape import Value

V = TypeVar("V", bound=Value)
# A structure as plain lists and tables, while it is being changed.
Raw = dict[str, Any]


class Fields(Protocol):
    """What was sent about one step, under names that begin with nothing but the field's own."""

    def get(self, name: str, /) -> str | None: ...

    def getlist(self, name: str, /) -> list[str]: ...


def _nothing(*_parts: Any) -> None:
    pass


@dataclass(frozen=True)
class Editing:
    """How a kind is begun and changed.

    start: a question with as many things as it needs; tables: by list, a thing with a new id; take: puts what
    was sent into the structure (all its fields come together); tidy: takes away what leads nowhere.
    """

    start: Callable[[], Raw] = dict
    tables: Mapping[str, Callable[[str], Any]] = field(default_factory=dict)
    take: Callable[[Raw, Fields], None] = _nothing
    tidy: Callable[[Raw], None] = _nothing


def changed(editing: Editing, part: V, fields: Fields) -> V:
    """The part as the form says. Raises pydantic's ValidationError for what no form can say."""
    raw = part.model_dump(mode="json")
    editing.take(raw, fields)
    return _made(editing, part, raw)


def with_thing(editing: Editing, part: V, table: str) -> V:
    """With one more thing at the end of a list. Raises KeyError for a list the kind doesn't have."""
    raw = part.model_dump(mode="json")
    raw[table].append(_new(raw, table, editing.tables[table]))
    return _made(editing, part, raw)


def without_thing(editing: Editing, part: V, table: str, thing: str) -> V:
    """Without a thing. Raises KeyError."""
    raw = part.model_dump(mode="json")
    raw[table].pop(_place(editing, raw, table, thing))
    return _made(editing, part, raw)


def with_moved_thing(editing: Editing, part: V, table: str, thing: str, by: int) -> V:
    """With a thing `by` places later, or earlier; at an end it stays. Raises KeyError."""
    raw = part.model_dump(mode="json")
    at = _place(editing, raw, table, thing)
    things = raw[table]
    things.insert(max(0, min(at + by, len(things) - 1)), things.pop(at))
    return _made(editing, part, raw)


def id_of(thing: Any) -> str:
    """The id by which a thing is known; a pair's is that of its left side."""
    return str(thing if isinstance(thing, str) else thing.get("id") or thing["left"])


def veiled(new_id: str) -> str:
    """An id that doesn't tell its place in a row: where the order is the answer, the page must not say it."""
    return new_id[0] + sha256(new_id.encode()).hexdigest()[:5]


def take_mode(raw: Raw, fields: Fields) -> None:
    """Practice, scored or private."""
    raw["mode"] = fields.get("mode") or raw["mode"]


def take_right(raw: Raw, fields: Fields) -> None:
    """The mode, and one right thing among several."""
    take_mode(raw, fields)
    raw["right"] = fields.get("right") or None


def tidy_right(raw: Raw, table: str = "choices") -> None:
    """A right thing that isn't there any more, or that a private question must not have, is none."""
    there = [id_of(thing) for thing in raw[table]]
    if raw["mode"] == "private" or raw["right"] not in there:
        raw["right"] = None


def take_pictures(raw: Raw, fields: Fields, table: str) -> None:
    """The picture of each thing of a list that stands as a table."""
    for thing in raw[table]:
        picture = fields.get(f"{table}.{thing['id']}.picture")
        thing["picture"] = picture or thing.get("picture")


def take_picture_table(raw: Raw, fields: Fields, table: str, name: str) -> None:
    """The pictures of a list of plain ids, in a table beside it; an empty field is none."""
    given = {thing: fields.get(f"{table}.{thing}.picture") for thing in raw[table]}
    raw[name] = {thing: picture for thing, picture in given.items() if picture} or None


def tidy_picture_table(raw: Raw, table: str, name: str) -> None:
    kept = {thing: picture for thing, picture in (raw[name] or {}).items() if thing in raw[table]}
    raw[name] = kept or None


def _made(editing: Editing, part: V, raw: Raw) -> V:
    editing.tidy(raw)
    return type(part).model_validate({name: value for name, value in raw.items() if value is not None})


def _place(editing: Editing, raw: Raw, table: str, thing: str) -> int:
    if table not in editing.tables:
        raise KeyError(table)
    ids = [id_of(one) for one in raw[table]]
    if thing not in ids:
        raise KeyError(thing)
    return ids.index(thing)


def _new(raw: Raw, table: str, make: Callable[[str], Any]) -> Any:
    """A thing with an id that no other thing of the question has."""
    taken = {id_of(thing) for value in raw.values() if isinstance(value, list) for thing in value}
    made = (make(f"{table[0]}{n}") for n in range(1, len(taken) + 2))
    return next(thing for thing in made if id_of(thing) not in taken)
