"""How the invented staff sign in: random passwords in a file that only its owner reads."""

import os
import secrets
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from quizapp.accounts import passwords, people
from quizapp.accounts.models import Person
from quizapp.config import settings
from quizapp.db import db

SIGN_INS = "demo_sign_ins.toml"
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(frozen=True)
class SignIn:
    """How one of the invented staff signs in."""

    name: str
    email: str
    password: str


def kept_sign_ins(people: Mapping[str, str]) -> list[SignIn]:
    """The sign-ins of these people (names by e-mail), made at random the first time."""
    known = {one.email: one for one in sign_ins()}
    handle = os.open(_file(), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "a", encoding="utf-8") as file:
        for email in (one for one in people if one not in known):
            file.write(
                f'[[sign_in]]\nname = "{people[email]}"\nemail = "{email}"\npassword = "{_password()}"\n\n'
            )
    known = {one.email: one for one in sign_ins()}
    return [known[email] for email in people]


def sign_ins() -> list[SignIn]:
    """The sign-ins of the invented staff; none before they are made."""
    file = _file()
    if not file.is_file():
        return []
    return [SignIn(**one) for one in tomllib.loads(file.read_text("utf-8"))["sign_in"]]


def present(one: SignIn) -> Person | None:
    """The person behind a sign-in; a password whose file was lost is changed to the new one."""
    found = db.session.scalar(select(Person).where(Person.email == one.email))
    if found is None or passwords.fits(one.password, found.password_hash):
        return found
    return people.reset_password(people.reset_link(one.email), one.password)


def _file() -> Path:
    return settings().data_folder / SIGN_INS


def _password() -> str:
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))
