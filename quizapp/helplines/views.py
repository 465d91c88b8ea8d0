"""The quick exit, and what it can do: recorded nowhere, as is the help page, which stands in learning."""

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from quizapp.config import settings

helplines = Blueprint("helplines", __name__)


@helplines.get("/<pupil_language:language>/exit-page")
def about_exit() -> str:
    return render_template("helplines/about_exit.html")


@helplines.get("/exit")
def leave() -> Response:
    """Forget this browser and go somewhere neutral.

    A GET: `form-action` would stop a POST that leads away.
    """
    response = redirect(settings().exit_url, 303)
    for name in request.cookies:
        response.delete_cookie(name, secure=settings().tls)
    # Another site's page may load this address, too: that must not take away answers still unsent.
    foreign = request.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site")
    if settings().tls and not foreign:
        response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    response.headers["Cache-Control"] = "no-store"
    return response
