"""Opens this room to the app: its pages, and what its templates need."""

from flask import Flask
from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader

from quizapp.config import PACKAGE
from quizapp.lessons.media_views import lessons
from quizapp.lessons.news import init_news
from quizapp.lessons.page import init_page
from quizapp.lessons.withdrawing import reason_for


def open_room(app: Flask) -> None:
    """Open this room."""
    # A kind of question brings its own template, so that it is one place.
    kinds = PrefixLoader({"questions": FileSystemLoader(PACKAGE / "lessons" / "questions")})
    app.jinja_loader = ChoiceLoader([loader for loader in (app.jinja_loader, kinds) if loader])
    init_news(app)
    init_page(app)
    app.add_template_global(reason_for, "withdrawal_reason")
    app.register_blueprint(lessons)
