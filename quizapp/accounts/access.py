"""Doors: who is at the browser, and which pages open for them."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from flask import abort, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from quizapp.accounts import devices, sessions
from quizapp.accounts.cookies import read_cookie
from quizapp.accounts.forms import SignInForm
from quizapp.accounts.kept import Kept, from_late_form
from quizapp.accounts.models import Person, PersonRole, Pupil
from quizapp.db import db

P = ParamSpec("P")
READING = ("GET", "HEAD", "OPTIONS")


def current_person() -> Person | None:
    """The member of staff signed in at this browser."""
    if "person" not in g:
        found = sessions.find(read_cookie("staff"))
        if found:
            sessions.seen(found, reading=request.method in READING)
        g.person = found and found.person
    person: Person | None = g.person
    return person


def current_pupil() -> Pupil | None:
    """The pupil at work in this browser."""
    return devices.pupil_by_token(read_cookie("pupil"))


def roles_of(person: Person) -> frozenset[str]:
    """What a person may do."""
    return frozenset(db.session.scalars(select(PersonRole.role).where(PersonRole.person_id == person.id)))


def staff_only(view: Callable[P, ResponseReturnValue]) -> Callable[P, ResponseReturnValue]:
    """A page for whoever is signed in; others are asked to sign in and come back."""

    @wraps(view)
    def guarded(*args: P.args, **values: P.kwargs) -> ResponseReturnValue:
        return view(*args, **values) if current_person() else _to_sign_in()

    return guarded


def teacher_only(view: Callable[P, ResponseReturnValue]) -> Callable[P, ResponseReturnValue]:
    """A page for teachers; see role_only."""
    return role_only("teacher")(view)


def trainer_only(view: Callable[P, ResponseReturnValue]) -> Callable[P, ResponseReturnValue]:
    """A page for trainers; see role_only."""
    return role_only("trainer")(view)


def administrator_only(view: Callable[P, ResponseReturnValue]) -> Callable[P, ResponseReturnValue]:
    """A page for administrators; see role_only."""
    return role_only("administrator")(view)


def role_only(
    role: str,
) -> Callable[[Callable[P, ResponseReturnValue]], Callable[P, ResponseReturnValue]]:
    """A page for one role; others are asked to sign in and come back with what they entered, or get 403."""

    def guard(view: Callable[P, ResponseReturnValue]) -> Callable[P, ResponseReturnValue]:
        @wraps(view)
        def guarded(*args: P.args, **values: P.kwargs) -> ResponseReturnValue:
            person = current_person()
            if person is None:
                return _to_sign_in() if request.method in READING else _sign_in_and_send_again()
            if role not in roles_of(person):
                abort(403)
            return view(*args, **values)

        return guarded

    return guard


def signed_in() -> Person:
    """The person behind a guarded page."""
    person = current_person()
    assert person is not None
    return person


def sign_in_page(form: SignInForm, code: int, kept: Kept | None = None) -> ResponseReturnValue:
    """The page to sign in; it tells who was signed out by time, and carries what was entered too late."""
    page = render_template(
        "accounts/sign_in.html",
        form=form,
        kept=kept,
        signed_out=read_cookie("staff") is not None,
        # Another language is another page: what is carried would stay behind.
        **({"page_languages": ()} if kept else {}),
    )
    return page, code


def _to_sign_in() -> ResponseReturnValue:
    # A write cannot be repeated by following a link: whoever signs in after one starts at the classes.
    path = request.full_path.rstrip("?") if request.method in READING else None
    return redirect(url_for("accounts.sign_in", next=path), 303)


def _sign_in_and_send_again() -> ResponseReturnValue:
    return sign_in_page(SignInForm(formdata=None), 403, from_late_form())
