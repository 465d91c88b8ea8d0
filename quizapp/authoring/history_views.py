"""What a draft said before: every version, two of them compared, one brought back."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from quizapp.accounts.access import signed_in, trainer_only
from quizapp.authoring import comparing, drafts, history, kind_words
from quizapp.authoring.blueprint import authoring
from quizapp.db import db
from quizapp.forms import ActionForm


@authoring.get("/<lesson_id>/history", endpoint="history")
@trainer_only
def versions(lesson_id: str) -> str:
    draft = drafts.draft_for(lesson_id)
    return render_template(
        "authoring/history.html", draft=draft, title=comparing.title_of(draft), lines=comparing.lines(draft)
    )


@authoring.get("/<lesson_id>/history/<int:version_id>")
@trainer_only
def version(lesson_id: str, version_id: int) -> str:
    return _shown(lesson_id, version_id, ActionForm(formdata=None))


@authoring.post("/<lesson_id>/history/<int:version_id>")
@trainer_only
def bring_back(lesson_id: str, version_id: int) -> ResponseReturnValue:
    draft, action = drafts.draft_for(lesson_id, lock=True), ActionForm()
    found = history.version_of(draft, version_id)
    if not action.validate_on_submit():
        return _shown(lesson_id, version_id, action), 400
    drafts.bring_back(draft, signed_in(), found)
    db.session.commit()
    flash(
        _("The lesson is again as it was then. What it said until now stands in the history, too."), "success"
    )
    return redirect(url_for("authoring.editor", lesson_id=lesson_id), 303)


def _shown(lesson_id: str, version_id: int, action: ActionForm) -> str:
    draft = drafts.draft_for(lesson_id)
    found = history.version_of(draft, version_id)
    return render_template(
        "authoring/version.html",
        draft=draft,
        title=comparing.title_of(draft),
        compared=comparing.compared(draft, found),
        kind_words=kind_words,
        action=action,
    )
