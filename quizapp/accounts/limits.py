"""How often something may be tried: counted in one table for all workers, under keys that say nothing."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import IPv6Address, ip_address

from sqlalchemy import delete
from sqlalchemy.dialects import postgresql, sqlite
from werkzeug.exceptions import TooManyRequests

from quizapp import clock
from quizapp.accounts.models import Limit
from quizapp.accounts.tokens import keyed_hash
from quizapp.db import db


class TooManyTries(TooManyRequests):
    """The limit is reached. An HTTP error already, so that no view can forget to answer it.

    seconds: until the next window, when there are tries again.
    """

    def __init__(self, rule: "Rule") -> None:
        self.seconds = rule.seconds - int(clock.now().timestamp()) % rule.seconds
        super().__init__(retry_after=self.seconds)  # errors.py tells it


@dataclass(frozen=True)
class Rule:
    """At most so many in a window of so many seconds."""

    name: str
    most: int
    seconds: int


# A whole school may share one address, and children mistype; 10^8 codes cannot be searched at this pace.
WRONG_CODES = Rule("wrong codes of an address", 60, 600)
NEW_PUPILS = Rule("new pupils of a class", 120, 3600)
WRONG_SIGN_INS = Rule("wrong sign-ins of an address", 60, 900)
PASSWORD_CHECKS = Rule("password checks of a person", 10, 900)
CODE_CHECKS = Rule("code checks of a person", 10, 900)


def check(rule: Rule, whom: str) -> None:
    """Raises TooManyTries when nothing is left in this window."""
    found = db.session.get(Limit, _key(rule, whom), populate_existing=True)
    if found and found.count >= rule.most:
        raise TooManyTries(rule)


def spend(rule: Rule, whom: str) -> None:
    """Count one within the present transaction. Raises TooManyTries when that was one too many."""
    insert = postgresql.insert if db.engine.dialect.name == "postgresql" else sqlite.insert
    key_hash, start = _key(rule, whom)
    counted = (
        insert(Limit)
        .values(key_hash=key_hash, window_start=start, count=1)
        .on_conflict_do_update(index_elements=["key_hash", "window_start"], set_={"count": Limit.count + 1})
        .returning(Limit.count)
    )
    if db.session.scalar(counted) > rule.most:  # type: ignore[operator]
        raise TooManyTries(rule)


def count(rule: Rule, whom: str) -> None:
    """Count a failure and commit: the refusal that follows must not undo it."""
    try:
        spend(rule, whom)
    finally:
        db.session.commit()


def network_of(address: str | None) -> str:
    """Whom an address stands for: itself, or its whole /64, of which one household has all."""
    try:
        ip = ip_address(address or "")
    except ValueError:
        return "unknown"
    if isinstance(ip, IPv6Address):
        return str(ip.ipv4_mapped or int(ip) >> 64)
    return str(ip)


def forget_old() -> int:
    """Delete the windows that are over; says how many."""
    yesterday = clock.now() - timedelta(days=1)
    gone = db.session.scalars(delete(Limit).where(Limit.window_start < yesterday).returning(Limit.count))
    return len(gone.all())


def _key(rule: Rule, whom: str) -> tuple[str, datetime]:
    # The day in the key makes yesterday's rows strangers to today's address.
    seconds = int(clock.now().timestamp()) // rule.seconds * rule.seconds
    key_hash = keyed_hash("limit", clock.today().isoformat(), rule.name, whom)
    return key_hash, datetime.fromtimestamp(seconds, UTC)
