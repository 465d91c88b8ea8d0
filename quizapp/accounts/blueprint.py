"""The address under which staff come in and look after their own account."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from quizapp.forms import StaffForm

accounts = Blueprint("accounts", __name__, url_prefix="/<staff_language:language>/staff")


def shown(template: str, form: StaffForm, **values: object) -> ResponseReturnValue:
    """A page with a form: 400 when the form was sent and did not go through."""
    page = render_template(template, form=form, **values)
    return page, 400 if request.method == "POST" else 200
