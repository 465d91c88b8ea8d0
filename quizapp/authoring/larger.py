"""Pages that take files, which are larger than any form."""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import abort, current_app, redirect, request, url_for
from flask_babel import gettext as _

from quizapp.accounts.access import current_person
from quizapp.authoring.blueprint import authoring
from quizapp.refusal import Refusal

FORM_BYTES = 64 * 1024  # what stands around the file
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
