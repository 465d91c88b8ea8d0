"""The editor: one page with the whole lesson in both languages, and the one way to save it."""

from flask import flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf.csrf import generate_csrf

from quizapp import clock
from quizapp.accounts.access import signed_in, trainer_only
from quizapp.accounts.scope import NotYours
from quizapp.authoring import arranging, choosing, doing, drafts, kind_words, saving
from quizapp.authoring.answering import answer_for, warning_count, wrong_count
from quizapp.authoring.blueprint import authoring
from quizapp.authoring.editor import editor_page, others_at_work
from quizapp.authoring.editor_page import EditorPage
from quizapp.authoring.models import Draft
from quizapp.authoring.scripts import in_json_to_scripts, refused, wants_json
from quizapp.authoring.story_map import onward, story_map
from quizapp.db import db
from quizapp.forms import ActionForm
from quizapp.languages import PUPIL_LANGUAGES, current_language
from quizapp.lessons import catalogue


@authoring.get("/<lesson:lesson_id>")
@trainer_only
def editor(lesson_id: str) -> ResponseReturnValue:
    try:
        draft = drafts.draft_for(lesson_id)
    except NotYours:
        revision = catalogue.newest(lesson_id)
        if revision is None:
            raise
        action = ActionForm(formdata=None)
        return render_template("authoring/bundled.html", lesson_id=lesson_id, action=action), 404
    return _shown(draft, editor_page(draft), ActionForm(formdata=None))


@authoring.post("/<lesson:lesson_id>")
@in_json_to_scripts
@trainer_only
def save(lesson_id: str) -> ResponseReturnValue:
    """Save everything that was sent, then do what the button says."""
    draft, action = drafts.draft_for(lesson_id, lock=True), ActionForm()
    if not action.validate_on_submit():
        if wants_json():
            return refused(400, action.csrf_token.errors[0], token=generate_csrf())
        return _shown(draft, editor_page(draft, unsaved=request.form), action), 400
    saved = saving.save(draft, signed_in(), request.form)
    anchor = _act(draft) if saved.whole else ""
    db.session.commit()
    if wants_json():
        return jsonify(answer_for(editor_page(draft, saved), anew="d.head" in request.form))
    if not saved.whole:
        return _shown(draft, editor_page(draft, saved), action), 409 if saved.met else 400
    return redirect(_next_address(draft, anchor), 303)


def _act(draft: Draft) -> str:
    """Do what the button says; where to go on."""
    own = current_language()
    language = own if own in PUPIL_LANGUAGES else PUPIL_LANGUAGES[0]
    try:
        return doing.act(draft, signed_in(), request.form.get("do", "save"), language)
    except (doing.NoSuchAction, NotYours):
        flash(
            _("This isn't there any more: somebody removed it meanwhile. Everything else is saved."), "again"
        )
        return ""


def _next_address(draft: Draft, anchor: str) -> str:
    """The page again, at the place where the work goes on; new steps come behind the last new one."""
    do = request.form.get("do", "")
    if do.startswith("word:") and do.count(":") == 3:
        _verb, of, key, word = do.split(":")
        return url_for("authoring.words", lesson_id=draft.lesson_id, of=of, key=key, word=word)
    after, out = _place_to_go_on(do, anchor)
    return url_for(
        "authoring.editor", lesson_id=draft.lesson_id, after=after, out=out, _anchor=anchor or None
    )


def _place_to_go_on(do: str, anchor: str) -> tuple[str | None, str | None]:
    """Behind which step new ones come now, and which step has just been taken out."""
    verb, _colon, step_id = do.partition(":")
    if verb in ("add", "copy") and anchor:
        return anchor.split(".")[3], None
    if verb == "add_after":
        return step_id, None
    return request.form.get("after") or None, step_id if verb == "remove" and anchor else None


def _shown(draft: Draft, page: EditorPage, action: ActionForm) -> str:
    return render_template(
        "authoring/editor.html",
        page=page,
        action=action,
        me=signed_in().id,
        now=clock.now().timestamp(),
        wrong_count=wrong_count,
        warning_count=warning_count,
        after=_after(page),
        others=others_at_work(draft, signed_in()),
        removed=arranging.removed_steps(draft),
        out=arranging.taken_out(draft, request.args.get("out", "")),
        map=story_map(page.structure),
        onward=onward,
        choosing=choosing,
        kind_words=kind_words,
    )


def _after(page: EditorPage) -> str:
    """Behind which step new ones come: where the author asked for it, else before the farewell."""
    steps = page.structure.steps
    wanted = request.values.get("after", "")
    if wanted in {step.id for step in steps}:
        return wanted
    before = steps[:-1] if len(steps) > 1 and steps[-1].kind == "take_home" else steps
    return before[-1].id if before else ""
