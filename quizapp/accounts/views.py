"""Staff at the door: signing in and out, the account, the links of invitations and resets."""

from flask import (
    Blueprint,
    Response,
    flash,
    g,
    make_response,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from quizapp.accounts import people, sessions, signing_in
from quizapp.accounts.access import current_person, sign_in_page, signed_in, staff_only
from quizapp.accounts.addresses import local_path
from quizapp.accounts.cookies import drop_cookie, give_cookie, read_cookie
from quizapp.accounts.forms import ChangePasswordForm, NewPasswordForm, SignInForm, SignUpForm, text_of
from quizapp.accounts.kept import from_sign_in
from quizapp.accounts.passwords import PasswordRefused
from quizapp.db import db
from quizapp.forms import ActionForm
from quizapp.refusal import Refusal

accounts = Blueprint("accounts", __name__, url_prefix="/<staff_language:language>/staff")


@accounts.route("/sign-in", methods=["GET", "POST"])
def sign_in() -> ResponseReturnValue:
    if request.method == "GET" and current_person():
        return redirect(_after_sign_in(), 303)
    form = SignInForm()
    if form.validate_on_submit():
        try:
            _person, token = signing_in.sign_in(
                text_of(form.email), text_of(form.password), request.remote_addr
            )
        except signing_in.SignInRefused:
            form.form_errors.append(
                _("E-mail and password don't fit together. After several tries, wait some minutes.")
            )
        else:
            return _let_in(token)
    return sign_in_page(form, 400 if request.method == "POST" else 200, from_sign_in())


@accounts.post("/sign-out")
@staff_only
def sign_out() -> ResponseReturnValue:
    action = ActionForm()
    if not action.validate_on_submit():
        return _account_page(ChangePasswordForm(formdata=None), action)
    sessions.end(read_cookie("staff"))
    return _let_out()


@accounts.post("/sign-out-everywhere")
@staff_only
def sign_out_everywhere() -> ResponseReturnValue:
    action = ActionForm()
    if not action.validate_on_submit():
        return _account_page(ChangePasswordForm(formdata=None), action)
    sessions.end_all(signed_in())
    return _let_out()


@accounts.route("/account", methods=["GET", "POST"])
@staff_only
def account() -> ResponseReturnValue:
    form = ChangePasswordForm()
    if form.validate_on_submit():
        try:
            people.change_password(
                signed_in(), text_of(form.present_password), text_of(form.new_password), read_cookie("staff")
            )
        except people.WrongPassword:
            form.present_password.errors = [_("This is not your present password.")]
        except PasswordRefused as refused:
            form.refuse_password(refused)
        else:
            db.session.commit()
            flash(_("The new password holds from now on. Other browsers are signed out."), "success")
            return redirect(url_for("accounts.account"), 303)
    return _account_page(form, ActionForm(formdata=None))


@accounts.route("/invitation/<token>", methods=["GET", "POST"])
def invitation(token: str) -> ResponseReturnValue:
    form = SignUpForm()
    try:
        found = people.find_invitation(token)
        if form.validate_on_submit():
            people.sign_up(token, text_of(form.email), text_of(form.name), text_of(form.new_password))
            db.session.commit()
            flash(_("Your account is ready. Sign in."), "success")
            return redirect(url_for("accounts.sign_in"), 303)
    except people.LinkRefused as error:
        raise _used_up() from error
    except people.EmailTaken:
        db.session.rollback()
        found = people.find_invitation(token)
        form.email.errors = [_("Somebody signs in with this e-mail already.")]
    except PasswordRefused as refused:
        form.refuse_password(refused)
    return _shown("accounts/invitation.html", form, school=found.school)


@accounts.route("/reset/<token>", methods=["GET", "POST"])
def reset(token: str) -> ResponseReturnValue:
    form = NewPasswordForm()
    try:
        person = people.find_reset_link(token).person
        if form.validate_on_submit():
            people.reset_password(token, text_of(form.new_password))
            db.session.commit()
            flash(_("The new password holds from now on. Sign in."), "success")
            return redirect(url_for("accounts.sign_in"), 303)
    except people.LinkRefused as error:
        raise _used_up() from error
    except PasswordRefused as refused:
        form.refuse_password(refused)
    return _shown("accounts/reset.html", form, email=person.email)


def _shown(template: str, form: NewPasswordForm, **values: object) -> ResponseReturnValue:
    page = render_template(template, form=form, **values)
    return page, 400 if request.method == "POST" else 200


def _account_page(form: ChangePasswordForm, action: ActionForm) -> ResponseReturnValue:
    return _shown("accounts/account.html", form, action_form=action)


def _used_up() -> Refusal:
    return Refusal(410, _("This link was used already or is too old. Ask for a new one."))


def _after_sign_in() -> str:
    return local_path(request.args.get("next")) or url_for("classroom.classes")


def _let_in(token: str) -> ResponseReturnValue:
    sessions.end(read_cookie("staff"))
    session.clear()
    response = _send_again() or redirect(_after_sign_in(), 303)
    give_cookie(response, "staff", token)
    db.session.commit()
    return response


def _send_again() -> Response | None:
    """A page whose one button sends what was entered too late, with a token of the new session."""
    kept = from_sign_in()
    if kept is None:
        return None
    g.pop("csrf_token", None)  # made for the session before
    page = render_template(
        "accounts/send_again.html", kept=kept, action=ActionForm(formdata=None), page_languages=()
    )
    return make_response(page)


def _let_out() -> ResponseReturnValue:
    session.clear()
    response = redirect(url_for("accounts.sign_in"), 303)
    drop_cookie(response, "staff")
    db.session.commit()
    return response
