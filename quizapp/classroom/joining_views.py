"""How pupils come in: the code, who may use it now, and what is shown or printed."""

from flask import redirect, render_template, url_for
from flask_babel import force_locale
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from quizapp.accounts import codes, roster
from quizapp.accounts.access import teacher_only
from quizapp.accounts.models import SchoolClass
from quizapp.classroom.blueprint import Page, classroom
from quizapp.classroom.forms import JoiningForm
from quizapp.classroom.own import own_class
from quizapp.classroom.qr import qr_svg
from quizapp.classroom.stale import stale_form
from quizapp.classroom.table import by_name
from quizapp.db import db
from quizapp.forms import ActionForm


@classroom.post("/classes/<int:class_id>/joining")
@teacher_only
def set_joining(class_id: int) -> Page:
    school_class = own_class(class_id)
    form = JoiningForm()
    if not form.validate_on_submit():
        return stale_form(back=_class_page(school_class))
    codes.set_joining(school_class, form.joining.data)
    db.session.commit()
    return redirect(_class_page(school_class))


@classroom.post("/classes/<int:class_id>/code")
@teacher_only
def new_code(class_id: int) -> Page:
    """A new code; the old one stops working."""
    school_class = own_class(class_id)
    if not ActionForm().validate_on_submit():
        return stale_form(back=_class_page(school_class))
    codes.rotate_code(school_class)
    db.session.commit()
    return redirect(_class_page(school_class))


@classroom.get("/classes/<int:class_id>/projector")
@teacher_only
def projector(class_id: int) -> str:
    """The code, full screen. Never a pupil, never a result: the whole class looks at it."""
    return _way_in("projector", own_class(class_id))


@classroom.get("/classes/<int:class_id>/poster")
@teacher_only
def poster(class_id: int) -> str:
    return _way_in("poster", own_class(class_id))


@classroom.get("/classes/<int:class_id>/code.svg")
@teacher_only
def code_picture(class_id: int) -> Response:
    """The QR code. The join code stands behind `#`, which a browser sends to no server."""
    school_class = own_class(class_id)
    return Response(qr_svg(f"{_address(school_class)}#{school_class.join_code}"), mimetype="image/svg+xml")


@classroom.get("/classes/<int:class_id>/list")
@teacher_only
def class_list(class_id: int) -> str:
    """For printing: each animal with an empty line; the names are written by hand and stay on paper."""
    school_class = own_class(class_id)
    return render_template(
        "classroom/list.html", school_class=school_class, pupils=by_name(roster.pupils_of(school_class))
    )


def _way_in(page: str, school_class: SchoolClass) -> str:
    # The class reads it, so it speaks the class's language, whatever the teacher reads.
    with force_locale(school_class.language):
        # Translators: for the whole class, on the projector or on a poster.
        headline = _("Come in with this code")
        # Translators: for the whole class, on the projector, while the teacher has not opened the door.
        closed = _("The door is closed at the moment.")
    return render_template(
        f"classroom/{page}.html",
        school_class=school_class,
        address=_address(school_class),
        headline=headline,
        closed=closed if codes.joining_state(school_class) == "closed" else None,
    )


def _address(school_class: SchoolClass) -> str:
    return url_for("shell.home", language=school_class.language, _external=True)


def _class_page(school_class: SchoolClass) -> str:
    return url_for("classroom.class_page", class_id=school_class.id)
