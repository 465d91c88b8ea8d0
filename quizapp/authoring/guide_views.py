"""The trainers' guide: one text a language, written in it and not translated."""

from flask import render_template

from quizapp.accounts.access import trainer_only
from quizapp.authoring.blueprint import authoring


@authoring.get("/help")
@trainer_only
def guide() -> str:
    return render_template("authoring/guide/guide.html")
