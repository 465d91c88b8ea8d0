"""What a lesson is: documents, kinds of question, packages, revisions, the lesson page."""

from flask import Flask


def init(app: Flask) -> None:
    """Open this room."""
