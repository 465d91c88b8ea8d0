"""People: staff with their sessions, classes and their nameless pupils."""

from flask import Flask


def init(app: Flask) -> None:
    """Open this room."""
