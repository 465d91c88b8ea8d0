"""The links that are handed over: an invitation, and a password to choose."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from quizapp.accounts import people
from quizapp.accounts.blueprint import accounts, shown
from quizapp.accounts.forms import NewPasswordForm, SignUpForm, text_of
from quizapp.accounts.passwords import PasswordRefused
from quizapp.db import db
from quizapp.refusal import Refusal


@accounts.route("/invitation/<token>", methods=["GET", "POST"])
def invitation(token: str) -> ResponseReturnValue:
    try:
        found = people.find_invitation(token)
        form = SignUpForm(found.role)
        if form.validate_on_submit():
            _sign_up(token, form)
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
    return shown("accounts/invitation.html", form, school=found.school, role=found.role)


def _sign_up(token: str, form: SignUpForm) -> None:
    people.sign_up(
        token,
        text_of(form.email),
        text_of(form.name),
        text_of(form.new_password),
        form.chosen_languages(),
    )
    db.session.commit()


@accounts.route("/reset/<token>", methods=["GET", "POST"])
def reset(token: str) -> ResponseReturnValue:
    form = NewPasswordForm()
    try:
        person = people.find_reset_link(token).person
        if form.validate_on_submit():
            people.reset_password(token, text_of(form.new_password))
            db.session.commit()
            flash(_("The new password is valid from now on. Sign in."), "success")
            return redirect(url_for("accounts.sign_in"), 303)
    except people.LinkRefused as error:
        raise _used_up() from error
    except PasswordRefused as refused:
        form.refuse_password(refused)
    return shown("accounts/reset.html", form, email=person.email)


def _used_up() -> Refusal:
    return Refusal(410, _("This link was used already or is too old. Ask for a new one."))
