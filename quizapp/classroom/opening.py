"""Opens this room to the app: its pages, and what its templates need."""

from flask import Flask

from quizapp.classroom import (  # noqa: F401
    class_views,
    erase_views,
    joining_views,
    lesson_views,
    participation_views,
    projector_views,
    pupil_views,
)
from quizapp.classroom.blueprint import classroom
from quizapp.classroom.standings import STANDINGS


def open_room(app: Flask) -> None:
    """Open this room."""
    app.register_blueprint(classroom)
    app.jinja_env.globals["STANDINGS"] = STANDINGS
