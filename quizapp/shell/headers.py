"""Headers that every answer carries."""

from collections.abc import Callable, Iterable
from typing import Any
from wsgiref.types import StartResponse, WSGIEnvironment

from flask import Flask

from quizapp import framing
from quizapp.config import Config

POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "X-Frame-Options": "DENY",
}
# These mean something under TLS only; over plain http a browser warns about them or drops them.
TLS_HEADERS = {
    "Strict-Transport-Security": "max-age=31536000",
    "Cross-Origin-Opener-Policy": "same-origin",
}
NOT_KEPT = [("Cache-Control", "no-store")]
# What takes the place of others where a view has said so.
FRAMING: dict[str | None, dict[str, str]] = {
    None: {},
    "inside": {
        "Content-Security-Policy": POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'"),
        "X-Frame-Options": "SAMEORIGIN",
    },
    "around": {"Content-Security-Policy": f"{POLICY}; frame-src 'self'"},
}
Headers = list[tuple[str, str]]


def headers_for(config: Config) -> dict[str, str]:
    """The headers for pages and static files alike."""
    return HEADERS | (TLS_HEADERS if config.tls else {})


def init_headers(app: Flask, config: Config) -> None:
    """Put the headers on every answer of the app; what carries no caching rule of its own is not kept.

    Around Flask, where they are a plain list already: that takes no time, and nothing gets out without them.
    """
    inner, usual = app.wsgi_app, headers_for(config)
    by_framing = {one: list((usual | others).items()) for one, others in FRAMING.items()}

    def with_headers(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        def start(status: str, headers: Headers, *error: Any) -> Callable[[bytes], object]:
            wanted = by_framing[environ.get(framing.KEY)]
            has_rule = any(name.lower() == "cache-control" for name, _ in headers)
            return start_response(status, headers + wanted + ([] if has_rule else NOT_KEPT), *error)

        return inner(environ, start)

    app.wsgi_app = with_headers  # type: ignore[method-assign]
