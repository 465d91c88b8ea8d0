"""How pupils come in: the code, and who may use it now."""

from flask import redirect, url_for
from flask_babel import gettext as _

from quizapp.accounts import codes
from quizapp.accounts.access import teacher_only
from quizapp.accounts.models import SchoolClass
from quizapp.classroom.blueprint import Page, classroom
from quizapp.classroom.forms import JoiningForm
from quizapp.classroom.own import class_at_work
from quizapp.classroom.stale import stale_form
from quizapp.db import db
from quizapp.forms import ActionForm
from quizapp.refusal import Refusal


@classroom.post("/classes/<int:class_id>/joining")
@teacher_only
def set_joining(class_id: int) -> Page:
    """Open or close the door, from the class page or from the projector."""
    school_class = class_at_work(class_id)
    form = JoiningForm()
    page = "projector" if form.back.data == "projector" else "class_page"
    back = url_for(f"classroom.{page}", class_id=class_id)
    if not form.validate_on_submit():
        if form.joining.errors:  # sending the same again would not help
            raise Refusal(400, _("This cannot be chosen. Open the class again and choose who may come in."))
        return stale_form(back=back)
    codes.set_joining(school_class, form.joining.data)
    db.session.commit()
    return redirect(back)


@classroom.post("/classes/<int:class_id>/code")
@teacher_only
def new_code(class_id: int) -> Page:
    """A new code; the old one stops working."""
    school_class = class_at_work(class_id)
    if not ActionForm().validate_on_submit():
        return stale_form(back=_class_page(school_class))
    codes.rotate_code(school_class)
    db.session.commit()
    return redirect(_class_page(school_class))


def _class_page(school_class: SchoolClass) -> str:
    return url_for("classroom.class_page", class_id=school_class.id)
