"""Opens this room to the app: its pages, and what its templates need."""

from flask import Flask

from quizapp.authoring import (  # noqa: F401
    colleague_views,
    editor_views,
    exchange_views,
    guide_views,
    history_views,
    import_views,
    map_views,
    picture_views,
    preview_views,
    review_views,
    shelf_views,
    withdraw_views,
    word_views,
)
from quizapp.authoring.blueprint import LessonName, authoring


def open_room(app: Flask) -> None:
    """Open this room."""
    app.url_map.converters["lesson"] = LessonName
    app.register_blueprint(authoring)
