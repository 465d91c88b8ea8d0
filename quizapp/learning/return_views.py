"""Coming back: pick your animal from the class, then your three pictures."""

from flask import render_template, request, url_for
from flask_babel import gettext as _

from quizapp.accounts import joining, roster
from quizapp.accounts.models import Pupil
from quizapp.accounts.names import Name, UnknownPicture, name_order
from quizapp.accounts.tickets import open_ticket
from quizapp.languages import current_language
from quizapp.learning.blueprint import learning
from quizapp.learning.join_views import (
    PLACES,
    Page,
    chosen_secret,
    come_in,
    remember_page,
    secret_page,
    three_pictures,
)
from quizapp.learning.refusing import refusing


@learning.get("/back/<ticket>")
def come_back(ticket: str) -> Page:
    """The animals of the class; with ?pupil= the three pictures of one."""
    with refusing():
        opened = open_ticket(ticket)
    if "pupil" in request.args:
        return _secret_of(roster.pupil_in(opened.school_class, _number(request.args["pupil"])), ticket)
    return render_template(
        "learning/come_back.html",
        ticket=ticket,
        pupils=sorted(roster.pupils_of(opened.school_class), key=_place),
        takes_new=joining.takes_new(opened.school_class),
    )


@learning.post("/back/<ticket>")
def return_to_class(ticket: str) -> Page:
    with refusing():
        opened = open_ticket(ticket)
    pupil = roster.pupil_in(opened.school_class, _number(request.form.get("pupil", "")))
    try:
        secret = chosen_secret()
        if "look" in request.form and pupil.secret_hash is None:
            action, name = url_for("learning.come_back", ticket=ticket), Name(pupil.animal, pupil.thing)
            others = url_for("learning.come_back", ticket=ticket, pupil=pupil.id)
            return remember_page(name, secret, action, others, pupil)
        token = joining.come_back(pupil, secret)
    except UnknownPicture:
        return _secret_of(pupil, ticket, three_pictures()), 400
    except joining.SecretRefused as refused:
        # Chosen anew from empty places: the same three once more would be refused again.
        page = _secret_of(pupil, ticket, _not_now(refused), chosen=[""] * len(PLACES))
        return page, 429 if refused.wait else 400
    with refusing():
        return come_in(pupil, token)


def _place(pupil: Pupil) -> list[tuple[int, str]]:
    return name_order(pupil.animal, pupil.thing, current_language())


def _secret_of(pupil: Pupil, ticket: str, error: str | None = None, **more: object) -> str:
    action = url_for("learning.come_back", ticket=ticket)
    name = Name(pupil.animal, pupil.thing)
    return secret_page(name, action, error, pupil=pupil, known=pupil.secret_hash is not None, **more)


def _not_now(refused: joining.SecretRefused) -> str:
    # Translators: all three are for children. Of the first nobody has looked at the pictures yet.
    if isinstance(refused, joining.TooSoon):
        return _("That was a little too soon. Wait a little, then choose your pictures again.")
    if refused.wait:
        return _("These are not the pictures. Wait a little, then choose again, or ask your teacher.")
    return _("These are not the pictures. Think about them once more.")


def _number(text: str) -> int:
    """A number in an address or form; 0, which is nobody's, for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else 0
