"""A word that no dictionary has: the lesson's own list of words, and what else the word could be."""

from dataclasses import dataclass

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from quizapp.accounts.access import signed_in, trainer_only
from quizapp.authoring import comparing, drafts, naming, vouching, writing
from quizapp.authoring.blueprint import Page, authoring
from quizapp.authoring.models import Draft
from quizapp.authoring.posted import text_field
from quizapp.authoring.word_forms import VouchForm
from quizapp.db import db
from quizapp.forms import ActionForm
from quizapp.lessons.checks.spelling import suggest
from quizapp.lessons.shape import LANGUAGES


@dataclass(frozen=True)
class Place:
    """A word in one text of the lesson. around: what stands before it, itself, and what follows."""

    language: str
    key: str
    name: str
    field: str
    version: int
    around: tuple[str, str, str]


@authoring.get("/<lesson_id>/words", endpoint="words")
@trainer_only
def word_list(lesson_id: str) -> Page:
    """The form for one word if the address names it; what it could be only if asked: that takes long."""
    asked = {name: request.args.get(name, "") for name in ("key", "word")}
    form = VouchForm(formdata=None, data={**asked, "language": request.args.get("of", "")})
    return _shown(drafts.draft_for(lesson_id), form)


@authoring.post("/<lesson_id>/words")
@trainer_only
def vouch(lesson_id: str) -> Page:
    draft, form = drafts.draft_for(lesson_id, lock=True), VouchForm()
    if not form.validate_on_submit():
        return _shown(draft, form), 400
    try:
        vouching.vouch(draft, signed_in(), form.language.data, form.word.data or "", form.reason.data or "")
    except vouching.NoWord:
        form.word.errors = [_("Please write one word, without digits, spaces or marks.")]
        return _shown(draft, form), 400
    db.session.commit()
    flash(_("The lesson knows this word from now on."), "success")
    return _back(lesson_id, form.language.data, form.key.data or "")


@authoring.post("/<lesson_id>/words/remove")
@trainer_only
def take_word_back(lesson_id: str) -> Page:
    draft, action = drafts.draft_for(lesson_id, lock=True), ActionForm()
    if not action.validate_on_submit():
        return _shown(draft, VouchForm(formdata=None), action), 400
    vouching.take_back(draft, request.form.get("language", ""), request.form.get("word", ""))
    db.session.commit()
    return redirect(url_for("authoring.words", lesson_id=lesson_id), 303)


@authoring.post("/<lesson_id>/words/instead")
@trainer_only
def put_right(lesson_id: str) -> Page:
    """Another word in its place; the page comes again where the text has changed since it was shown."""
    draft, action = drafts.draft_for(lesson_id, lock=True), ActionForm()
    form = VouchForm(formdata=None, data=request.form)
    if not action.validate_on_submit():
        return _shown(draft, form, action), 400
    language, key, word = (request.form.get(name, "") for name in ("language", "key", "word"))
    instead, base = request.form.get("instead", "").strip(), request.form.get("base", type=int) or 0
    try:
        vouching.put_right(draft, signed_in(), language, key, word, instead or word, base)
    except (vouching.NotInText, writing.Conflict, writing.TooLong):
        db.session.rollback()
        action.form_errors.append(
            _("This text has changed since you opened this page, so nothing was done. Look at it again.")
        )
        return _shown(drafts.draft_for(lesson_id), form, action), 409
    db.session.commit()
    flash(_("“%(new)s” stands there now.", new=instead), "success")
    return _back(lesson_id, language, key)


def _back(lesson_id: str, language: str, key: str) -> Page:
    """To the text from which somebody came, else to the list of words."""
    if not key:
        return redirect(url_for("authoring.words", lesson_id=lesson_id), 303)
    return redirect(url_for("authoring.editor", lesson_id=lesson_id, _anchor=text_field(language, key)), 303)


def _shown(draft: Draft, form: VouchForm, action: ActionForm | None = None) -> str:
    place = _place(draft, form)
    asked = place is not None and request.values.get("ask") == "yes"
    return render_template(
        "authoring/words.html",
        draft=draft,
        title=comparing.title_of(draft),
        form=form,
        action=action or ActionForm(formdata=None),
        words=vouching.vouched(draft),
        place=place,
        suggestions=suggest(place.around[1], place.language) if asked and place else None,
    )


def _place(draft: Draft, form: VouchForm) -> Place | None:
    """Where the word stands that the form is about."""
    language, key, word = form.language.data, form.key.data or "", form.word.data or ""
    row = drafts.texts_of(draft).get(language, {}).get(key) if language in LANGUAGES and word else None
    around = vouching.parts_around(row.text, word) if row else None
    if row is None or around is None:
        return None
    name = naming.place_name(drafts.structure_of(draft), key, language)
    return Place(language, key, name, text_field(language, key), row.version, around)
