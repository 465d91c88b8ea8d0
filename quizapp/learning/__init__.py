"""The pupil: joining, taking a lesson, and what is kept of it."""

from flask import Flask


def init(app: Flask) -> None:
    """Open this room."""
