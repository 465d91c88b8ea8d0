"""How pupils come in: the code, who may use it now, and what is shown or printed."""

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response

from quizapp.accounts import roster
from quizapp.accounts.access import class_for, current_person, teacher_only
from quizapp.accounts.models import SchoolClass
from quizapp.classroom.blueprint import ID, classroom
from quizapp.classroom.class_views import Page, stale_form
from quizapp.classroom.forms import JoiningForm
from quizapp.classroom.qr import qr_svg
from quizapp.db import db
from quizapp.forms import ActionForm


@classroom.post(f"/classes/<{ID}:class_id>/joining")
@teacher_only
def set_joining(class_id: int) -> Page:
    school_class = class_for(current_person(), class_id)
    form = JoiningForm()
    if not form.validate_on_submit():
        return stale_form(class_id)
    roster.set_joining(school_class, form.joining.data)
    db.session.commit()
    return redirect(url_for("classroom.class_page", class_id=class_id))


@classroom.post(f"/classes/<{ID}:class_id>/code")
@teacher_only
def new_code(class_id: int) -> Page:
    """A new code; the old one stops working."""
    school_class = class_for(current_person(), class_id)
    if not ActionForm().validate_on_submit():
        return stale_form(class_id)
    roster.rotate_code(school_class)
    db.session.commit()
    return redirect(url_for("classroom.class_page", class_id=class_id))


@classroom.get(f"/classes/<{ID}:class_id>/projector")
@teacher_only
def projector(class_id: int) -> str:
    """The code, full screen. Never a pupil, never a result: the whole class looks at it."""
    return _way_in("projector", class_for(current_person(), class_id))


@classroom.get(f"/classes/<{ID}:class_id>/poster")
@teacher_only
def poster(class_id: int) -> str:
    return _way_in("poster", class_for(current_person(), class_id))


@classroom.get(f"/classes/<{ID}:class_id>/code.svg")
@teacher_only
def code_picture(class_id: int) -> Response:
    """The QR code. The join code stands behind `#`, which a browser sends to no server."""
    school_class = class_for(current_person(), class_id)
    return Response(qr_svg(f"{_address(school_class)}#{school_class.join_code}"), mimetype="image/svg+xml")


@classroom.get(f"/classes/<{ID}:class_id>/list")
@teacher_only
def class_list(class_id: int) -> str:
    """For printing: each animal with an empty line; the names are written by hand and stay on paper."""
    school_class = class_for(current_person(), class_id)
    return render_template(
        "classroom/list.html", school_class=school_class, pupils=roster.pupils_of(school_class)
    )


def _way_in(page: str, school_class: SchoolClass) -> str:
    address = _address(school_class)
    return render_template(f"classroom/{page}.html", school_class=school_class, address=address)


def _address(school_class: SchoolClass) -> str:
    return url_for("shell.home", language=school_class.language, _external=True)
