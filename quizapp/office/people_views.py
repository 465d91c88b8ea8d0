"""The people of the site: who there is, and what each may do."""

from flask import render_template

from quizapp.accounts.access import administrator_only
from quizapp.office.blueprint import office


@office.get("/")
@administrator_only
def people() -> str:
    return render_template("office/people.html")
