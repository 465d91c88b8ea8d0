"""Staff about themselves: the password, the languages, the recovery codes."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from quizapp.accounts import people, roles, second_step
from quizapp.accounts.access import home_of, present_roles, signed_in, staff_only
from quizapp.accounts.blueprint import accounts
from quizapp.accounts.cookies import read_cookie
from quizapp.accounts.forms import ChangePasswordForm, CodeForm, LanguagesForm, text_of
from quizapp.accounts.passwords import PasswordRefused
from quizapp.db import db
from quizapp.forms import ActionForm, StaffForm


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
            flash(_("The new password is valid from now on. Other browsers are signed out."), "success")
            return redirect(url_for("accounts.account"), 303)
    return account_page(form)


@accounts.post("/account/languages")
@staff_only
def languages() -> ResponseReturnValue:
    form = LanguagesForm()
    if not form.validate_on_submit() or "trainer" not in present_roles(signed_in()):
        return account_page(form)
    roles.set_languages(signed_in(), frozenset(form.languages.data or ()))
    db.session.commit()
    flash(_("Your languages are noted."), "success")
    return redirect(url_for("accounts.account"), 303)


@accounts.post("/account/recovery-codes")
@staff_only
def recovery_codes() -> ResponseReturnValue:
    """New recovery codes, for who shows a code that holds."""
    form = CodeForm()
    if form.validate_on_submit():
        try:
            codes = second_step.renew_recovery_codes(signed_in(), text_of(form.code))
        except second_step.WrongCode:
            form.code.errors = [_("This code is not right, or it was used already. Wait for the next one.")]
        else:
            db.session.commit()
            return codes_page(codes)
    return account_page(form)


def codes_page(codes: list[str]) -> ResponseReturnValue:
    """The recovery codes, shown this one time."""
    return render_template(
        "accounts/recovery_codes.html", codes=codes, home=home_of(signed_in()), page_languages=()
    )


def account_page(sent: StaffForm) -> ResponseReturnValue:
    """The whole page, with what is wrong in the form that was sent."""
    person = signed_in()
    forms: dict[str, StaffForm] = {
        "form": ChangePasswordForm(formdata=None),
        "action_form": ActionForm(formdata=None),
        "code_form": CodeForm(formdata=None),
        "languages_form": LanguagesForm(formdata=None, languages=sorted(roles.languages_of(person))),
    }
    forms |= {name: sent for name, blank in forms.items() if type(blank) is type(sent)}
    page = render_template(
        "accounts/account.html",
        **forms,
        second_step=second_step.is_set(person),
        codes_left=second_step.recovery_codes_left(person),
    )
    return page, 400 if request.method == "POST" else 200
