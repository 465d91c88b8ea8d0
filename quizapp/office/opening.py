"""Opens this room to the app."""

from flask import Flask

from quizapp.office import helpline_views, invitation_views, people_views, trail_views  # noqa: F401
from quizapp.office.blueprint import office
from quizapp.office.helpline_list import helpline_notice


def open_room(app: Flask) -> None:
    """Open this room."""
    app.register_blueprint(office)
    app.add_template_global(helpline_notice)
