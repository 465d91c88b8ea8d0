"""Invitations: make one, see which are open, revoke one."""

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from quizapp.accounts import people as staff
from quizapp.accounts.access import administrator_only, signed_in
from quizapp.accounts.forms import text_of
from quizapp.db import db
from quizapp.office.blueprint import Page, office
from quizapp.office.everybody import schools
from quizapp.office.forms import InviteForm, RevokeForm
from quizapp.office.wording import ROLE_NAMES


@office.route("/invitations", methods=["GET", "POST"])
@administrator_only
def invitations() -> Page:
    form = InviteForm()
    if not form.validate_on_submit():
        return _page(form, RevokeForm(formdata=None))
    token = staff.invite(text_of(form.school), text_of(form.municipality), form.role.data, signed_in())
    db.session.commit()
    return render_template(
        "office/link.html",
        link=url_for("accounts.invitation", token=token, language=form.language.data, _external=True),
        school=text_of(form.school),
        role=ROLE_NAMES[form.role.data],
        back=url_for("office.invitations"),
        page_languages=(),
    )


@office.post("/invitations/revoke")
@administrator_only
def revoke() -> Page:
    form = RevokeForm()
    if not form.validate_on_submit():
        return _page(InviteForm(formdata=None), form)
    try:
        staff.revoke(text_of(form.invitation), signed_in())
    except staff.LinkRefused:
        flash(_("This invitation was used or revoked already."))
    else:
        flash(_("The invitation is revoked: its link opens nothing."), "success")
    db.session.commit()
    return redirect(url_for("office.invitations"), 303)


def _page(form: InviteForm, revoke_form: RevokeForm) -> Page:
    page = render_template(
        "office/invitations.html",
        form=form,
        revoke_form=revoke_form,
        invitations=staff.open_invitations(),
        schools=schools(),
        role_names=ROLE_NAMES,
    )
    return page, 400 if request.method == "POST" else 200
