"""Every refusal and fault as a page in the reader's language, or as JSON where a script asked."""

from typing import Any

from flask import Flask, Response, current_app, jsonify, make_response, render_template, request
from flask_babel import gettext as _
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from werkzeug.exceptions import HTTPException, SecurityError

from quizapp.db import db
from quizapp.refusal import Refusal

RETRY_SECONDS = 5


def init_errors(app: Flask) -> None:
    """Answer every error with a clear sentence; no traceback reaches anyone."""
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(Refusal, lambda refusal: answer(refusal.code, refusal.message))
    app.register_error_handler(DBAPIError, _database_error)
    app.register_error_handler(PoolTimeout, _database_error)
    app.log_exception = _log_exception  # type: ignore[method-assign]


def sentence(code: int) -> str:
    """What a status means, in words for the reader."""
    # Translators: these are read by children too; short and friendly.
    return {
        400: _("Something in this page did not arrive as it should. Go back and try again."),
        403: _("This is not allowed from here. Open the page again and try once more."),
        404: _("There is no such page here."),
        405: _("This page cannot be opened that way. Go back and try again."),
        409: _("This was already done in another way. Open the page again."),
        410: _("This is over. Ask your teacher."),
        413: _("This is too long to be taken."),
        429: _("Too many tries. Wait a little and try again."),
        503: _("The site is resting for a moment. Try again soon."),
    }.get(code, _("Something went wrong on our side. Try again soon."))


def answer(code: int, message: str | None = None) -> Response:
    """An error as a page, or as {"error", "message"} for a script. Uses no database."""
    message = message or sentence(code)
    if request.is_json or request.path.rpartition("/")[2] in (
        "state",
        "answer",
        "reach",
        "finish",
        "private",
    ):
        response = jsonify(error=code, message=message)
    else:
        page = "shell/staff_error.html" if _is_for_staff(request.path) else "shell/error.html"
        response = make_response(render_template(page, code=code, message=message))
    response.status_code = code
    if code == 503:
        response.headers["Retry-After"] = str(RETRY_SECONDS)
    return response


def _is_for_staff(path: str) -> bool:
    """By the address alone: nothing else may be known when it fails."""
    return f"{path}/"[3:10] == "/staff/"


def _http_error(error: HTTPException) -> Response:
    if error.response is not None or (error.code or 500) < 400:
        return error.get_response()  # type: ignore[return-value]
    if isinstance(error, SecurityError):
        # A foreign Host: building any address would raise again.
        return make_response(render_template("shell/bare.html", message=sentence(400)), 400)
    response = answer(error.code or 500)
    if seconds := getattr(error, "retry_after", None):
        response.headers["Retry-After"] = str(seconds)
    return response


def _database_error(error: Exception) -> Response:
    # Only a database that is away or busy heals by waiting; other faults are ours.
    db.session.rollback()
    # No message: PostgreSQL's quote what is in the row.
    kind = type(getattr(error, "orig", None) or error).__name__
    current_app.logger.error("The database failed in %s: %s", request.endpoint, kind)
    busy = isinstance(error, PoolTimeout) or type(error).__name__ in ("OperationalError", "InterfaceError")
    # What this request built on was taken away by another one meanwhile, such as a pupil by the teacher.
    return answer(503 if busy else 409 if isinstance(error, IntegrityError) else 500)


def _log_exception(exc_info: Any) -> None:
    # Not Flask's own line: it names the address, and some addresses carry a token.
    current_app.logger.error("Exception in %s", request.endpoint, exc_info=exc_info)
