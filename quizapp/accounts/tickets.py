"""A ticket: what a browser holds between the class code and the chosen name. Signed, kept nowhere."""

import secrets
from typing import NamedTuple

from itsdangerous import BadData, URLSafeTimedSerializer

from quizapp.accounts.codes import CodeRefused, joining_state
from quizapp.accounts.models import SchoolClass
from quizapp.accounts.tokens import hash_of, keyed_hash
from quizapp.config import settings
from quizapp.db import db

TICKET_SECONDS = 15 * 60


class Ticket(NamedTuple):
    """An open ticket."""

    school_class: SchoolClass
    join_id: str  # the same for every use of the ticket: a double click joins once


def new_ticket(school_class: SchoolClass) -> str:
    """A ticket, fit for an address, for a class whose code was entered; good for 15 minutes."""
    ticket = _signer().dumps([school_class.id, _mark(school_class), secrets.token_urlsafe(16)])
    return ticket if isinstance(ticket, str) else ticket.decode()


def open_ticket(text: str) -> Ticket:
    """The class and the join id of a ticket. Raises CodeRefused once it, the code or the door is closed."""
    try:
        class_id, mark, nonce = _signer().loads(text, max_age=TICKET_SECONDS)
    except (BadData, UnicodeError) as error:
        raise CodeRefused from error
    found = db.session.get(SchoolClass, class_id)
    if found is None or mark != _mark(found) or joining_state(found) == "closed":
        raise CodeRefused
    return Ticket(found, hash_of(nonce))


def _mark(school_class: SchoolClass) -> str:
    return keyed_hash("code", school_class.join_code)[:16]


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(settings().secret_key, salt="ticket")
