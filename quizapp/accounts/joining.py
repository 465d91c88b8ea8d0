"""How a pupil gets into a class: the first time by choosing a name, later by its three secret pictures."""

import random
from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError, InvalidRequestError

from quizapp import clock
from quizapp.accounts import delays, limits
from quizapp.accounts.codes import joining_state
from quizapp.accounts.devices import forget_devices, new_device
from quizapp.accounts.models import Pupil, SchoolClass
from quizapp.accounts.names import ANIMALS, THINGS, Name, Secret
from quizapp.accounts.scope import NotYours
from quizapp.accounts.tokens import keyed_hash
from quizapp.db import db

OFFERED = 6


class NoNewPupils(Exception):
    """The class takes only pupils who were here before."""


class NameTaken(Exception):
    """Somebody else in the class has this name by now."""


class TicketUsed(Exception):
    """This ticket already brought in a pupil with another name or secret."""


class SecretRefused(Exception):
    """Not the secret; `wait` says that the next try has to wait."""

    def __init__(self, wait: bool = True) -> None:
        super().__init__()
        self.wait = wait


class TooSoon(SecretRefused):
    """Tried within the wait after wrong ones: nobody has looked at this secret, right or not."""


def takes_new(school_class: SchoolClass) -> bool:
    """Whether new pupils may join now."""
    return joining_state(school_class) == "open"


def offers(school_class: SchoolClass, seed: str) -> list[Name]:
    """Six free names of six different animals, new ones to the class first; the same for the same seed."""
    rows = db.session.execute(select(Pupil.animal, Pupil.thing).where(Pupil.class_id == school_class.id))
    taken = {Name(*row) for row in rows}
    chance = random.Random(seed)
    animals = chance.sample(list(ANIMALS), len(ANIMALS))
    present = {name.animal for name in taken}
    animals.sort(key=lambda animal: animal in present)  # stable: chance decides among equals
    return list(_free(animals, taken, chance))[:OFFERED]


def _free(animals: list[str], taken: set[Name], chance: random.Random) -> Iterator[Name]:
    for animal in animals:
        free = [name for thing in THINGS if (name := Name(animal, thing)) not in taken]
        if free:
            yield chance.choice(free)


def join(school_class: SchoolClass, name: Name, secret: Secret, join_id: str) -> tuple[Pupil, str]:
    """A new pupil and a token for the browser; the same pupil when sent twice.

    Raises NoNewPupils, NameTaken, TicketUsed, TooManyTries.
    """
    if found := _joined(join_id):
        return _same_again(found, name, secret)
    if not takes_new(school_class):
        raise NoNewPupils
    limits.spend(limits.NEW_PUPILS, str(school_class.id))
    pupil = Pupil(
        class_id=school_class.id,
        animal=name.animal,
        thing=name.thing,
        secret_hash=_secret_hash(join_id, secret),
        join_id=join_id,
        joined_on=clock.today(),
    )
    try:
        with db.session.begin_nested():
            db.session.add(pupil)
    except IntegrityError as error:
        if found := _joined(join_id):
            return _same_again(found, name, secret)
        raise NameTaken from error
    return pupil, new_device(pupil)


def come_back(pupil: Pupil, secret: Secret) -> str:
    """A token for the browser of a pupil who was here before; after a reset this secret becomes the new one.

    Raises TooSoon; SecretRefused, which commits its count; NotYours when the pupil is gone. Wrong secrets are
    slowed, whatever browser they come from.
    """
    db.session.flush()
    try:
        db.session.refresh(pupil, with_for_update=True)  # tries at the same moment queue up here
    except InvalidRequestError as error:  # removed by the teacher meanwhile
        raise NotYours from error
    if delays.too_early(pupil.secret_not_before):
        raise TooSoon
    given = _secret_hash(pupil.join_id, secret)
    if pupil.secret_hash not in (None, given):
        pupil.secret_failures += 1
        pupil.secret_not_before = delays.not_before(pupil.secret_failures)
        wait = pupil.secret_not_before is not None
        db.session.commit()
        raise SecretRefused(wait)
    pupil.secret_hash = given
    pupil.secret_failures, pupil.secret_not_before = 0, None
    return new_device(pupil)


def reset_secret(pupil: Pupil) -> None:
    """Forget the secret, so that the next return chooses a new one; browsers at work have to return, too."""
    pupil.secret_hash = None
    pupil.secret_failures, pupil.secret_not_before = 0, None
    forget_devices(pupil)


def _joined(join_id: str) -> Pupil | None:
    return db.session.scalar(select(Pupil).where(Pupil.join_id == join_id))


def _same_again(pupil: Pupil, name: Name, secret: Secret) -> tuple[Pupil, str]:
    # Only who knows all of it is the same click again; the ticket alone may be in a shared browser's history,
    # and leads to no quicker tries of the secret than coming back does.
    if (pupil.animal, pupil.thing) != name or pupil.secret_hash is None:
        raise TicketUsed
    try:
        return pupil, come_back(pupil, secret)
    except SecretRefused as error:
        raise TicketUsed from error


def _secret_hash(join_id: str, secret: Secret) -> str:
    # 1,728 secrets are tried in no time: the app's key, which is not in the database, guards them.
    return keyed_hash("secret", join_id, *secret)
