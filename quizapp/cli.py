"""Commands for whoever runs quizapp."""

from flask import Flask


def init(app: Flask) -> None:
    """Register every command."""
