"""Opens this room to the app."""

from flask import Flask

from quizapp.office import people_views  # noqa: F401
from quizapp.office.blueprint import office


def open_room(app: Flask) -> None:
    """Open this room."""
    app.register_blueprint(office)
