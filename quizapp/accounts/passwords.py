"""Passwords: argon2id, a sane length, and none that everybody tries first."""

import unicodedata
from pathlib import Path

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST, LONGEST = 8, 128
COMMON = frozenset((Path(__file__).parent / "common_passwords.txt").read_text("utf-8").split())

# Above OWASP's least (19 MiB, two passes), yet small enough for a school's old computer.
_hasher = PasswordHasher(time_cost=2, memory_cost=32 * 1024, parallelism=1, type=Type.ID)
# Compared with when there is no such person, so that both take the same time.
_NOBODY = _hasher.hash("nobody has this password")


class PasswordRefused(Exception):
    """A password nobody should take; `code` is "short", "long" or "common"."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def hash_password(password: str, email: str) -> str:
    """The hash of a new password. Raises PasswordRefused."""
    password = _normal(password)
    if len(password) < SHORTEST:
        raise PasswordRefused("short")
    if len(password) > LONGEST:
        raise PasswordRefused("long")
    plain = password.casefold()
    if plain in COMMON or len(set(plain)) < 3 or plain in (email, email.partition("@")[0]):
        raise PasswordRefused("common")
    return _hasher.hash(password)


def fits(password: str, password_hash: str | None) -> bool:
    """Whether a password is the right one; takes as long when there is no hash."""
    try:
        return (
            _hasher.verify(password_hash or _NOBODY, _normal(password)[:LONGEST])
            and password_hash is not None
        )
    except (VerificationError, InvalidHashError):
        return False


def renewed(password: str, password_hash: str) -> str:
    """The hash to keep from now on, made anew when it was made more cheaply than today."""
    stale = _hasher.check_needs_rehash(password_hash)
    return _hasher.hash(_normal(password)) if stale else password_hash


def _normal(password: str) -> str:
    # One letter may be typed as one sign or as up to four; all of them are the same password. Cut first: the
    # work grows with the square of the length, so that one endless "password" would hold a worker up.
    return unicodedata.normalize("NFC", password[: 4 * (LONGEST + 1)])
