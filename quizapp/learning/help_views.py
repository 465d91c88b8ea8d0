"""The help page. It stands here because it begins with the adult of the pupil's own class."""

from urllib.parse import urlsplit

from flask import current_app, render_template, request, url_for
from werkzeug.exceptions import HTTPException

from quizapp.accounts.access import current_pupil
from quizapp.helplines import numbers
from quizapp.languages import current_language
from quizapp.learning.blueprint import learning
from quizapp.learning.school_adult import school_adult

NO_WAY_BACK = ("learning.help_page", "helplines.leave", "static")


@learning.get("/help")
def help_page() -> str:
    """Opening it is recorded nowhere."""
    return render_template(
        "helplines/help.html",
        numbers=numbers.for_pupils(current_language()),
        school_adult=school_adult(current_pupil()),
        back=_came_from() or url_for("shell.home"),
    )


def _came_from() -> str | None:
    """The page of ours that led here, as the browser says: its path only, and only if it opens again."""
    try:
        page = urlsplit(request.referrer or "")
    except ValueError:
        return None
    if f"{page.scheme}://{page.netloc}/" != request.host_url or not _opens(page.path):
        return None
    return f"{page.path}?{page.query}" if page.query else page.path


def _opens(path: str) -> bool:
    """Whether a page stands at an address: one that only takes forms is no way back, nor is this one."""
    addresses = current_app.create_url_adapter(request)
    assert addresses
    try:
        endpoint, _values = addresses.match(path, "GET")
    except HTTPException:
        return False
    return endpoint not in NO_WAY_BACK
