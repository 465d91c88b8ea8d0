"""Pages that take files, and the one that takes a whole lesson: both are larger than other forms."""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import abort, current_app, redirect, request, url_for
from flask_babel import gettext as _

from quizapp.accounts.access import current_person
from quizapp.authoring.blueprint import authoring
from quizapp.refusal import Refusal

FORM_BYTES = 64 * 1024  # what stands around the file
LESSON_BYTES = 1024 * 1024  # a Cyrillic letter comes as six bytes
View = TypeVar("View", bound=Callable[..., Any])


def takes_files(most_bytes: int) -> Callable[[View], View]:
    """A view whose requests may have so many bytes. Write it above the door."""

    def mark(view: View) -> View:
        view.most_bytes = most_bytes  # type: ignore[attr-defined]
        return view

    return mark


@authoring.url_value_preprocessor
def _allow_files(endpoint: str | None, _values: object) -> None:
    """Before anything reads the form. Those signed out by time are asked to sign in first."""
    most_bytes = getattr(current_app.view_functions.get(endpoint or ""), "most_bytes", None)
    if most_bytes is None or request.method != "POST":
        return
    if current_person() is None:
        abort(redirect(url_for("accounts.sign_in", next=request.path), 303))
    if (request.content_length or 0) > most_bytes + FORM_BYTES:
        most = f"{most_bytes / 1_000_000:.0f}"
        raise Refusal(
            413, _("This file is too large: %(most)s MB at most. Go back and choose another one.", most=most)
        )
    request.max_content_length = most_bytes + FORM_BYTES


@authoring.url_value_preprocessor
def _allow_a_lesson(endpoint: str | None, _values: object) -> None:
    """Without a script the editor sends all the texts of a lesson at once."""
    if endpoint == "authoring.save" and request.method == "POST" and current_person():
        request.max_content_length = request.max_form_memory_size = LESSON_BYTES
