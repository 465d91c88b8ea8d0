"""Which pages may stand in a frame: the preview of a draft, on pages of the desk. Nothing else, anywhere.

A view says so here; the headers around the app (shell.headers) follow it.
"""

from typing import Literal

from flask import request

KEY = "quizapp.framing"
Framing = Literal["inside", "around"]


def say_framing(framing: Framing) -> None:
    """Of this answer: it may stand inside a frame of ours, or has such frames around other pages."""
    request.environ[KEY] = framing
