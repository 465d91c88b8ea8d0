"""Answers to a script that saves by itself: always JSON, since it can't show a page to sign in."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from flask import jsonify, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.exceptions import HTTPException

from quizapp.accounts.access import current_person, roles_of

P = ParamSpec("P")
JSON = "application/json"


def wants_json() -> bool:
    """Whether a script is saving, not a person sending the form."""
    return request.accept_mimetypes.best == JSON


def refused(code: int, message: str, **more: str) -> ResponseReturnValue:
    """A refusal in words for the reader."""
    return jsonify(error=code, message=message, **more), code


def in_json_to_scripts(view: Callable[P, ResponseReturnValue]) -> Callable[P, ResponseReturnValue]:
    """Refusals as JSON where a script asked; stands before the door."""

    @wraps(view)
    def guarded(*args: P.args, **values: P.kwargs) -> ResponseReturnValue:
        if not wants_json():
            return view(*args, **values)
        person = current_person()
        if person is None or request.form.get("person", type=int) not in (None, person.id):
            # Or somebody else has signed in since: nobody's words are saved as another's.
            return refused(401, _("You are not signed in any more. Sign in again."))
        if "trainer" not in roles_of(person):
            return refused(403, _("This is not allowed from here. Open the page again and try once more."))
        try:
            return view(*args, **values)
        except HTTPException as error:
            return refused(error.code or 500, _("There is no such page here."))

    return guarded
