"""What a teacher can do for one pupil: give the animal back, remove it, let a lesson begin anew."""

from flask import abort, flash, redirect, render_template, url_for
from flask_babel import gettext as _

from quizapp.accounts import roster
from quizapp.accounts.access import class_for, current_person, teacher_only
from quizapp.accounts.models import Pupil
from quizapp.classroom.blueprint import ID, classroom
from quizapp.classroom.class_views import Page, stale_form
from quizapp.db import db
from quizapp.forms import ActionForm
from quizapp.learning import assignments


@classroom.get(f"/classes/<{ID}:class_id>/pupils")
@teacher_only
def pupils(class_id: int) -> str:
    school_class = class_for(current_person(), class_id)
    return render_template(
        "classroom/pupils.html",
        school_class=school_class,
        pupils=roster.pupils_of(school_class),
        assignments=assignments.given_to(school_class),
        action=ActionForm(),
    )


@classroom.post(f"/classes/<{ID}:class_id>/pupils/<{ID}:pupil_id>/secret")
@teacher_only
def reset_secret(class_id: int, pupil_id: int) -> Page:
    pupil = _pupil(class_id, pupil_id)
    if not ActionForm().validate_on_submit():
        return stale_form(class_id)
    roster.reset_secret(pupil)
    db.session.commit()
    flash(_("The next time, this pupil picks the animal and chooses three new pictures."))
    return redirect(url_for("classroom.pupils", class_id=class_id))


@classroom.route(f"/classes/<{ID}:class_id>/pupils/<{ID}:pupil_id>/remove", methods=["GET", "POST"])
@teacher_only
def remove_pupil(class_id: int, pupil_id: int) -> Page:
    """Asks once more: what a removed pupil did is gone for good."""
    pupil = _pupil(class_id, pupil_id)
    form = ActionForm()
    if not form.validate_on_submit():
        page = render_template("classroom/remove_pupil.html", pupil=pupil, form=form)
        return page, 400 if form.is_submitted() else 200
    roster.forget_pupil(pupil)
    db.session.commit()
    flash(_("The pupil is removed with everything that was kept."))
    return redirect(url_for("classroom.pupils", class_id=class_id))


@classroom.post(f"/classes/<{ID}:class_id>/assignments/<{ID}:assignment_id>/restart/<{ID}:pupil_id>")
@teacher_only
def restart(class_id: int, assignment_id: int, pupil_id: int) -> Page:
    """Let a pupil begin a lesson anew; the earlier answers go."""
    school_class = class_for(current_person(), class_id)
    assignment = assignments.one_of(school_class, assignment_id) or abort(404)
    pupil = _pupil(class_id, pupil_id)
    if not ActionForm().validate_on_submit():
        return stale_form(class_id)
    assignments.restart(assignment, pupil)
    db.session.commit()
    flash(_("This pupil can begin the lesson anew."))
    return redirect(url_for("classroom.pupils", class_id=class_id))


def _pupil(class_id: int, pupil_id: int) -> Pupil:
    school_class = class_for(current_person(), class_id)
    return roster.pupil_of(school_class, pupil_id) or abort(404)
