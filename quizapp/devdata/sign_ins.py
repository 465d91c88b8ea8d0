"""How the invented teachers sign in: random passwords in a file that only its owner reads."""

import os
import secrets
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from quizapp.config import settings

SIGN_INS = "demo_sign_ins.toml"
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(frozen=True)
class SignIn:
    """How a teacher of the invented school signs in."""

    name: str
    email: str
    password: str


def kept_sign_ins(teachers: Mapping[str, str]) -> list[SignIn]:
    """The sign-ins of these teachers (names by e-mail), made at random the first time."""
    try:
        handle = os.open(_file(), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return sign_ins()
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        for email, name in teachers.items():
            file.write(f'[[sign_in]]\nname = "{name}"\nemail = "{email}"\npassword = "{_password()}"\n\n')
    return sign_ins()


def sign_ins() -> list[SignIn]:
    """The sign-ins of the invented school; none before it is made."""
    file = _file()
    if not file.is_file():
        return []
    return [SignIn(**one) for one in tomllib.loads(file.read_text("utf-8"))["sign_in"]]


def _file() -> Path:
    return settings().data_folder / SIGN_INS


def _password() -> str:
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))
