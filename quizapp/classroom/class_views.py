"""A teacher's classes: list, make, change, put away."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from quizapp.accounts import roster
from quizapp.accounts.access import home_of, signed_in, staff_only, teacher_only
from quizapp.accounts.codes import joining_state
from quizapp.accounts.forms import text_of
from quizapp.accounts.scope import classes_of
from quizapp.classroom.blueprint import Page, classroom
from quizapp.classroom.cards import cards_of
from quizapp.classroom.forms import AdultForm, ClassForm, JoiningForm
from quizapp.classroom.library import lesson_language
from quizapp.classroom.newer import newer_revisions
from quizapp.classroom.own import own_class
from quizapp.db import db
from quizapp.forms import ActionForm
from quizapp.learning.assignments import close_all, takes_answers
from quizapp.learning.progress import participation
from quizapp.learning.school_adult import ROLES


@classroom.get("/")
@staff_only
def start() -> Response:
    """Each where their work begins."""
    return redirect(home_of(signed_in()))


@classroom.get("/classes")
@teacher_only
def classes() -> str:
    person = signed_in()
    return render_template(
        "classroom/classes.html",
        cards=cards_of(classes_of(person)),
        archived=classes_of(person, archived=True),
    )


@classroom.get("/classes/<int:class_id>")
@teacher_only
def class_page(class_id: int) -> str:
    """All about one class but its pupils: this page may stand on the projector by accident."""
    school_class = own_class(class_id)
    table, joining = participation(school_class), joining_state(school_class)
    waits = any(column.assignment.closed_at is None and column.withdrawn is None for column in table.columns)
    return render_template(
        "classroom/class.html",
        school_class=school_class,
        table=table,
        newer=newer_revisions([column.assignment for column in table.columns]),
        lesson_language=lesson_language(school_class),
        joining=joining,
        doors=JoiningForm.DOORS,
        next_step=waits and joining == "closed" and not school_class.archived_on,
        takes_answers=takes_answers,
        adult_role=ROLES.get(school_class.adult_role or ""),
        action=ActionForm(),
    )


@classroom.route("/classes/new", methods=["GET", "POST"])
@teacher_only
def new_class() -> Page:
    form = ClassForm()
    if not form.validate_on_submit():
        return render_template("classroom/class_form.html", form=form), 400 if form.is_submitted() else 200
    made = roster.new_class(signed_in(), text_of(form.name), form.grade.data, form.language.data)
    db.session.commit()
    return redirect(url_for("classroom.class_page", class_id=made.id))


@classroom.route("/classes/<int:class_id>/edit", methods=["GET", "POST"])
@teacher_only
def edit_class(class_id: int) -> Page:
    school_class = own_class(class_id)
    form = ClassForm(obj=school_class)
    if not form.validate_on_submit():
        page = render_template("classroom/class_form.html", form=form, school_class=school_class)
        return page, 400 if form.is_submitted() else 200
    roster.edit_class(school_class, text_of(form.name), form.grade.data, form.language.data)
    db.session.commit()
    return redirect(url_for("classroom.class_page", class_id=class_id))


@classroom.route("/classes/<int:class_id>/adult", methods=["GET", "POST"])
@teacher_only
def school_adult(class_id: int) -> Page:
    """Whom the help page of this class names first."""
    school_class = own_class(class_id)
    form = AdultForm(obj=school_class)
    if not form.validate_on_submit():
        page = render_template("classroom/adult_form.html", form=form, school_class=school_class)
        return page, 400 if form.is_submitted() else 200
    roster.set_adult(school_class, form.adult_role.data, form.adult_place.data)
    db.session.commit()
    return redirect(url_for("classroom.class_page", class_id=class_id))


@classroom.route("/classes/<int:class_id>/archive", methods=["GET", "POST"])
@teacher_only
def archive_class(class_id: int) -> Page:
    """Asks once more: pupils cannot come in again afterwards, and nobody can begin a lesson."""
    school_class = own_class(class_id)
    form = ActionForm()
    if not form.validate_on_submit():
        page = render_template("classroom/archive.html", form=form, school_class=school_class)
        return page, 400 if form.is_submitted() else 200
    roster.archive_class(school_class)
    close_all(school_class)
    db.session.commit()
    flash(_("The class is archived now. Its results stay until the end of the school year."))
    return redirect(url_for("classroom.classes"))
