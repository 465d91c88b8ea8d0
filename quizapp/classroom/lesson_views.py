"""The library of lessons, their guides, and giving them to a class."""

from collections.abc import Callable

from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from quizapp.accounts import roster
from quizapp.accounts.access import signed_in, teacher_only
from quizapp.accounts.codes import joining_state
from quizapp.accounts.models import SchoolClass
from quizapp.accounts.scope import classes_of
from quizapp.classroom.blueprint import Page, classroom
from quizapp.classroom.forms import AssignForm
from quizapp.classroom.library import (
    OLDEST_BAND_FROM,
    PREVIEWS,
    Book,
    books_for,
    fits,
    lesson_language,
    shelves,
    topics_with_lessons,
)
from quizapp.classroom.own import class_at_work, own_assignment
from quizapp.classroom.stale import stale_form
from quizapp.db import db
from quizapp.forms import ActionForm
from quizapp.learning import assignments
from quizapp.learning.models import Assignment
from quizapp.lessons import catalogue
from quizapp.lessons.topics import TOPIC_NAMES
from quizapp.lessons.withdrawing import Withdrawn, reasons_of


@classroom.get("/lessons")
@teacher_only
def lessons() -> str:
    topic, topics = request.args.get("topic", ""), topics_with_lessons()
    return render_template(
        "classroom/lessons.html",
        shelves=shelves(topic if topic in topics else None),
        topics=topics,
        topic=topic,
        lesson_language=lesson_language(),
    )


@classroom.get("/lessons/<lesson_id>")
@teacher_only
def guide(lesson_id: str) -> str:
    revision = catalogue.newest(lesson_id) or abort(404)
    lesson = catalogue.lesson_of(revision)
    return render_template(
        "classroom/guide.html",
        revision=revision,
        lesson=lesson,
        withdrawn=reasons_of(revision.row),
        adapted_from=(revision.row.adapted_from or "").split("/"),
        lesson_language=lesson_language(),
        topics=TOPIC_NAMES,
        previews=PREVIEWS,
        classes=[one for one in classes_of(signed_in()) if fits(lesson, one.grade)],
    )


@classroom.route("/classes/<int:class_id>/assignments", methods=["GET", "POST"])
@teacher_only
def assign(class_id: int) -> Page:
    school_class = class_at_work(class_id)
    books = _not_given(school_class)
    form = _assign_form(school_class, books)
    if not form.validate_on_submit():
        page = render_template(
            "classroom/assign.html",
            form=form,
            school_class=school_class,
            books=books,
            older=school_class.grade < OLDEST_BAND_FROM,
            lesson_language=lesson_language(school_class),
        )
        return page, 400 if form.is_submitted() else 200
    if form.adult_role:
        roster.set_adult(school_class, form.adult_role.data, form.adult_place.data)
    try:
        assignments.assign(school_class, catalogue.newest(form.lesson_id.data) or abort(404))
    except Withdrawn:
        abort(409)  # in the moment since the form was made
    db.session.commit()
    if joining_state(school_class) != "closed":  # else the page says so itself, and what comes next
        flash(_("The lesson is open for this class."))
    return redirect(url_for("classroom.class_page", class_id=class_id))


@classroom.post("/classes/<int:class_id>/assignments/<int:assignment_id>/close")
@teacher_only
def close(class_id: int, assignment_id: int) -> Page:
    return _change(class_id, assignment_id, assignments.close)


@classroom.post("/classes/<int:class_id>/assignments/<int:assignment_id>/reopen")
@teacher_only
def reopen(class_id: int, assignment_id: int) -> Page:
    class_at_work(class_id)
    return _change(class_id, assignment_id, assignments.reopen)


@classroom.post("/classes/<int:class_id>/assignments/<int:assignment_id>/newest")
@teacher_only
def use_newest(class_id: int, assignment_id: int) -> Page:
    """Take the newest revision for those who have not begun."""
    class_at_work(class_id)
    return _change(class_id, assignment_id, assignments.use_newest)


@classroom.get("/disclosure")
@teacher_only
def disclosure() -> str:
    return render_template("classroom/disclosure.html")


def _not_given(school_class: SchoolClass) -> dict[str, Book]:
    given = {assignment.lesson_id for assignment in assignments.given_to(school_class)}
    return {book.lesson.id: book for book in books_for(school_class) if book.lesson.id not in given}


def _assign_form(school_class: SchoolClass, books: dict[str, Book]) -> AssignForm:
    language = lesson_language(school_class)
    choices = [(one, book.lesson.words[language].title) for one, book in books.items()]
    wanted = request.args.get("lesson")
    known = school_class.adult_role is not None
    return AssignForm(choices, adult_known=known, data={"lesson_id": wanted} if wanted else None)


def _change(class_id: int, assignment_id: int, verb: Callable[[Assignment], object]) -> Page:
    assignment = own_assignment(class_id, assignment_id)
    page = url_for("classroom.class_page", class_id=class_id)
    if not ActionForm().validate_on_submit():
        return stale_form(back=page)
    verb(assignment)
    db.session.commit()
    return redirect(page)
