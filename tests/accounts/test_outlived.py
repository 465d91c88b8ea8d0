from datetime import timedelta

from quizapp import clock
from quizapp.accounts import limits, outlived, people, sessions
from quizapp.accounts.models import Invitation, Pupil, PupilDevice, ResetLink, StaffSession
from quizapp.db import db
from tests.cast import Cast


def test_keeps_what_is_in_use(cast: Cast) -> None:
    people.invite("Naim", "Tetovë")
    people.reset_link("ana@example.org")
    sessions.start(cast.ana)
    db.session.flush()
    assert set(outlived.purge().values()) == {0}


def test_deletes_what_has_outlived_its_purpose(cast: Cast) -> None:
    people.invite("Naim", "Tetovë")
    people.reset_link("ana@example.org")
    sessions.start(cast.ana)
    limits.count(limits.WRONG_CODES, "10.0.0.1")
    for kind in (Invitation, ResetLink, PupilDevice):
        for row in db.session.scalars(db.select(kind)):
            row.expires_at = clock.now()
    for session in db.session.scalars(db.select(StaffSession)):
        session.last_seen_at -= timedelta(hours=1)
    cast.fox.joined_on = clock.today().replace(year=clock.today().year - 2)
    assert outlived.purge() | {"limits": 0} == {
        "invitations": 1,
        "reset links": 1,
        "staff sessions": 1,
        "pupil devices": 3,
        "limits": 0,
        "pupils": 1,
    }
    assert cast.bee in db.session.scalars(db.select(Pupil)).all()
