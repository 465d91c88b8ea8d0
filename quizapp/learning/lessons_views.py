"""The lessons of a pupil's class: choose one, begin it, and make room for another pupil."""

from flask import redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from quizapp.accounts.access import current_pupil
from quizapp.accounts.cookies import drop_cookie, read_cookie
from quizapp.accounts.devices import forget_device
from quizapp.accounts.models import Pupil
from quizapp.db import db
from quizapp.languages import current_language
from quizapp.learning import assignments, documents, playing
from quizapp.learning.blueprint import learning
from quizapp.learning.lesson_views import lesson_address
from quizapp.learning.models import Attempt
from quizapp.learning.refusing import refusing
from quizapp.learning.shelf import shelf_of
from quizapp.refusal import Refusal


@learning.get("/lessons")
def my_lessons() -> str | Response:
    """The lessons of the class as pictures; whoever has no class finds all lessons on the front page."""
    pupil = current_pupil()
    if pupil is None:
        return redirect(url_for("shell.home"))
    lessons = [(waiting, waiting.published.lesson.words[current_language()]) for waiting in shelf_of(pupil)]
    return render_template("learning/my_lessons.html", pupil=pupil, lessons=lessons)


@learning.post("/lessons/<int:assignment_id>")
def start(assignment_id: int) -> Response:
    pupil = current_pupil()
    if pupil is None:
        # Translators: for children.
        raise Refusal(403, _("Come in with the code of your class first."))
    assignment = assignments.one_of(pupil.school_class, assignment_id)
    with refusing():
        address = attempt_address(playing.start(pupil, assignment))
    db.session.commit()
    return redirect(address, 303)


@learning.post("/another")
def another_pupil() -> Response:
    """Forget who was at this computer."""
    response = redirect(url_for("shell.home"), 303)
    forget_device(read_cookie("pupil"))
    drop_cookie(response, "pupil")
    db.session.commit()
    return response


def first_address(pupil: Pupil) -> str:
    """Where a pupil goes on coming in: straight into the one open lesson, else to all of them."""
    open_ones = assignments.open_for(pupil.school_class)
    if len(open_ones) != 1:
        return url_for("learning.my_lessons")
    return attempt_address(playing.start(pupil, open_ones[0]))


def attempt_address(attempt: Attempt) -> str:
    """The lesson page of the revision that an attempt holds on to."""
    published = documents.by_id(attempt.revision_id)
    return lesson_address(published.lesson.id, published.number)
