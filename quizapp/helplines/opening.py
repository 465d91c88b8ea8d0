"""Opens this room to the app: its pages, and what its templates need."""

from flask import Flask

from quizapp.helplines import views


def open_room(app: Flask) -> None:
    """Open this room."""
    app.register_blueprint(views.helplines)
