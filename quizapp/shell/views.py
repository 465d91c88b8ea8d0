"""The front door, the page for adults, and what machines ask."""

from itertools import groupby

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from quizapp.accounts.access import current_pupil
from quizapp.config import settings
from quizapp.languages import current_language, preferred_language
from quizapp.lessons import catalogue
from quizapp.shell.health import find_trouble

LANGUAGE_DAYS = 180

doors = Blueprint("shell", __name__)


@doors.get("/")
def front_door() -> AnyResponse:
    response = redirect(url_for("shell.home", language=preferred_language()))
    response.vary.update(("Accept-Language", "Cookie"))
    return response


@doors.get("/<pupil_language:language>/")
def home() -> Response:
    """The code of a class, and every lesson without one; whoever sits in a class already may go on."""
    on_shelf = [(revision, catalogue.lesson_of(revision)) for revision in catalogue.published()]
    shelves = [(band, list(lessons)) for band, lessons in groupby(on_shelf, key=lambda pair: pair[1].band)]
    page = render_template("shell/home.html", shelves=shelves, here=current_pupil())
    return remember_language(Response(page))


@doors.get("/<pupil_language:language>/about")
def about() -> str:
    return render_template("shell/about.html")


@doors.get("/health")
def health() -> Response:
    """Says 200 only while lessons can be taken and answers be kept, else 503 and one word."""
    trouble = find_trouble()
    return Response(f"{trouble or 'ok'}\n", 503 if trouble else 200, mimetype="text/plain")


@doors.get("/robots.txt")
def robots() -> Response:
    return Response("User-agent: *\nDisallow: /\n", mimetype="text/plain")


@doors.get("/favicon.ico")
def favicon() -> AnyResponse:
    return redirect(url_for("static", filename="pictures/icon.svg"))


def remember_language(response: Response) -> Response:
    """Keep the language that was chosen, for the next visit of the front door."""
    if request.cookies.get(settings().cookie_name("language")) != current_language():
        response.set_cookie(
            settings().cookie_name("language"),
            current_language(),
            max_age=LANGUAGE_DAYS * 86400,
            secure=settings().tls,
            httponly=True,
            samesite="Lax",
        )
    return response
