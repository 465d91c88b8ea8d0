"""A review: handing over, reading, commenting, asking for changes, approving a language, publishing."""

from collections.abc import Callable
from dataclasses import dataclass, field

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from quizapp.accounts.access import signed_in, trainer_only
from quizapp.authoring import comments, drafts, handing_over, naming, publishing, reviewing, waiting
from quizapp.authoring.blueprint import Page, authoring
from quizapp.authoring.models import Draft
from quizapp.authoring.review_forms import ApproveForm, ChangesForm, CommentForm, ReadForm, SubmitForm, tidy
from quizapp.authoring.review_page import review_page
from quizapp.authoring.review_wording import bar_sentence, missing_sentence
from quizapp.db import db
from quizapp.forms import ActionForm, StaffForm
from quizapp.framing import say_framing
from quizapp.languages import PUPIL_LANGUAGES, current_language

REASON = "reason."


@dataclass
class Forms:
    """Every form of the page: those not sent are empty."""

    submit: SubmitForm = field(default_factory=lambda: SubmitForm(formdata=None))
    comment: CommentForm = field(default_factory=lambda: CommentForm(formdata=None))
    changes: ChangesForm = field(default_factory=lambda: ChangesForm(formdata=None))
    button: StaffForm = field(default_factory=lambda: ActionForm(formdata=None))


@authoring.get("/reviews")
@trainer_only
def reviews() -> str:
    return render_template("authoring/reviews.html", found=waiting.in_review(signed_in()))


@authoring.get("/<lesson_id>/review")
@trainer_only
def review(lesson_id: str) -> Page:
    return _shown(drafts.draft_for(lesson_id), Forms())


@authoring.post("/<lesson_id>/review/submit")
@trainer_only
def submit(lesson_id: str) -> Page:
    draft, form = drafts.draft_for(lesson_id, lock=True), SubmitForm()
    if not form.validate_on_submit():
        return _refused(draft, Forms(submit=form), 400)
    reasons = {name.removeprefix(REASON): text for name, text in _reasons_sent().items()}
    try:
        handing_over.submit(draft, signed_in(), form.note.data or "", reasons)
    except (handing_over.HasErrors, handing_over.NotInStep, handing_over.NothingNew):
        return _refused(draft, Forms(submit=form), 409)  # the page says what stands in the way
    except handing_over.Unreasoned:
        form.form_errors.append(_("Every warning needs a reason."))
        return _refused(draft, Forms(submit=form), 400)
    db.session.commit()
    flash(_("The lesson is handed over. Now others read it."))
    return _back(lesson_id)


@authoring.post("/<lesson_id>/review/comment")
@trainer_only
def comment(lesson_id: str) -> Page:
    draft, form = drafts.draft_for(lesson_id, lock=True), CommentForm()
    if not form.validate_on_submit():
        return _refused(draft, Forms(comment=form), 400)
    key, _bar, language = (form.about.data or "").partition("|")
    try:
        comments.say(draft, signed_in(), form.step.data or "", key, language, form.text.data or "")
    except comments.NoSuchPlace:
        form.form_errors.append(_("This isn't there any more: somebody removed it meanwhile."))
        return _refused(draft, Forms(comment=form), 409)
    db.session.commit()
    return _back(lesson_id, f"part-{form.step.data or 'head'}")


@authoring.post("/<lesson_id>/review/settle/<int:comment_id>")
@trainer_only
def settle(lesson_id: str, comment_id: int) -> Page:
    draft, form = drafts.draft_for(lesson_id, lock=True), ActionForm()
    if not form.validate_on_submit():
        return _refused(draft, Forms(button=form), 400)
    settled = comments.settle(draft, comment_id)
    db.session.commit()
    return _back(lesson_id, f"part-{settled.step_id or 'head'}")


@authoring.post("/<lesson_id>/review/approve")
@trainer_only
def approve(lesson_id: str) -> Page:
    draft, form = drafts.draft_for(lesson_id, lock=True), ApproveForm()
    if not form.validate_on_submit():
        return _refused(draft, Forms(button=form), 400)

    def verb() -> None:
        reviewing.approve(draft, signed_in(), form.language.data, form.submission.data or 0)

    return _done(draft, form, Forms(button=form), verb, _("Thank you. Your approval is noted."))


@authoring.post("/<lesson_id>/review/changes")
@trainer_only
def ask_for_changes(lesson_id: str) -> Page:
    draft, form = drafts.draft_for(lesson_id, lock=True), ChangesForm()
    if not form.validate_on_submit():
        return _refused(draft, Forms(changes=form), 400)

    def verb() -> None:
        reviewing.ask_for_changes(draft, signed_in(), form.submission.data or 0, form.text.data or "")

    return _done(draft, form, Forms(changes=form), verb, _("The lesson is with its authors again."))


@authoring.post("/<lesson_id>/publish")
@trainer_only
def publish(lesson_id: str) -> Page:
    draft, form = drafts.draft_for(lesson_id, lock=True), ReadForm()
    if not form.validate_on_submit():
        return _refused(draft, Forms(button=form), 400)

    def verb() -> None:
        publishing.publish(draft, signed_in(), form.submission.data or 0)

    return _done(draft, form, Forms(button=form), verb, _("The lesson is published. Pupils can take it now."))


def _done(draft: Draft, form: StaffForm, forms: Forms, verb: Callable[[], object], thanks: str) -> Page:
    """Do what a reader of the lesson wants; where that may not be, say why and change nothing."""
    try:
        verb()
    except reviewing.ChangedMeanwhile:
        said = _(
            "The lesson has changed since you opened this page, so nothing was done. Please read it again."
        )
    except reviewing.MayNotApprove as refused:
        said = bar_sentence(refused.bar)
    except publishing.NotApproved as refused:
        said = " ".join(missing_sentence(one) for one in refused.missing)
    except handing_over.HasErrors:
        said = _("Something in the lesson has to be corrected first.")
    else:
        db.session.commit()
        flash(thanks)
        return _back(draft.lesson_id)
    form.form_errors.append(said)
    return _refused(draft, forms, 409)


def _refused(draft: Draft, forms: Forms, code: int) -> Page:
    """The page with what was entered. What a rule had begun is undone."""
    lesson_id = draft.lesson_id
    db.session.rollback()
    return _shown(drafts.draft_for(lesson_id), forms), code


def _shown(draft: Draft, forms: Forms) -> str:
    say_framing("around")
    return render_template(
        "authoring/review.html",
        page=review_page(draft, signed_in(), current_language()),
        draft=draft,
        forms=forms,
        reasons_sent=_reasons_sent(),
        previews=PUPIL_LANGUAGES,
        size="phone",
        language_words=naming.LANGUAGE_WORDS,
        bar_sentence=bar_sentence,
        missing_sentence=missing_sentence,
    )


def _reasons_sent() -> dict[str, str]:
    return {name: tidy(text)[:1000] for name, text in request.form.items() if name.startswith(REASON)}


def _back(lesson_id: str, anchor: str | None = None) -> Page:
    return redirect(url_for("authoring.review", lesson_id=lesson_id, _anchor=anchor), 303)
