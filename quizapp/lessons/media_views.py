"""Uploaded pictures, and who made them: for anybody, without a sign of who looks."""

from flask import Blueprint, Response, abort, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from quizapp.lessons.media import picture_bytes, published_pictures
from quizapp.lessons.wording import LICENCE_NAMES

FOR_EVER = "public, max-age=31536000, immutable"

lessons = Blueprint("lessons", __name__)


@lessons.get("/media/<picture_id>.webp")
def uploaded_picture(picture_id: str) -> AnyResponse:
    """What an address gives never changes: it is called by its bytes."""
    data = picture_bytes(picture_id)
    if data is None:
        abort(404)
    response = Response(data, mimetype="image/webp")
    response.headers["Cache-Control"] = FOR_EVER
    response.set_etag(picture_id)
    return response.make_conditional(request)


@lessons.get("/<pupil_language:language>/credits")
def picture_credits() -> str:
    """Who made the pictures, the letters and the lessons, for adults."""
    return render_template("lessons/credits.html", uploaded=published_pictures(), licences=LICENCE_NAMES)
