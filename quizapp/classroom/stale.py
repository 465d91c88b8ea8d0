"""A button whose token had grown old."""

from flask import render_template, request

from quizapp.classroom.blueprint import Page
from quizapp.forms import ActionForm

TOKEN = "csrf_token"


def stale_form(back: str) -> Page:
    """Say that nothing was changed, and offer the same button again with a fresh token."""
    entered = [(name, value) for name, value in request.form.items(multi=True) if name != TOKEN]
    page = render_template(
        "classroom/stale.html",
        action=ActionForm(formdata=None),
        entered=entered,
        target=request.path,
        back=back,
    )
    return page, 400
