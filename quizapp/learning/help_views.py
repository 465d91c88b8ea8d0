"""The help page. It stands here because it begins with the adult of the pupil's own class."""

from flask import render_template

from quizapp.accounts.access import current_pupil
from quizapp.helplines import numbers
from quizapp.languages import current_language
from quizapp.learning.blueprint import learning
from quizapp.learning.school_adult import school_adult


@learning.get("/help")
def help_page() -> str:
    """Opening it is recorded nowhere."""
    return render_template(
        "helplines/help.html",
        numbers=numbers.for_pupils(current_language()),
        school_adult=school_adult(current_pupil()),
    )
