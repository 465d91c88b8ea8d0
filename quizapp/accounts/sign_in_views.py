"""Staff at the door: the password, the code of the second step, and the way out."""

from flask import Response, g, make_response, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from quizapp.accounts import sessions, signing_in
from quizapp.accounts.access import current_person, home_of, sign_in_page, signed_in, signed_in_only
from quizapp.accounts.account_views import account_page
from quizapp.accounts.addresses import local_path
from quizapp.accounts.blueprint import accounts
from quizapp.accounts.cookies import drop_cookie, give_cookie, read_cookie
from quizapp.accounts.forms import CodeForm, SignInForm, text_of
from quizapp.accounts.kept import from_sign_in
from quizapp.accounts.models import Person
from quizapp.accounts.pending import PendingOver
from quizapp.db import db
from quizapp.forms import ActionForm


@accounts.route("/sign-in", methods=["GET", "POST"])
def sign_in() -> ResponseReturnValue:
    person = current_person() if request.method == "GET" else None
    if person:
        return redirect(_after_sign_in(person), 303)
    form = SignInForm()
    if form.validate_on_submit():
        try:
            right = signing_in.sign_in(text_of(form.email), text_of(form.password), request.remote_addr)
        except signing_in.SignInRefused:
            form.form_errors.append(
                _("E-mail and password don't fit together. After several tries, wait some minutes.")
            )
        else:
            return _let_in(right) if isinstance(right, signing_in.SignedIn) else _ask_for_code(right)
    return sign_in_page(form, 400 if request.method == "POST" else 200, from_sign_in())


@accounts.route("/sign-in/code", methods=["GET", "POST"])
def confirm() -> ResponseReturnValue:
    """The second page of signing in; it opens from the first one only."""
    if request.method == "GET":
        return redirect(url_for("accounts.sign_in"), 303)
    form = CodeForm()
    if form.validate_on_submit():
        try:
            return _let_in(signing_in.confirm(text_of(form.pending), text_of(form.code), request.remote_addr))
        except PendingOver:
            first = SignInForm(formdata=None)
            first.form_errors = [_("Too much time went by. Enter your password once more.")]
            return sign_in_page(first, 400, from_sign_in())
        except signing_in.SignInRefused:
            form.code.errors = [
                _("This code is not right, or it was used already. After several tries, wait some minutes.")
            ]
    return _code_page(form, 400)


@accounts.post("/sign-out")
@signed_in_only
def sign_out() -> ResponseReturnValue:
    action = ActionForm()
    if not action.validate_on_submit():
        return account_page(action)
    sessions.end(read_cookie("staff"))
    return _let_out()


@accounts.post("/sign-out-everywhere")
@signed_in_only
def sign_out_everywhere() -> ResponseReturnValue:
    action = ActionForm()
    if not action.validate_on_submit():
        return account_page(action)
    sessions.end_all(signed_in())
    return _let_out()


def _ask_for_code(wanted: signing_in.CodeWanted) -> ResponseReturnValue:
    db.session.commit()  # the hash of the password may have been renewed
    return _code_page(CodeForm(formdata=None, pending=wanted.pending), 200)


def _code_page(form: CodeForm, code: int) -> ResponseReturnValue:
    page = render_template(
        "accounts/code.html",
        form=form,
        kept=from_sign_in(),
        next_path=local_path(request.args.get("next")),
        page_languages=(),  # another language is another page: what is carried would stay behind
    )
    return page, code


def _after_sign_in(person: Person) -> str:
    return local_path(request.args.get("next")) or home_of(person)


def _let_in(entered: signing_in.SignedIn) -> ResponseReturnValue:
    sessions.end(read_cookie("staff"))
    session.clear()
    response = _send_again(entered.person) or redirect(_after_sign_in(entered.person), 303)
    give_cookie(response, "staff", entered.token)
    db.session.commit()
    return response


def _send_again(person: Person) -> Response | None:
    """A page whose one button sends what was entered too late, with a token of the new session."""
    kept = from_sign_in()
    if kept is None:
        return None
    g.pop("csrf_token", None)  # made for the session before
    page = render_template(
        "accounts/send_again.html",
        kept=kept,
        action=ActionForm(formdata=None),
        home=home_of(person),
        page_languages=(),
    )
    return make_response(page)


def _let_out() -> ResponseReturnValue:
    session.clear()
    response = redirect(url_for("accounts.sign_in"), 303)
    drop_cookie(response, "staff")
    db.session.commit()
    return response
