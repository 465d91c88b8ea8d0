"""What was entered in a form whose teacher was signed out by then: the sign-in page carries it along."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import request

from quizapp.accounts.addresses import local_path

PATH = "kept_path"
VALUE = "kept_value_"
TOKEN = "csrf_token"
Values = list[tuple[str, str]]


@dataclass(frozen=True)
class Kept:
    """A form that was sent too late: where to, and what was in it."""

    path: str
    values: Values

    def hidden(self) -> Values:
        """The fields that carry it in the sign-in form, under names of their own."""
        return [(PATH, self.path), *((VALUE + name, value) for name, value in self.values)]


def from_late_form() -> Kept | None:
    """What this very request was to bring, but for tokens and passwords."""
    path = local_path(request.full_path.rstrip("?"))
    return Kept(path, _without_secrets(request.form.items(multi=True))) if path else None


def from_sign_in() -> Kept | None:
    """What the sign-in form carries along; nothing, if it leads elsewhere."""
    path = local_path(request.form.get(PATH))
    carried = [
        (name.removeprefix(VALUE), value)
        for name, value in request.form.items(multi=True)
        if name.startswith(VALUE)
    ]
    return Kept(path, _without_secrets(carried)) if path else None


def _without_secrets(fields: Iterable[tuple[str, str]]) -> Values:
    return [(name, value) for name, value in fields if name != TOKEN and "password" not in name.lower()]
