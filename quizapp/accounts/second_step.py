"""The second step of signing in: a code that changes every half minute (TOTP), or a recovery code.

The key is made from a text in the database, another one each time the step is set up, and from the app's
secret; neither alone is worth anything.
"""

import base64
import secrets
from datetime import datetime

import pyotp
from pyotp.exceptions import OTPVerificationError
from sqlalchemy import delete, func, select, update

from quizapp import clock, trail
from quizapp.accounts import limits, sessions
from quizapp.accounts.models import Person, RecoveryCode, SecondStep
from quizapp.accounts.tokens import keyed_hash
from quizapp.db import db

KEY_BYTES = 20
WINDOW = 1  # half minutes that a telephone's clock may be early or late
RECOVERY_CODES = 10
RECOVERY_DIGITS = 12
LONGEST = 40


class WrongCode(Exception):
    """Not the code of this moment, one that was used before, or too many tries."""


def is_set(person: Person) -> bool:
    """Whether a person signs in with a second step."""
    mine = select(SecondStep.person_id).where(SecondStep.person_id == person.id)
    return db.session.scalar(mine) is not None


def key_of(person: Person, browser: str | None = None) -> str:
    """The key for the telephone; before the step is set up it is that of the browser with this token.

    So whoever else knows the password, and looks at the page in good time, learns a key that is never used.
    """
    nonce = db.session.scalar(select(SecondStep.nonce).where(SecondStep.person_id == person.id))
    return _key(nonce or _nonce_of(person, browser))


def address(key: str, person: Person, site: str) -> str:
    """What the QR code holds for the app on the telephone."""
    return pyotp.TOTP(key).provisioning_uri(name=person.email, issuer_name=site)


def code_at(key: str, moment: datetime) -> str:
    """What the app on the telephone shows at a moment."""
    return pyotp.TOTP(key).at(moment)


def set_up(person: Person, code: str, browser: str | None) -> list[str]:
    """Sign in with a second step from now on; the recovery codes.

    Other browsers than the one with the token `browser` are signed out. Raises WrongCode.
    """
    # Sign-ins with the password alone at the same moment queue up here, and are signed out below.
    db.session.execute(select(Person.id).where(Person.id == person.id).with_for_update())
    if is_set(person):
        raise WrongCode
    nonce = _nonce_of(person, browser)
    step = SecondStep(person_id=person.id, nonce=nonce, last_timecode=_moment_of(nonce, code))
    step.enrolled_at = clock.now()
    db.session.add(step)
    sessions.end_all(person, but=browser)
    trail.record(person.id, "second_step_set", f"person:{person.id}")
    return _new_recovery_codes(person)


def use(person: Person, code: str) -> None:
    """Use a code of either kind up. Raises WrongCode."""
    if len(_digits(code)) == RECOVERY_DIGITS:
        mine = (RecoveryCode.code_hash == _recovery_hash(person, code), RecoveryCode.person_id == person.id)
        if db.session.scalar(delete(RecoveryCode).where(*mine).returning(RecoveryCode.person_id)) is None:
            raise WrongCode
    else:
        _use_changing_code(person, code)


def renew_recovery_codes(person: Person, code: str) -> list[str]:
    """New recovery codes; the old ones are void. Raises WrongCode (which commits its count), TooManyTries."""
    limits.check(limits.CODE_CHECKS, str(person.id))
    try:
        use(person, code)
    except WrongCode:
        limits.count(limits.CODE_CHECKS, str(person.id))
        raise
    trail.record(person.id, "recovery_codes_made", f"person:{person.id}")
    return _new_recovery_codes(person)


def recovery_codes_left(person: Person) -> int:
    """How many recovery codes a person has not used yet."""
    mine = select(func.count()).select_from(RecoveryCode).where(RecoveryCode.person_id == person.id)
    return db.session.scalar(mine) or 0


def remove(person: Person, by: Person | None) -> None:
    """Let a person who has lost the telephone set the step up anew; signs them out everywhere."""
    db.session.execute(delete(RecoveryCode).where(RecoveryCode.person_id == person.id))
    db.session.execute(delete(SecondStep).where(SecondStep.person_id == person.id))
    sessions.end_all(person)
    trail.record(by.id if by else None, "second_step_removed", f"person:{person.id}")


def _use_changing_code(person: Person, code: str) -> None:
    nonce = db.session.scalar(select(SecondStep.nonce).where(SecondStep.person_id == person.id))
    if nonce is None:
        raise WrongCode
    moment = _moment_of(nonce, code)
    # Of two requests with one code, the row lets only the first through; a code of before is over, too.
    used = (
        update(SecondStep)
        .where(SecondStep.person_id == person.id, SecondStep.last_timecode < moment)
        .values(last_timecode=moment)
        .returning(SecondStep.person_id)
        .execution_options(synchronize_session=False)
    )
    if db.session.scalar(used) is None:
        raise WrongCode


def _moment_of(nonce: str, code: str) -> int:
    """The half minute to which a code belongs. Raises WrongCode."""
    try:
        moment: int = pyotp.TOTP(_key(nonce)).verify_and_get_timecode(
            _digits(code), for_time=clock.now(), valid_window=WINDOW
        )
    except OTPVerificationError as error:
        raise WrongCode from error
    return moment


def _new_recovery_codes(person: Person) -> list[str]:
    db.session.execute(delete(RecoveryCode).where(RecoveryCode.person_id == person.id))
    codes = [f"{secrets.randbelow(10**RECOVERY_DIGITS):0{RECOVERY_DIGITS}}" for _ in range(RECOVERY_CODES)]
    db.session.add_all(
        RecoveryCode(code_hash=_recovery_hash(person, code), person_id=person.id) for code in codes
    )
    return codes


def _nonce_of(person: Person, browser: str | None) -> str:
    return keyed_hash("second step of a browser", str(person.id), browser or "")


def _key(nonce: str) -> str:
    return base64.b32encode(bytes.fromhex(keyed_hash("second step", nonce))[:KEY_BYTES]).decode()


def _recovery_hash(person: Person, code: str) -> str:
    # Short enough to be tried through, hence under the app's key.
    return keyed_hash("recovery code", str(person.id), _digits(code))


def _digits(code: str) -> str:
    return "".join(sign for sign in code[:LONGEST] if sign.isascii() and sign.isdigit())
