"""Coming into a class: the code, a name, and three pictures to be known by next time."""

from math import ceil

from flask import abort, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from quizapp import clock
from quizapp.accounts import joining
from quizapp.accounts.access import current_pupil
from quizapp.accounts.codes import CodeRefused, find_class_by_code
from quizapp.accounts.cookies import give_cookie
from quizapp.accounts.limits import TooManyTries
from quizapp.accounts.models import Pupil
from quizapp.accounts.names import SECRETS, Name, Secret, UnknownPicture, read_name, read_secret
from quizapp.accounts.tickets import Ticket, new_ticket, open_ticket
from quizapp.db import db
from quizapp.learning.blueprint import learning
from quizapp.learning.lessons_views import first_address
from quizapp.learning.refusing import refusing

Page = str | Response | tuple[str, int] | tuple[str, int, dict[str, str]]
PLACES = ("secret1", "secret2", "secret3")


@learning.post("/join")
def enter_code() -> Page:
    """Wrong, expired and closed look alike."""
    code = request.form.get("code", "")[:40]
    try:
        school_class = find_class_by_code(code, request.remote_addr)
    except CodeRefused:
        # Translators: for children.
        error = _("This code does not open a class now. Look at it once more, or ask your teacher.")
        return render_template("learning/enter_code.html", code=code, code_error=error), 400
    except TooManyTries as refused:
        minutes = ceil(refused.seconds / 60)
        # Translators: for children: many codes that open nothing were tried from this school or home.
        error = ngettext(
            "Many codes were tried here. Wait %(num)d minute, then tap “Go in” again.",
            "Many codes were tried here. Wait %(num)d minutes, then tap “Go in” again.",
            minutes,
        )
        page = render_template("learning/enter_code.html", code=code, code_error=error)
        return page, 429, {"Retry-After": str(refused.seconds)}
    return redirect(url_for("learning.join", ticket=new_ticket(school_class)), 303)


@learning.get("/join/<ticket>")
def join(ticket: str) -> Page:
    """New here, or here before? With ?first six names to choose from, with ?name= the pictures for one."""
    with refusing():
        opened = open_ticket(ticket)
        if not request.args.keys() & {"first", "name"}:
            return _which_way(opened, ticket)
        if not joining.takes_new(opened.school_class):
            return redirect(url_for("learning.come_back", ticket=ticket))
        if "name" not in request.args:
            return _offer(opened, ticket)
        return secret_page(read_name(request.args["name"]), url_for("learning.join", ticket=ticket))


@learning.post("/join/<ticket>")
def join_class(ticket: str) -> Page:
    with refusing():
        opened = open_ticket(ticket)
        name = read_name(request.form.get("name", ""))
        try:
            secret = chosen_secret()
            if "look" in request.form:
                others = url_for("learning.join", ticket=ticket, name=name.id)
                return remember_page(name, secret, url_for("learning.join", ticket=ticket), others)
            pupil, token = joining.join(opened.school_class, name, secret, opened.join_id)
        except UnknownPicture:
            return secret_page(name, url_for("learning.join", ticket=ticket), three_pictures()), 400
        except joining.NameTaken:
            # Translators: for children.
            return _offer(opened, ticket, _("Somebody was quicker. Choose another one.")), 409
        except joining.NoNewPupils:
            return redirect(url_for("learning.come_back", ticket=ticket), 303)
        return come_in(pupil, token)


def come_in(pupil: Pupil, token: str) -> Response:
    """The pupil is in: remembered by this browser until midnight, and on the way to a lesson."""
    db.session.flush()
    response = redirect(first_address(pupil), 303)
    give_cookie(response, "pupil", token, clock.next_midnight())
    db.session.commit()
    return response


def secret_page(name: Name, action: str, error: str | None = None, **more: object) -> str:
    """Three pictures to choose in order; what was chosen stays chosen, unless more says otherwise."""
    usual = {"chosen": [request.form.get(field, "") for field in PLACES], "pictures": SECRETS}
    return render_template("learning/secret.html", name=name, action=action, error=error, **(usual | more))


def remember_page(name: Name, secret: Secret, action: str, others: str, pupil: Pupil | None = None) -> str:
    """The three pictures once more before going in, where no script shows them. Nothing is kept yet.

    others: where other pictures are chosen.
    """
    return render_template(
        "learning/remember.html", name=name, action=action, secret=secret, others=others, pupil=pupil
    )


def chosen_secret() -> Secret:
    """Raises UnknownPicture unless three pictures are chosen."""
    return read_secret([request.form.get(field, "") for field in PLACES])


def three_pictures() -> str:
    """What to say to whoever has not chosen all three."""
    # Translators: for children.
    return _("Choose three pictures: the first, the second and the third.")


def _which_way(opened: Ticket, ticket: str) -> Page:
    """Whoever is at work in this browser may go on; for pupils who were all here before there is one way."""
    pupil = current_pupil()
    here = pupil if pupil and pupil.class_id == opened.school_class.id else None
    takes_new = joining.takes_new(opened.school_class)
    if not here and not takes_new:
        return redirect(url_for("learning.come_back", ticket=ticket))
    return render_template("learning/which_way.html", ticket=ticket, here=here, takes_new=takes_new)


def _offer(opened: Ticket, ticket: str, error: str | None = None) -> str:
    offers = joining.offers(opened.school_class, opened.join_id)
    return render_template("learning/join.html", offers=offers or abort(409), ticket=ticket, error=error)
