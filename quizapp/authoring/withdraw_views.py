"""Taking a lesson away from pupils at once, and giving it back."""

from flask import abort, flash, redirect, render_template, url_for
from flask_babel import gettext as _

from quizapp.accounts.access import signed_in, trainer_only
from quizapp.authoring.at_work import classes_in_the_middle, classes_with
from quizapp.authoring.blueprint import Page, authoring
from quizapp.authoring.review_forms import WithdrawForm
from quizapp.db import db
from quizapp.forms import ActionForm
from quizapp.lessons import catalogue
from quizapp.lessons.models import Revision
from quizapp.lessons.withdrawing import NoReason, give_back, reasons_of, withdraw


@authoring.route("/lessons/<lesson_id>/withdraw", methods=["GET", "POST"], endpoint="withdraw")
@trainer_only
def withdraw_page(lesson_id: str) -> Page:
    """Own lessons and bundled ones; a lesson withdrawn before can get other reasons."""
    revision, form = _revision(lesson_id), WithdrawForm()
    if not form.validate_on_submit():
        return _shown(revision, form), 400 if form.is_submitted() else 200
    reasons = {"mk": form.reason_mk.data or "", "sq": form.reason_sq.data or ""}
    try:
        withdraw(revision.row, reasons, signed_in().id)
    except NoReason:
        form.form_errors.append(_("Please say why, in one language at least: teachers read it."))
        return _shown(revision, form), 400
    db.session.commit()
    flash(_("The lesson is withdrawn. Within seconds no pupil meets it any more."))
    return redirect(url_for("authoring.withdraw", lesson_id=lesson_id), 303)


@authoring.post("/lessons/<lesson_id>/give-back", endpoint="give_back")
@trainer_only
def give_back_lesson(lesson_id: str) -> Page:
    revision, action = _revision(lesson_id), ActionForm()
    if not action.validate_on_submit():
        return _shown(revision, WithdrawForm(formdata=None), action), 400
    give_back(revision.row, signed_in().id)
    db.session.commit()
    flash(_("Pupils can take the lesson again; those who were in the middle of it go on there."))
    return redirect(url_for("authoring.withdraw", lesson_id=lesson_id), 303)


def _shown(revision: Revision, form: WithdrawForm, action: ActionForm | None = None) -> str:
    return render_template(
        "authoring/withdraw.html",
        revision=revision,
        lesson=catalogue.lesson_of(revision),
        reasons=reasons_of(revision.row),
        form=form,
        action=action or ActionForm(formdata=None),
        opened=classes_with(revision.lesson_id),
        classes=classes_in_the_middle(revision.lesson_id),
    )


def _revision(lesson_id: str) -> Revision:
    found = catalogue.newest(lesson_id) if lesson_id.isascii() and lesson_id.isidentifier() else None
    return found or abort(404)
