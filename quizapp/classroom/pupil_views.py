"""What a teacher can do for one pupil: give the animal back, remove it, let a lesson begin anew."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _

from quizapp.accounts import joining, roster
from quizapp.accounts.access import teacher_only
from quizapp.classroom.blueprint import Page, classroom
from quizapp.classroom.own import own_assignment, own_class, own_pupil
from quizapp.classroom.stale import stale_form
from quizapp.classroom.table import by_name, table_of
from quizapp.db import db
from quizapp.forms import ActionForm
from quizapp.learning import assignments

ROWS_OF_A_LIST = 30


@classroom.get("/classes/<int:class_id>/pupils")
@teacher_only
def pupils(class_id: int) -> str:
    school_class = own_class(class_id)
    return render_template(
        "classroom/pupils.html",
        school_class=school_class,
        table=table_of(school_class),
        action=ActionForm(),
    )


@classroom.get("/classes/<int:class_id>/list")
@teacher_only
def class_list(class_id: int) -> str:
    """For printing: animals and empty lines. The names are written by hand and stay on paper."""
    school_class = own_class(class_id)
    pupils = by_name(roster.pupils_of(school_class))
    return render_template(
        "classroom/list.html",
        school_class=school_class,
        pupils=pupils,
        empty_rows=max(0, ROWS_OF_A_LIST - len(pupils)),
    )


@classroom.post("/classes/<int:class_id>/pupils/<int:pupil_id>/secret")
@teacher_only
def reset_secret(class_id: int, pupil_id: int) -> Page:
    pupil = own_pupil(class_id, pupil_id)
    if not ActionForm().validate_on_submit():
        return stale_form(back=_pupils_page(class_id))
    joining.reset_secret(pupil)
    db.session.commit()
    flash(_("The next time, this pupil picks the animal and chooses three new pictures."))
    return redirect(_pupils_page(class_id))


@classroom.route("/classes/<int:class_id>/pupils/<int:pupil_id>/remove", methods=["GET", "POST"])
@teacher_only
def remove_pupil(class_id: int, pupil_id: int) -> Page:
    """Asks once more: what a removed pupil did is gone for good."""
    pupil = own_pupil(class_id, pupil_id)
    form = ActionForm()
    if not form.validate_on_submit():
        page = render_template("classroom/remove_pupil.html", pupil=pupil, form=form)
        return page, 400 if form.is_submitted() else 200
    roster.forget_pupil(pupil)
    db.session.commit()
    flash(_("The pupil is removed with everything that was kept."))
    return redirect(_pupils_page(class_id))


@classroom.route(
    "/classes/<int:class_id>/assignments/<int:assignment_id>/restart/<int:pupil_id>", methods=["GET", "POST"]
)
@teacher_only
def restart(class_id: int, assignment_id: int, pupil_id: int) -> Page:
    """Let a pupil begin a lesson anew. Asks once more: the earlier answers go."""
    assignment, pupil = own_assignment(class_id, assignment_id), own_pupil(class_id, pupil_id)
    form = ActionForm()
    if not form.validate_on_submit():
        page = render_template("classroom/restart.html", pupil=pupil, assignment=assignment, form=form)
        return page, 400 if form.is_submitted() else 200
    assignments.restart(assignment, pupil)
    db.session.commit()
    flash(_("This pupil can begin the lesson anew."))
    return redirect(_pupils_page(class_id))


def _pupils_page(class_id: int) -> str:
    return url_for("classroom.pupils", class_id=class_id)
