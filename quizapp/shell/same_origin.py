"""Writes must come from our own pages: pupil pages are the same bytes for all, so they carry no token."""

from urllib.parse import urlsplit

from flask import Flask, abort, request

SAFE = {"GET", "HEAD", "OPTIONS"}


def init_same_origin(app: Flask) -> None:
    """Refuse every write that another site's page, or no page at all, sends."""
    app.before_request(_refuse_foreign_writes)


def _refuse_foreign_writes() -> None:
    if request.method not in SAFE and not is_same_origin():
        abort(403)


def is_same_origin() -> bool:
    """Whether a request says it comes from this site; silence is no."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    source = request.headers.get("Origin") or request.headers.get("Referer")
    if not source:
        return False
    try:
        parts = urlsplit(source)
    except ValueError:
        return False
    return (parts.scheme, parts.netloc) == (request.scheme, request.host)
