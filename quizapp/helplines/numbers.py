"""Which numbers a child may see today, and how the bundled ones come in."""

import json
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select

from quizapp import clock
from quizapp.db import db
from quizapp.helplines.models import Helpline

BUNDLED = Path(__file__).parent / "helplines.toml"


@dataclass(frozen=True)
class Number:
    """A helpline in one language."""

    id: str
    number: str
    dial: str
    emergency: bool  # answers day and night, and stays visible always
    words: dict[str, str]  # name, free_from, hours, languages, audience, cost, call_trace


def for_pupils(language: str) -> list[Number]:
    """The numbers that a child may be shown today: confirmed and not expired, or visible always."""
    rows = db.session.scalars(select(Helpline).order_by(Helpline.position))
    return [
        Number(row.id, row.number, row.dial, row.always_visible, json.loads(row.words)[language])
        for row in rows
        if may_be_shown(row)
    ]


def may_be_shown(row: Helpline, day: date | None = None) -> bool:
    """What nobody has confirmed, or not for too long, is hidden from children; 112 and 192 stay."""
    if row.always_visible:
        return True
    holds = is_confirmed(row) and row.expires_on and row.expires_on >= (day or clock.today())
    return bool(row.visible_to_pupils and holds)


def is_confirmed(row: Helpline) -> bool:
    """Whether two people, or who brought the number along, have made sure of it at all."""
    return bool(row.last_confirmed_on and (row.confirmed_by or row.seconded_by))


def import_bundled() -> int:
    """Add the bundled helplines that are not there yet; what somebody has confirmed since is left alone."""
    added = 0
    for position, entry in enumerate(tomllib.loads(BUNDLED.read_text("utf-8"))["helplines"]):
        if db.session.get(Helpline, entry["id"]) is None:
            db.session.add(_row(position, entry))
            added += 1
    db.session.flush()
    return added


def _row(position: int, entry: dict[str, Any]) -> Helpline:
    confirmed = date.fromisoformat(entry["last_confirmed_on"]) if entry["last_confirmed_on"] else None
    per_language = {key: value for key, value in entry.items() if isinstance(value, dict)}
    words = {code: {key: texts[code] for key, texts in per_language.items()} for code in ("mk", "sq", "en")}
    return Helpline(
        id=entry["id"],
        position=position,
        number=entry["number"],
        dial=entry["dial"],
        words=json.dumps(words, ensure_ascii=False),
        source=entry["source"],
        last_confirmed_on=confirmed,
        confirmed_by=entry["confirmed_by"] or None,
        expires_on=confirmed and confirmed + timedelta(days=entry["expires_after_days"]),
        always_visible=entry["always_visible"],
        visible_to_pupils=entry["visible_to_pupils"],
    )
