"""Files that come in: looked at first, then taken in as a whole. Nothing changes before."""

from collections.abc import Callable, Sequence

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from quizapp.accounts.access import signed_in, trainer_only
from quizapp.authoring import drafts
from quizapp.authoring.blueprint import Page, authoring
from quizapp.authoring.exchange import bringing, taking, uploads
from quizapp.authoring.exchange.bringing import Brought
from quizapp.authoring.exchange.handout import question_part
from quizapp.authoring.exchange.new_questions import NewQuestion
from quizapp.authoring.exchange.package_zip import MOST_BYTES
from quizapp.authoring.exchange.refused import FileRefused, refuse
from quizapp.authoring.exchange.source import Source, of_draft
from quizapp.authoring.exchange.where import where
from quizapp.authoring.exchange.wording import told
from quizapp.authoring.exchange_forms import BringForm, PackageForm, TakeForm
from quizapp.authoring.exchange_views import asked_words, exchange_page
from quizapp.authoring.kind_words import QUESTIONS
from quizapp.authoring.larger import takes_files
from quizapp.db import db
from quizapp.lessons.kinds import KINDS
from quizapp.lessons.problems import Problem
from quizapp.lessons.texts import text_keys


@authoring.route("/import", methods=["GET", "POST"])
@takes_files(MOST_BYTES)
@trainer_only
def import_lesson() -> Page:
    """A package that becomes a new draft."""
    form = PackageForm()
    if not form.validate_on_submit():
        return _new_page(form), 400 if form.is_submitted() else 200
    try:
        data = form.file.data.read()
        brought = bringing.package(data)
    except FileRefused as refused:
        return _new_page(form, refused.problems), 400
    uploads.keep(signed_in(), "", "", data)
    page = _preview(brought, None)
    db.session.commit()
    return page


@authoring.post("/import/take")
@trainer_only
def take_lesson() -> Page:
    form, upload = TakeForm(), uploads.kept(signed_in(), "")
    try:
        if upload is None:
            raise refuse("upload_gone", "file")
        brought = bringing.package(upload.data)
    except FileRefused as refused:
        return _new_page(PackageForm(formdata=None), refused.problems), 400
    if not form.validate() or form.seen.data != brought.seen or brought.parcel is None:
        return _preview(brought, None), 400
    draft = taking.take_package(None, signed_in(), brought.parcel)
    uploads.forget(signed_in())
    flash(_("The lesson is here, as a draft of its own."))
    page = redirect(url_for("authoring.exchange", lesson_id=draft.lesson_id))
    db.session.commit()
    return page


@authoring.post("/<lesson_id>/import")
@takes_files(MOST_BYTES)
@trainer_only
def bring(lesson_id: str) -> Page:
    """Show what a file would change."""
    draft_source = _draft_source(lesson_id)
    source, form = draft_source(), BringForm()
    if not form.validate_on_submit():
        return exchange_page(source, form), 400
    try:
        data, language = form.file.data.read(), form.words.data
        brought = bringing.looked_at(data, language, draft_source)
        if brought.is_empty:
            raise refuse("nothing_new", "file")
    except FileRefused as refused:
        return exchange_page(draft_source(), form, refused.problems), 400
    uploads.keep(signed_in(), lesson_id, language, data)
    page = _preview(brought, draft_source())
    db.session.commit()
    return page


@authoring.post("/<lesson_id>/import/take")
@trainer_only
def take(lesson_id: str) -> Page:
    """Take in what was shown, if the same would still be done."""
    draft_source = _draft_source(lesson_id, lock=True)  # nobody else changes it between looking and taking
    draft_source()
    form, upload = TakeForm(), uploads.kept(signed_in(), lesson_id)
    try:
        if upload is None:
            raise refuse("upload_gone", "file")
        data, language = upload.data, upload.language
        brought = bringing.looked_at(data, language, draft_source)
    except FileRefused as refused:
        return exchange_page(draft_source(), BringForm(formdata=None), refused.problems), 400
    if not form.validate() or form.seen.data != brought.seen:
        return _preview(brought, draft_source()), 400
    _take(lesson_id, brought, form.meanwhile.data)
    uploads.forget(signed_in())
    flash(_("What was in the file is in the lesson now. What the lesson said before stands in its history."))
    db.session.commit()
    return redirect(url_for("authoring.exchange", lesson_id=lesson_id))


def _take(lesson_id: str, brought: Brought, meanwhile: bool) -> None:
    draft = drafts.draft_for(lesson_id)
    if brought.parcel:
        taking.take_package(draft, signed_in(), brought.parcel)
    elif brought.questions:
        taking.take_questions(draft, signed_in(), brought.questions)
    else:
        changes = [one for one in brought.changes if meanwhile or not one.meanwhile]
        taking.take_texts(draft, signed_in(), changes)


def _draft_source(lesson_id: str, lock: bool = False) -> Callable[[], Source]:
    return lambda: of_draft(drafts.draft_for(lesson_id, lock))


def _new_page(form: PackageForm, problems: Sequence[Problem] = ()) -> str:
    return render_template("authoring/exchange/import.html", form=form, problems=told(problems))


def _preview(brought: Brought, source: Source | None) -> str:
    form = TakeForm(formdata=None, seen=brought.seen)
    if request.endpoint in ("authoring.take", "authoring.take_lesson"):
        form.form_errors.append(
            _("This page is no longer fresh. Please look once more and press the button again.")
        )
    parcel = brought.parcel
    return render_template(
        "authoring/exchange/preview.html",
        brought=brought,
        source=source,
        form=form,
        words=asked_words(),
        left=told(parcel.left) if parcel else [],
        meanwhile=any(one.meanwhile for one in brought.changes),
        where=lambda key: _where(key, brought, source),
        kinds={one.question: one.name for one in QUESTIONS},
        right=_right,
    )


def _right(new: NewQuestion, language: str) -> str:
    """What is right, in words; empty for a private question."""
    texts = new.texts.get(language, {})
    part = question_part(new.question, lambda key: texts.get(key, ""), 0, KINDS["truefalse"].labels)
    return "; ".join(part.key)


def _where(key: str, brought: Brought, source: Source | None) -> str:
    """In the lesson as it will be, or as it is where the text goes away."""
    texts = brought.parcel.texts if brought.parcel else {}
    parcel = brought.parcel
    coming = Source(parcel.structure, texts, {}) if parcel else source
    known = coming if coming and key in text_keys(coming.structure) else source
    return where(known, key, asked_words()) if known else key
