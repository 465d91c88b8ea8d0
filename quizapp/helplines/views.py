"""The help page and the quick exit. Opening either is recorded nowhere."""

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from quizapp.config import settings
from quizapp.helplines import numbers
from quizapp.languages import current_language

helplines = Blueprint("helplines", __name__)


@helplines.get("/<pupil_language:language>/help")
def help_page() -> str:
    return render_template("helplines/help.html", numbers=numbers.for_pupils(current_language()))


@helplines.get("/<pupil_language:language>/exit-page")
def about_exit() -> str:
    return render_template("helplines/about_exit.html")


@helplines.get("/exit")
def leave() -> Response:
    """Forget this browser and go somewhere neutral. A GET: `form-action` would stop a POST that leads away."""
    response = redirect(settings().exit_url, 303)
    for name in request.cookies:
        response.delete_cookie(name, secure=settings().tls)
    if settings().tls:
        response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    response.headers["Cache-Control"] = "no-store"
    return response
