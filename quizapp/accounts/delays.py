"""How long to wait after wrong tries. A wait is a time before which nothing is looked at, never a sleep."""

from datetime import datetime, timedelta

from quizapp import clock

FREE_TRIES = 3
FIRST_SECONDS = 5
MOST_SECONDS = 15 * 60


def not_before(failures: int) -> datetime | None:
    """When the next try is looked at after so many wrong ones in a row; None at once."""
    if failures < FREE_TRIES:
        return None
    doublings = min(failures - FREE_TRIES, 16)
    return clock.now() + timedelta(seconds=min(FIRST_SECONDS * 2**doublings, MOST_SECONDS))


def too_early(moment: datetime | None) -> bool:
    """Whether a wait is still on."""
    return moment is not None and clock.now() < moment
