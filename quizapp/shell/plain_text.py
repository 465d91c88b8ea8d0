"""A zero byte is no letter: PostgreSQL cannot store one, so no address and no form may carry it."""

from flask import Flask, abort, request
from werkzeug.datastructures import MultiDict


def init_plain_text(app: Flask) -> None:
    """Refuse a zero byte in the path, the query and the form, before anything looks at them."""
    app.before_request(_refuse_zero_bytes)


def _refuse_zero_bytes() -> None:
    texts = [request.path, *_texts(request.args)]
    if request.mimetype in ("application/x-www-form-urlencoded", "multipart/form-data"):
        texts += _texts(request.form)
    if any("\0" in text for text in texts):
        abort(400)


def _texts(pairs: MultiDict[str, str]) -> list[str]:
    return [text for pair in pairs.items(multi=True) for text in pair]
