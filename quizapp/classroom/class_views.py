"""A teacher's classes: list, make, change, put away."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from quizapp.accounts import roster
from quizapp.accounts.access import class_for, classes_of, current_person, teacher_only
from quizapp.classroom.blueprint import ID, classroom
from quizapp.classroom.forms import AdultForm, ClassForm
from quizapp.db import db
from quizapp.forms import ActionForm

Page = str | Response | tuple[str, int]


@classroom.get("/")
@teacher_only
def start() -> Response:
    return redirect(url_for("classroom.classes"))


@classroom.get("/classes")
@teacher_only
def classes() -> str:
    return render_template("classroom/classes.html", classes=classes_of(current_person()))


@classroom.route("/classes/new", methods=["GET", "POST"])
@teacher_only
def new_class() -> Page:
    form = ClassForm()
    if not form.validate_on_submit():
        return render_template("classroom/class_form.html", form=form), 400 if form.is_submitted() else 200
    made = roster.new_class(current_person(), form.name.data, form.grade.data, form.language.data)
    db.session.commit()
    return redirect(url_for("classroom.class_page", class_id=made.id))


@classroom.route(f"/classes/<{ID}:class_id>/edit", methods=["GET", "POST"])
@teacher_only
def edit_class(class_id: int) -> Page:
    school_class = class_for(current_person(), class_id)
    form = ClassForm(obj=school_class)
    if not form.validate_on_submit():
        page = render_template("classroom/class_form.html", form=form, school_class=school_class)
        return page, 400 if form.is_submitted() else 200
    roster.edit_class(school_class, form.name.data, form.grade.data, form.language.data)
    db.session.commit()
    return redirect(url_for("classroom.class_page", class_id=class_id))


@classroom.route(f"/classes/<{ID}:class_id>/adult", methods=["GET", "POST"])
@teacher_only
def school_adult(class_id: int) -> Page:
    """Whom the help page of this class names first."""
    school_class = class_for(current_person(), class_id)
    form = AdultForm(obj=school_class)
    if not form.validate_on_submit():
        page = render_template("classroom/adult_form.html", form=form, school_class=school_class)
        return page, 400 if form.is_submitted() else 200
    roster.name_adult(school_class, form.adult_role.data, form.adult_place.data)
    db.session.commit()
    return redirect(url_for("classroom.class_page", class_id=class_id))


@classroom.post(f"/classes/<{ID}:class_id>/archive")
@teacher_only
def archive_class(class_id: int) -> Page:
    school_class = class_for(current_person(), class_id)
    if not ActionForm().validate_on_submit():
        return stale_form(class_id)
    roster.archive_class(school_class)
    db.session.commit()
    flash(_("The class is put away. Its results stay until the end of the school year."))
    return redirect(url_for("classroom.classes"))


def stale_form(class_id: int) -> tuple[str, int]:
    """A button whose token had grown old: say so, and offer the page again."""
    return render_template("classroom/stale.html", back=url_for("classroom.class_page", class_id=class_id)), 400
