"""What the whole class sees: the code on the projector and on a poster. Never a pupil, never a result."""

from flask import Response, redirect, render_template, url_for
from flask_babel import force_locale, format_time, ngettext
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from quizapp.accounts.access import polled, teacher_only
from quizapp.accounts.codes import joining_state
from quizapp.accounts.devices import came_in_today
from quizapp.accounts.models import SchoolClass
from quizapp.classroom.blueprint import classroom
from quizapp.classroom.own import class_at_work, own_class
from quizapp.classroom.watched import watched
from quizapp.forms import ActionForm
from quizapp.qr import qr_svg


@classroom.get("/classes/<int:class_id>/projector")
@teacher_only
def projector(class_id: int) -> str | AnyResponse:
    """The code, full screen."""
    school_class = own_class(class_id)
    if school_class.archived_on:
        return _put_away(school_class)
    with force_locale(school_class.language):
        # Translators: for the whole class, on the projector.
        headline = _("Come in with this code")
    return render_template(
        "classroom/projector.html",
        **(_way_in(school_class) | _door(school_class)),
        headline=headline,
        action=ActionForm(),
    )


@classroom.get("/classes/<int:class_id>/projector/door")
@teacher_only
@polled
def projector_door(class_id: int) -> AnyResponse:
    """The part of it that changes, for its script: whether one can come in, and how many have."""
    return watched("classroom/door.html", **_door(own_class(class_id)))


@classroom.get("/classes/<int:class_id>/poster")
@teacher_only
def poster(class_id: int) -> str | AnyResponse:
    """Where to go and what to do there, for the wall."""
    school_class = own_class(class_id)
    if school_class.archived_on:
        return _put_away(school_class)
    with force_locale(school_class.language):
        words = {
            "site": _("Bag of knowledge"),
            # Translators: three steps on a poster for the whole class; below each stands what it speaks of.
            "open_it": _("Open the address"),
            # Translators: three steps on a poster for the whole class; below each stands what it speaks of.
            "type_it": _("Type the code"),
            # Translators: three steps on a poster for the whole class.
            "pick_it": _("Pick your animal"),
        }
    return render_template("classroom/poster.html", **_way_in(school_class), words=words)


@classroom.get("/classes/<int:class_id>/code.svg")
@teacher_only
def code_picture(class_id: int) -> Response:
    """The QR code. The join code stands behind `#`, which a browser sends to no server."""
    school_class = class_at_work(class_id)
    return Response(qr_svg(f"{_address(school_class)}#{school_class.join_code}"), mimetype="image/svg+xml")


def _put_away(school_class: SchoolClass) -> AnyResponse:
    """A code that opens nothing is not shown; the page of the class says why."""
    return redirect(url_for("classroom.class_page", class_id=school_class.id))


def _way_in(school_class: SchoolClass) -> dict[str, object]:
    shown = _address(school_class).partition("://")[2].removesuffix("/")
    return {"school_class": school_class, "address": shown}


def _door(school_class: SchoolClass) -> dict[str, object]:
    state, here = joining_state(school_class), came_in_today(school_class)
    # The class reads it, so it speaks the class's language, whatever the teacher reads.
    with force_locale(school_class.language):
        until = format_time(school_class.joining_until, "HH:mm")  # type: ignore[no-untyped-call]
        if state == "closed":
            # Translators: for the whole class, on the projector, while the teacher has not opened the door.
            said = _("The door is closed at the moment.")
        elif state == "returning":
            # Translators: for the whole class, on the projector.
            said = _("Whoever was here before can come in until %(time)s.", time=until)
        else:
            # Translators: for the whole class, on the projector.
            said = _("You can come in until %(time)s.", time=until)
        # Translators: how many pupils are in the class in some browser today; who has made room for another
        # pupil at the same computer is not counted. For the whole class, on the projector.
        counted = ngettext("%(num)s pupil is in today", "%(num)s pupils are in today", here)
    return {"school_class": school_class, "joining": state, "said": said, "counted": counted, "here": here}


def _address(school_class: SchoolClass) -> str:
    return url_for("shell.home", language=school_class.language, _external=True)
