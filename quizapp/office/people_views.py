"""The people of the site: who there is, and what each may do."""

from collections.abc import Callable

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from quizapp.accounts import people as staff
from quizapp.accounts import roles, second_step
from quizapp.accounts.access import administrator_only, signed_in
from quizapp.accounts.models import Person
from quizapp.db import db
from quizapp.forms import ActionForm, StaffForm
from quizapp.office.blueprint import Page, office
from quizapp.office.everybody import everybody, member
from quizapp.office.forms import RolesForm
from quizapp.office.wording import ROLE_NAMES, STATES


@office.get("/")
@administrator_only
def people() -> str:
    return render_template("office/people.html", members=everybody(), role_names=ROLE_NAMES, states=STATES)


@office.get("/people/<int:person_id>")
@administrator_only
def person(person_id: int) -> Page:
    return _person_page(person_id, ActionForm(formdata=None))


@office.post("/people/<int:person_id>/roles")
@administrator_only
def set_roles(person_id: int) -> Page:
    form = RolesForm()
    chosen = frozenset(form.roles.data or ())
    return _done(
        person_id,
        form,
        lambda whom: roles.set_roles(whom, chosen, signed_in()),
        _("The roles are changed. Whoever's roles change signs in anew."),
    )


@office.post("/people/<int:person_id>/lock")
@administrator_only
def lock_out(person_id: int) -> Page:
    return _done(
        person_id,
        ActionForm(),
        lambda whom: roles.lock_out(whom, signed_in()),
        _("This person is signed out everywhere and can't sign in."),
    )


@office.post("/people/<int:person_id>/let-in")
@administrator_only
def let_in_again(person_id: int) -> Page:
    return _done(
        person_id,
        ActionForm(),
        lambda whom: roles.let_in_again(whom, signed_in()),
        _("This person can sign in again."),
    )


@office.post("/people/<int:person_id>/second-step")
@administrator_only
def remove_second_step(person_id: int) -> Page:
    return _done(
        person_id,
        ActionForm(),
        lambda whom: second_step.remove(whom, signed_in()),
        _("The second step of signing in is removed. The next time the person sets it up anew."),
    )


@office.post("/people/<int:person_id>/reset-link")
@administrator_only
def reset_link(person_id: int) -> Page:
    """A link to hand over, shown this one time."""
    found, form = member(person_id), ActionForm()
    if not form.validate_on_submit():
        return _person_page(person_id, form)
    token = staff.reset_link(found.person.email, signed_in())
    db.session.commit()
    return render_template(
        "office/link.html",
        link=url_for("accounts.reset", token=token, _external=True),
        person=found.person,
        back=url_for("office.person", person_id=person_id),
        page_languages=(),
    )


def _done(person_id: int, form: StaffForm, deed: Callable[[Person], None], told: str) -> Page:
    found = member(person_id)
    if not form.validate_on_submit():
        return _person_page(person_id, form)
    try:
        deed(found.person)
    except roles.LastAdministrator:
        form.form_errors.append(
            _("Somebody has to look after the people. Make another person an administrator first.")
        )
        return _person_page(person_id, form)
    db.session.commit()
    flash(told, "success")
    return redirect(url_for("office.person", person_id=person_id), 303)


def _person_page(person_id: int, sent: StaffForm) -> Page:
    """The whole page, with what is wrong in the form that was sent."""
    found = member(person_id)
    roles_form = RolesForm(formdata=None, roles=found.roles)
    page = render_template(
        "office/person.html",
        member=found,
        roles_form=sent if isinstance(sent, RolesForm) else roles_form,
        action=sent if isinstance(sent, ActionForm) else ActionForm(formdata=None),
        role_names=ROLE_NAMES,
        states=STATES,
    )
    return page, 400 if request.method == "POST" else 200
