"""Headers that every answer carries."""

from flask import Flask, Response

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


def headers_for(config: Config) -> dict[str, str]:
    """The headers for pages and static files alike."""
    return HEADERS | (TLS_HEADERS if config.tls else {})


def init_headers(app: Flask, config: Config) -> None:
    """Put the headers on every answer of the app; what carries no caching rule of its own is not kept."""
    wanted = headers_for(config)

    def add(response: Response) -> Response:
        # Added and not set: no view sets one of them, and looking through all headers for each costs more.
        response.headers.extend(wanted)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    app.after_request(add)
