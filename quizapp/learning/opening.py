"""Opens this room to the app: its pages, and what its templates need."""

from flask import Flask

from quizapp.learning import (
    answer_views,
    break_views,
    documents,
    help_views,
    join_views,
    lesson_views,
    lessons_views,
    return_views,
)
from quizapp.learning.blueprint import learning

VIEWS = (answer_views, break_views, help_views, join_views, lesson_views, lessons_views, return_views)


def open_room(app: Flask) -> None:
    """Open this room."""
    documents.forget_all()
    app.register_blueprint(learning)
