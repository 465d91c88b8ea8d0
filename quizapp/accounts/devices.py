"""Browsers in which a pupil is at work today."""

from sqlalchemy import delete, func, select

from quizapp import clock
from quizapp.accounts.models import Pupil, PupilDevice, SchoolClass
from quizapp.accounts.tokens import hash_of, new_token
from quizapp.db import db


def new_device(pupil: Pupil) -> str:
    """A token for the pupil's browser, good until midnight."""
    token = new_token()
    device = PupilDevice(token_hash=hash_of(token), pupil_id=pupil.id, expires_at=clock.next_midnight())
    db.session.add(device)
    return token


def pupil_by_token(token: str | None) -> Pupil | None:
    """The pupil at work in a browser. One statement; no limit stands in the way of who is already in."""
    if not token:
        return None
    return db.session.scalar(
        select(Pupil)
        .join(PupilDevice, PupilDevice.pupil_id == Pupil.id)
        .where(PupilDevice.token_hash == hash_of(token), PupilDevice.expires_at > clock.now())
    )


def came_in_today(school_class: SchoolClass) -> int:
    """How many pupils of a class came in today and haven't gone out again, in whatever browsers."""
    here = select(func.count(PupilDevice.pupil_id.distinct())).join(Pupil, Pupil.id == PupilDevice.pupil_id)
    today = here.where(Pupil.class_id == school_class.id, PupilDevice.expires_at > clock.now())
    return db.session.scalar(today) or 0


def forget_device(token: str | None) -> None:
    """End a pupil's work in one browser."""
    if token:
        db.session.execute(delete(PupilDevice).where(PupilDevice.token_hash == hash_of(token)))


def forget_devices(pupil: Pupil) -> None:
    """End a pupil's work everywhere."""
    db.session.execute(delete(PupilDevice).where(PupilDevice.pupil_id == pupil.id))
