"""Reading a page as its visitor does: its forms, fields and messages, in no particular language.

And what the server knows of who is signing in.
"""

import re
from html import unescape
from typing import Any

from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from quizapp.accounts import signing_in
from quizapp.accounts.models import StaffSession
from quizapp.db import db
from tests.cast import PASSWORD

EMAIL = "trainer@example.org"


def token_of(page: str) -> str:
    """The token of a page's (last) form."""
    return re.findall(r'name="csrf_token" type="hidden" value="([^"]+)"', page)[-1]


def value_of(page: str, name: str) -> str:
    """What stands in a field."""
    tag = re.search(rf'<input[^>]* name="{name}"[^>]*>', page)
    assert tag, name
    value = re.search(r' value="([^"]*)"', tag[0])
    return unescape(value[1]) if value else ""


def fill(client: FlaskClient, address: str, **fields: Any) -> TestResponse:
    """Open a page with a form, fill it in and send it."""
    page = client.get(address)
    assert page.status_code == 200
    return client.post(address, data={"csrf_token": token_of(page.text), **fields})


def refused_fields(page: str) -> set[str]:
    """The fields at which an error stands."""
    return set(re.findall(r'id="(\w+)-error"', page))


def key_on(page: str) -> str:
    """The key of a second step that is being set up, in the groups in which it is read."""
    (key,) = re.findall(r'id="key"[^>]*>([A-Z2-7 ]+)<', page)
    return key


def codes_on(page: str) -> list[str]:
    """The recovery codes on a page."""
    return re.findall(r'<li class="code">([\d ]+)</li>', page)


def pending(email: str = EMAIL) -> str:
    """What the page that asks for the code carries of the first page, where the password was right."""
    first = signing_in.sign_in(email, PASSWORD, None)
    assert isinstance(first, signing_in.CodeWanted)
    db.session.commit()
    return first.pending


def sessions() -> int:
    """How many sessions of staff are open."""
    return db.session.scalar(select(func.count()).select_from(StaffSession)) or 0
