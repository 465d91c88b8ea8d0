"""Doors: who is at the browser, and which pages open for them."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from flask import abort, current_app, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.accounts import devices, second_step, sessions
from quizapp.accounts.cookies import read_cookie
from quizapp.accounts.forms import SignInForm
from quizapp.accounts.kept import Kept, from_late_form
from quizapp.accounts.models import Person, Pupil
from quizapp.accounts.roles import WITH_SECOND_STEP
from quizapp.accounts.roles import roles_of as roles_of

P = ParamSpec("P")
READING = ("GET", "HEAD", "OPTIONS")
POLLED = "asked_for_again_and_again"
HOMES = {"teacher": "classroom.classes", "trainer": "authoring.shelf", "administrator": "office.people"}


def current_person() -> Person | None:
    """The member of staff signed in at this browser."""
    if "person" not in g:
        found = sessions.find(read_cookie("staff"))
        if found and not _only_watches(found.person):
            sessions.seen(found, reading=request.method in READING)
        g.person = found and found.person
    person: Person | None = g.person
    return person


def polled(view: Callable[P, ResponseReturnValue]) -> Callable[P, ResponseReturnValue]:
    """Mark what an open page asks for again and again: that keeps teachers signed in, but nobody else."""
    setattr(view, POLLED, True)
    return view


def _only_watches(person: Person) -> bool:
    view = current_app.view_functions.get(request.endpoint or "")
    return getattr(view, POLLED, False) and bool(present_roles(person) & WITH_SECOND_STEP)


def current_pupil() -> Pupil | None:
    """The pupil at work in this browser."""
    return devices.pupil_by_token(read_cookie("pupil"))


def present_roles(person: Person) -> frozenset[str]:
    """What the person at this browser may do, asked for once a request."""
    if "roles" not in g:
        g.roles = roles_of(person)
    roles: frozenset[str] = g.roles
    return roles


def home_of(person: Person) -> str:
    """The page at which a person's work begins."""
    roles = roles_of(person)
    for role, endpoint in HOMES.items():
        if role in roles and endpoint in current_app.view_functions:
            return url_for(endpoint)
    return url_for("accounts.account")


def signed_in_only(view: Callable[P, ResponseReturnValue]) -> Callable[P, ResponseReturnValue]:
    """A page that opens even before the second step is set up."""

    @wraps(view)
    def guarded(*args: P.args, **values: P.kwargs) -> ResponseReturnValue:
        return view(*args, **values) if current_person() else _to_sign_in()

    return guarded


def staff_only(view: Callable[P, ResponseReturnValue]) -> Callable[P, ResponseReturnValue]:
    """A page for whoever is signed in; others are asked to sign in and come back."""

    @wraps(view)
    def guarded(*args: P.args, **values: P.kwargs) -> ResponseReturnValue:
        person = current_person()
        if person is None:
            return _to_sign_in()
        return _to_second_step(person) or view(*args, **values)

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
            if role not in present_roles(person):
                abort(403)
            return _to_second_step(person) or view(*args, **values)

        return guarded

    return guard


def signed_in() -> Person:
    """The person behind a guarded page."""
    person = current_person()
    assert person is not None
    return person


def sign_in_page(form: SignInForm, code: int, kept: Kept | None = None) -> ResponseReturnValue:
    """The page to sign in; it tells who was in before, and carries what was entered too late."""
    page = render_template(
        "accounts/sign_in.html",
        form=form,
        kept=kept,
        signed_out=read_cookie("staff") is not None,
        # Another language is another page: what is carried would stay behind.
        **({"page_languages": ()} if kept else {}),
    )
    return page, code


def _to_second_step(person: Person) -> ResponseReturnValue | None:
    """Who has more power than a teacher sets up the second step before anything else."""
    if present_roles(person) & WITH_SECOND_STEP and not second_step.is_set(person):
        return redirect(url_for("accounts.set_up_second_step"), 303)
    return None


def _to_sign_in() -> ResponseReturnValue:
    # A write cannot be repeated by following a link: whoever signs in after one starts at the classes.
    path = request.full_path.rstrip("?") if request.method in READING else None
    return redirect(url_for("accounts.sign_in", next=path), 303)


def _sign_in_and_send_again() -> ResponseReturnValue:
    return sign_in_page(SignInForm(formdata=None), 403, from_late_form())
