"""Where to find help, and the quick way out."""

from flask import Flask

from quizapp.helplines import views


def init(app: Flask) -> None:
    """Open this room."""
    app.register_blueprint(views.helplines)
