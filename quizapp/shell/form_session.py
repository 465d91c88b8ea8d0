"""Flask's session holds the token and the messages of staff forms. Other pages have none, by construction."""

from flask import Flask, Request
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface


class StaffPagesOnly(SecureCookieSessionInterface):
    """Opens the session below /<language>/staff; elsewhere reading finds nothing and writing raises."""

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        return super().open_session(app, request) if request.path[3:9] == "/staff" else None
