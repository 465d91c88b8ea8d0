"""The class code: eight digits that let pupils in while the teacher has the door open."""

import secrets
import unicodedata
from datetime import datetime, time, timedelta
from typing import Literal

from sqlalchemy import select

from quizapp import clock
from quizapp.accounts import limits
from quizapp.accounts.models import SchoolClass
from quizapp.db import db

Joining = Literal["open", "returning", "closed"]
DIGITS = 8
OPEN_FOR = timedelta(hours=2)
LONGEST = 64


class CodeRefused(Exception):
    """Wrong, expired or closed: which one is nobody's business."""


def find_class_by_code(code: str, address: str | None) -> SchoolClass:
    """The class that a code lets in now, to join or to return.

    Raises CodeRefused, and TooManyTries once an address had too many refusals. A refusal commits its count.
    """
    network = limits.network_of(address)
    limits.check(limits.WRONG_CODES, network)
    found = db.session.scalar(select(SchoolClass).where(SchoolClass.join_code == normalise(code)))
    if found is None or joining_state(found) == "closed":
        limits.count(limits.WRONG_CODES, network)
        raise CodeRefused
    return found


def normalise(code: str) -> str:
    """The eight digits in what somebody typed, in any script, with spaces and dashes; "" if no code."""
    digits = ""
    for sign in code[:LONGEST]:
        value = unicodedata.decimal(sign, None)
        if value is not None:
            digits += str(value)
        elif unicodedata.category(sign) not in ("Zs", "Pd", "Cf", "Cc", "Pc") and sign != "\u2212":
            return ""
    return digits if len(digits) == DIGITS else ""


def joining_state(school_class: SchoolClass) -> Joining:
    """What the code is good for at this moment: "open", "returning" (no new pupils) or "closed"."""
    until = school_class.joining_until
    if school_class.archived_on or until is None or until <= clock.now():
        return "closed"
    if school_class.code_expires_at <= clock.now():
        return "closed"
    return school_class.joining  # type: ignore[return-value]


def set_joining(school_class: SchoolClass, state: Joining) -> None:
    """Open the door for two hours, for all or for pupils who were here before, or close it."""
    if state != "closed" and school_class.code_expires_at <= clock.now():
        rotate_code(school_class)
    school_class.joining = state
    school_class.joining_until = None if state == "closed" else clock.now() + OPEN_FOR


def rotate_code(school_class: SchoolClass) -> None:
    """Give the class a new code, good until the school year ends; the old one and its tickets are void."""
    school_class.join_code = free_code()
    school_class.code_expires_at = code_expiry()


def code_expiry() -> datetime:
    """When a code made now ends: with the school year."""
    return clock.next_midnight(datetime.combine(clock.school_year_end(), time(12), clock.SKOPJE))


def free_code() -> str:
    """Eight random digits that no class has."""
    while True:
        code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
        if not db.session.scalar(select(SchoolClass.id).where(SchoolClass.join_code == code)):
            return code
