"""What has outlived its purpose in this room."""

from datetime import date

from sqlalchemy import ColumnElement, delete, or_

from quizapp import clock
from quizapp.accounts import limits, sessions
from quizapp.accounts.models import Invitation, Pupil, PupilDevice, ResetLink, StaffSession
from quizapp.db import Base, db


def purge() -> dict[str, int]:
    """Delete expired links, sessions, devices and limits, and pupils of past school years; says how many."""
    now = clock.now()
    over = or_(
        StaffSession.last_seen_at <= now - sessions.IDLE, StaffSession.started_at <= now - sessions.LONGEST
    )
    return {
        "invitations": _delete(Invitation, Invitation.expires_at <= now),
        "reset links": _delete(ResetLink, ResetLink.expires_at <= now),
        "staff sessions": _delete(StaffSession, over),
        "pupil devices": _delete(PupilDevice, PupilDevice.expires_at <= now),
        "limits": limits.forget_old(),
        "pupils": _delete(Pupil, Pupil.joined_on <= _last_school_year_end()),
    }


def _last_school_year_end() -> date:
    end = clock.school_year_end()
    return end.replace(year=end.year - 1)


def _delete(kind: type[Base], over: ColumnElement[bool]) -> int:
    counted = db.session.execute(delete(kind).where(over).returning(*kind.__table__.primary_key))
    return len(counted.all())
