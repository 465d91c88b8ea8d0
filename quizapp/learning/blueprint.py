"""The addresses of pupils."""

from flask import Blueprint

learning = Blueprint("learning", __name__, url_prefix="/<pupil_language:language>")

LESSON = "/l/<lesson_id>/<int:number>"
