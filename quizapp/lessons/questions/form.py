"""Reading a choice out of a plain form, without JavaScript."""

from collections.abc import Collection, Iterable
from typing import Protocol

from quizapp.lessons.questions.question import BadChoice


class Form(Protocol):
    """A posted form, such as werkzeug's MultiDict."""

    def getlist(self, key: str, /) -> list[str]: ...


def one(form: Form, name: str) -> str | None:
    """The value of a field that has at most one; None when it is empty.

    Raises BadChoice when the field came more than once.
    """
    values = form.getlist(name)
    if len(values) > 1:
        raise BadChoice(name)
    return values[0] if values and values[0] else None


def each(form: Form, step_id: str, ids: Iterable[str], offered: Collection[str]) -> dict[str, str] | None:
    """The values of the fields "<step>.<id>"; None unless every one is filled.

    Raises BadChoice for a value that isn't offered, also where another field is still empty.
    """
    values = {key: one(form, f"{step_id}.{key}") for key in ids}
    filled = {key: value for key, value in values.items() if value is not None}
    if not set(filled.values()) <= set(offered):
        raise BadChoice(step_id)
    return filled if len(filled) == len(values) else None
