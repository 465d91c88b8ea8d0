"""The library of lessons, their guides, and giving them to a class."""

from collections.abc import Callable

from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from quizapp.accounts import roster
from quizapp.accounts.access import class_for, classes_of, current_person, teacher_only
from quizapp.accounts.models import SchoolClass
from quizapp.classroom.blueprint import ID, classroom
from quizapp.classroom.class_views import Page, stale_form
from quizapp.classroom.forms import AssignForm
from quizapp.db import db
from quizapp.forms import ActionForm
from quizapp.languages import PUPIL_LANGUAGES, current_language
from quizapp.learning import assignments
from quizapp.learning.models import Assignment
from quizapp.lessons import catalogue


@classroom.get("/lessons")
@teacher_only
def lessons() -> str:
    return render_template(
        "classroom/lessons.html", shelf=catalogue.published(), topic=request.args.get("topic", "")
    )


@classroom.get("/lessons/<lesson_id>")
@teacher_only
def guide(lesson_id: str) -> str:
    revision = catalogue.newest(lesson_id) or abort(404)
    return render_template(
        "classroom/guide.html",
        revision=revision,
        lesson_language=lesson_language(),
        classes=classes_of(current_person()),
    )


@classroom.route(f"/classes/<{ID}:class_id>/assignments", methods=["GET", "POST"])
@teacher_only
def assign(class_id: int) -> Page:
    school_class = class_for(current_person(), class_id)
    form = _assign_form(school_class)
    if not form.validate_on_submit():
        page = render_template("classroom/assign.html", form=form, school_class=school_class)
        return page, 400 if form.is_submitted() else 200
    if form.adult_role:
        roster.name_adult(school_class, form.adult_role.data, form.adult_place.data)
    assignments.assign(school_class, catalogue.newest(form.lesson_id.data) or abort(404))
    db.session.commit()
    flash(_("The lesson is open for this class."))
    return redirect(url_for("classroom.class_page", class_id=class_id))


@classroom.post(f"/classes/<{ID}:class_id>/assignments/<{ID}:assignment_id>/close")
@teacher_only
def close(class_id: int, assignment_id: int) -> Page:
    return _change(class_id, assignment_id, assignments.close)


@classroom.post(f"/classes/<{ID}:class_id>/assignments/<{ID}:assignment_id>/reopen")
@teacher_only
def reopen(class_id: int, assignment_id: int) -> Page:
    return _change(class_id, assignment_id, assignments.reopen)


@classroom.post(f"/classes/<{ID}:class_id>/assignments/<{ID}:assignment_id>/newest")
@teacher_only
def use_newest(class_id: int, assignment_id: int) -> Page:
    """Take the newest revision for those who have not begun."""
    return _change(class_id, assignment_id, assignments.use_newest)


@classroom.get("/disclosure")
@teacher_only
def disclosure() -> str:
    return render_template("classroom/disclosure.html")


def lesson_language() -> str:
    """Lessons speak Macedonian and Albanian; a reader of English gets the Macedonian one."""
    language = current_language()
    return language if language in PUPIL_LANGUAGES else PUPIL_LANGUAGES[0]


def _assign_form(school_class: SchoolClass) -> AssignForm:
    given = {assignment.lesson_id for assignment in assignments.given_to(school_class)}
    choices = [
        (revision.lesson_id, catalogue.lesson_of(revision).words[school_class.language].title)
        for revision in catalogue.published()
        if revision.lesson_id not in given
    ]
    wanted = request.args.get("lesson")
    known = school_class.adult_role is not None
    return AssignForm(choices, adult_known=known, data={"lesson_id": wanted} if wanted else None)


def _change(class_id: int, assignment_id: int, verb: Callable[[Assignment], object]) -> Page:
    school_class = class_for(current_person(), class_id)
    assignment = assignments.one_of(school_class, assignment_id) or abort(404)
    if not ActionForm().validate_on_submit():
        return stale_form(class_id)
    verb(assignment)
    db.session.commit()
    return redirect(url_for("classroom.class_page", class_id=class_id))
