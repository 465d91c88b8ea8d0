"""The teacher: classes, lessons for them, who took part and what was understood."""

from flask import Flask


def init(app: Flask) -> None:
    """Open this room."""
