"""Numbers for help: what there is, what one person proposes, what a second one confirms."""

import json
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from quizapp.accounts.access import administrator_only, present_roles, signed_in, staff_only
from quizapp.accounts.scope import NotYours
from quizapp.db import db
from quizapp.forms import ActionForm
from quizapp.helplines import changing
from quizapp.helplines.changing import FACTS, NoSuchChange
from quizapp.helplines.models import Helpline, HelplineChange
from quizapp.helplines.standing import days_left, standing
from quizapp.office.blueprint import Page, office
from quizapp.office.helpline_comparing import compared
from quizapp.office.helpline_forms import HelplineForm, form_for
from quizapp.office.helpline_list import all_numbers, names_of, words_of
from quizapp.office.helpline_words import FACT_NAMES, STANDING_NAMES

P = ParamSpec("P")


def second_person(view: Callable[P, ResponseReturnValue]) -> Callable[P, ResponseReturnValue]:
    """A page for administrators and trainers: where there is one administrator, a trainer confirms."""

    @wraps(view)
    def guarded(*args: P.args, **values: P.kwargs) -> ResponseReturnValue:
        if present_roles(signed_in()).isdisjoint({"administrator", "trainer"}):
            abort(403)
        return view(*args, **values)

    return staff_only(guarded)


@office.get("/helplines")
@second_person
def helplines() -> str:
    rows, changes = all_numbers(), changing.waiting()
    return render_template(
        "office/helplines.html",
        rows=rows,
        changes=changes,
        names=names_of(rows, changes),
        words_of=words_of,
        standing=standing,
        standings=STANDING_NAMES,
        days_left=days_left,
        may_propose="administrator" in present_roles(signed_in()),
    )


@office.route("/helplines/new", methods=["GET", "POST"])
@administrator_only
def new_helpline() -> Page:
    return _propose(None)


@office.route("/helplines/<helpline_id>/change", methods=["GET", "POST"])
@administrator_only
def propose_helpline(helpline_id: str) -> Page:
    row = db.session.get(Helpline, helpline_id)
    if row is None:
        raise NotYours
    return _propose(row)


@office.route("/helplines/changes/<int:change_id>", methods=["GET", "POST"])
@second_person
def helpline_change(change_id: int) -> ResponseReturnValue:
    """Old and new side by side, for the second person."""
    change, form = _change(change_id), ActionForm()
    if not form.validate_on_submit():
        return _side_by_side(change, form), 400 if form.is_submitted() else 200
    try:
        changing.confirm(change_id, signed_in().id)
    except changing.OwnProposal:
        abort(403)
    except changing.Outdated:
        form.form_errors.append(
            _("Somebody has checked this number since, or too much time has passed. Drop this proposal.")
        )
        return _side_by_side(change, form), 409
    db.session.commit()
    flash(_("Confirmed. Pupils see it within seconds."))
    return redirect(url_for("office.helplines"))


@office.post("/helplines/changes/<int:change_id>/drop")
@second_person
def drop_helpline_change(change_id: int) -> ResponseReturnValue:
    change, form = _change(change_id), ActionForm()
    if not form.validate_on_submit():
        return _side_by_side(change, form), 400
    changing.drop(change_id, signed_in().id)
    db.session.commit()
    flash(_("The proposal is dropped. Everything stays as it was."))
    return redirect(url_for("office.helplines"))


def _propose(row: Helpline | None) -> Page:
    form = form_for(row, json.loads(row.words) if row else {})
    if not form.validate_on_submit():
        return _form_page(form, row), 400 if form.is_submitted() else 200
    changing.propose(signed_in().id, form.found(), row)
    db.session.commit()
    flash(_("Proposed. It is valid once a second person has confirmed it."))
    return redirect(url_for("office.helplines"))


def _form_page(form: HelplineForm, row: Helpline | None) -> str:
    return render_template(
        "office/helpline_form.html", form=form, row=row, facts=FACTS, fact_names=FACT_NAMES, words_of=words_of
    )


def _change(change_id: int) -> HelplineChange:
    try:
        return changing.change_numbered(change_id, lock=request.method == "POST")
    except NoSuchChange:
        raise NotYours from None


def _side_by_side(change: HelplineChange, form: ActionForm) -> str:
    row = db.session.get(Helpline, change.helpline_id)
    return render_template(
        "office/helpline_change.html",
        change=change,
        row=row,
        lines=compared(row, change),
        form=form,
        own=change.proposed_by == signed_in().id,
        names=names_of([], [change]),
        words_of=words_of,
    )
