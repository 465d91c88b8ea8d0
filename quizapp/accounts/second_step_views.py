"""Setting up the second step, before any other page opens for a trainer or an administrator."""

from flask import abort, redirect, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from markupsafe import Markup

from quizapp.accounts import second_step
from quizapp.accounts.access import home_of, present_roles, signed_in, signed_in_only
from quizapp.accounts.account_views import codes_page
from quizapp.accounts.blueprint import accounts, shown
from quizapp.accounts.cookies import read_cookie
from quizapp.accounts.forms import CodeForm, text_of
from quizapp.accounts.roles import WITH_SECOND_STEP
from quizapp.db import db
from quizapp.qr import qr_svg


@accounts.route("/second-step", methods=["GET", "POST"])
@signed_in_only
def set_up_second_step() -> ResponseReturnValue:
    person = signed_in()
    if second_step.is_set(person) or not present_roles(person) & WITH_SECOND_STEP:
        return redirect(home_of(person), 303) if request.method == "GET" else abort(409)
    form = CodeForm()
    if form.validate_on_submit():
        try:
            codes = second_step.set_up(person, text_of(form.code), read_cookie("staff"))
        except second_step.WrongCode:
            form.code.errors = [
                _("This code is not right. Wait for the next one. Does the telephone show the right time?")
            ]
        else:
            db.session.commit()
            return codes_page(codes)
    key = second_step.key_of(person, read_cookie("staff"))
    picture = qr_svg(second_step.address(key, person, _("Bag of knowledge"))).decode()
    # The picture is drawn by our own library from signs that it escapes: nothing in it is anybody's text.
    return shown("accounts/second_step.html", form, key=_in_fours(key), picture=Markup(picture))


def _in_fours(key: str) -> str:
    return " ".join(key[start : start + 4] for start in range(0, len(key), 4))
