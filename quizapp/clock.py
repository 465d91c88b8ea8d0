"""The one place that asks what time it is. Instants are UTC; days are school days in Skopje."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

SKOPJE = ZoneInfo("Europe/Skopje")


def now() -> datetime:
    """The present instant, aware, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """Today's date in Skopje."""
    return now().astimezone(SKOPJE).date()


def next_midnight(after: datetime | None = None) -> datetime:
    """The first midnight in Skopje after an instant (now if left out), in UTC."""
    day = (after or now()).astimezone(SKOPJE).date() + timedelta(days=1)
    return datetime.combine(day, time(), SKOPJE).astimezone(UTC)


def last_midnight() -> datetime:
    """The midnight with which today began in Skopje, in UTC."""
    return datetime.combine(today(), time(), SKOPJE).astimezone(UTC)


def school_year_end(after: date | None = None) -> date:
    """31 August that ends the school year of a day (today if left out)."""
    day = after or today()
    return date(day.year + (day.month >= 9), 8, 31)


def term(day: date | None = None) -> str:
    """The half-year of a day, such as "2026-1" (September to January) or "2026-2" (February to August)."""
    day = day or today()
    if day.month >= 9:
        return f"{day.year}-1"
    return f"{day.year - 1}-1" if day.month == 1 else f"{day.year - 1}-2"
