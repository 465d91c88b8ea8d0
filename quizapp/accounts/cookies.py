"""The two cookies that say who is at the browser: `staff` and `pupil`."""

from datetime import datetime
from typing import Literal

from flask import request
from werkzeug.wrappers import Response

from quizapp import clock
from quizapp.config import settings

Cookie = Literal["staff", "pupil"]


def read_cookie(base: Cookie) -> str | None:
    """The token that this browser holds."""
    return request.cookies.get(settings().cookie_name(base))


def give_cookie(response: Response, base: Cookie, token: str, expires: datetime | None = None) -> None:
    """Hand a token to the browser, until a moment or until it is closed."""
    # Seconds, which browsers put before the date: the clock of a school's device may be years off.
    seconds = None if expires is None else int((expires - clock.now()).total_seconds())
    response.set_cookie(
        settings().cookie_name(base),
        token,
        max_age=seconds,
        secure=settings().tls,
        httponly=True,
        samesite="Strict",
    )


def drop_cookie(response: Response, base: Cookie) -> None:
    """Take a token away from the browser."""
    response.delete_cookie(
        settings().cookie_name(base), secure=settings().tls, httponly=True, samesite="Strict"
    )
