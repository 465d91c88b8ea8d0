"""Secrets that stand for somebody: made at random, kept as hashes only."""

import hashlib
import hmac
import secrets

from quizapp.config import settings


def new_token() -> str:
    """256 random bits, fit for an address or a cookie."""
    return secrets.token_urlsafe(32)


def hash_of(token: str) -> str:
    """What the database keeps of a token; a random token needs no salt."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def keyed_hash(purpose: str, *parts: str) -> str:
    """A hash that nobody can try values against without the app's secret key."""
    message = "\0".join((purpose, *parts)).encode("utf-8", "surrogatepass")
    return hmac.new(settings().secret_key.encode(), message, hashlib.sha256).hexdigest()
