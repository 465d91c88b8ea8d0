"""Opens this room to the app: its pages, and what its templates need."""

from flask import Flask

from quizapp.authoring import editor_views, exchange_views, history_views, import_views  # noqa: F401
from quizapp.authoring.blueprint import authoring


def open_room(app: Flask) -> None:
    """Open this room."""
    app.register_blueprint(authoring)
