"""What stands in the place of a lesson that was withdrawn: a kind page. What was answered is kept."""

from flask import redirect, render_template, url_for
from werkzeug.wrappers import Response

from quizapp.accounts.access import current_pupil
from quizapp.learning import documents
from quizapp.learning.blueprint import LESSON, learning
from quizapp.learning.refusing import refusing
from quizapp.lessons.withdrawing import Withdrawn, is_withdrawn


@learning.get(f"{LESSON}/break")
def on_break(lesson_id: str, number: int) -> tuple[str, int] | Response:
    """Where an open lesson page goes; back to the lesson, once it was given back.

    An address of its own: for some seconds another process may still have the lesson's page in memory.
    """
    with refusing():
        documents.numbered(lesson_id, number)
    if is_withdrawn(lesson_id):
        return break_page()
    return redirect(url_for("learning.lesson_page", lesson_id=lesson_id, number=number))


@learning.errorhandler(Withdrawn)
def withdrawn(_error: Withdrawn) -> tuple[str, int]:
    return break_page()


def break_page(kept: bool | None = None) -> tuple[str, int]:
    """kept: whether to say that the answers are saved; left out, it is said to whoever is in a class."""
    if kept is None:
        kept = current_pupil() is not None
    return render_template("learning/on_break.html", kept=kept), 410
