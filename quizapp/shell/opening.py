"""Opens this room to the app: its pages, and what its templates need."""

from flask import Flask

from quizapp.config import settings
from quizapp.shell import views
from quizapp.shell.errors import init_errors
from quizapp.shell.form_session import StaffPagesOnly
from quizapp.shell.headers import init_headers
from quizapp.shell.plain_text import init_plain_text
from quizapp.shell.same_origin import init_same_origin


def open_room(app: Flask) -> None:
    """Open this room."""
    with app.app_context():
        init_headers(app, settings())
    app.session_interface = StaffPagesOnly()
    init_same_origin(app)
    init_plain_text(app)
    init_errors(app)
    app.register_blueprint(views.doors)
