"""Reading a page as its visitor does: its forms, fields and messages, in no particular language."""

import re
from html import unescape
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse


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
