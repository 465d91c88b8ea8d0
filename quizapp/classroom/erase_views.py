"""A class deleted for good: what goes, what remains, and a question that no slip of the finger answers."""

from flask import flash, get_flashed_messages, redirect, render_template, request, session, url_for
from flask_babel import gettext as _

from quizapp.accounts import roster
from quizapp.accounts.access import signed_in, teacher_only
from quizapp.accounts.models import SchoolClass
from quizapp.accounts.scope import NotYours
from quizapp.classroom.blueprint import Page, classroom
from quizapp.classroom.forms import EraseForm
from quizapp.classroom.library import lesson_language
from quizapp.classroom.own import class_put_away
from quizapp.db import db
from quizapp.learning.progress import participation

ASKED = "asked_to_erase"


@classroom.route("/classes/<int:class_id>/erase", methods=["GET", "POST"])
@teacher_only
def erase_class(class_id: int) -> Page:
    """Only a class put away before; the second of two presses is told the same as the first."""
    try:
        school_class = class_put_away(class_id)
    except NotYours:
        if request.method == "POST" and session.get(ASKED) == _asked(class_id):
            return _erased()
        raise
    form = EraseForm(school_class.name)
    if not form.validate_on_submit():
        return _question(school_class, form), 400 if form.is_submitted() else 200
    roster.forget_class(school_class)
    db.session.commit()
    return _erased()


def _question(school_class: SchoolClass, form: EraseForm) -> str:
    session[ASKED] = _asked(school_class.id)
    return render_template(
        "classroom/erase.html",
        form=form,
        school_class=school_class,
        table=participation(school_class),
        lesson_language=lesson_language(school_class),
    )


def _asked(class_id: int) -> list[int]:
    # With the person: on a shared computer another teacher may sit down, for whom the class isn't there.
    return [signed_in().id, class_id]


def _erased() -> Page:
    get_flashed_messages()  # after two presses it is said once
    flash(_("The class is deleted for good, with everything that was kept of it."))
    return redirect(url_for("classroom.classes"))
