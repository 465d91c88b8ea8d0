"""Forget what has outlived its purpose, in every room that keeps something of a person."""

from quizapp.accounts import outlived
from quizapp.authoring.exchange import uploads


def purge() -> dict[str, int]:
    """Delete it and say how many rows of what; the caller commits. What for and how long: privacy.toml."""
    return outlived.purge() | {"uploads": uploads.forget_old()}
