import threading
from collections import Counter
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import delete

from quizapp import clock
from quizapp.accounts import codes, devices, joining, limits, roster
from quizapp.accounts.models import Pupil, PupilDevice, SchoolClass
from quizapp.accounts.names import ANIMALS, THINGS, Name
from quizapp.accounts.scope import NotYours
from quizapp.db import db
from tests.cast import SECRET, Cast, a_pupil

WRONG = ("moon", "tree", "cup")
SWAN = Name("swan", "ball")
ID = "a" * 64


def test_offers_six_animals_nobody_in_the_class_has(cast: Cast) -> None:
    offered = joining.offers(cast.ana_class, "seed")
    animals = {name.animal for name in offered}
    assert len(offered) == len(animals) == 6
    assert not animals & {"fox", "bee"}
    assert offered == joining.offers(cast.ana_class, "seed")
    assert offered != joining.offers(cast.ana_class, "another seed")


def test_offers_only_free_names_in_a_full_class(cast: Cast) -> None:
    taken = {Name("fox", "scarf"), Name("bee", "book")}
    for animal in ANIMALS:
        for thing in THINGS:
            name = Name(animal, thing)
            if name not in taken and name != Name("cat", "ball"):
                db.session.add(
                    Pupil(
                        class_id=cast.ana_class.id,
                        animal=animal,
                        thing=thing,
                        join_id=name.id,
                        joined_on=clock.today(),
                    )
                )
    assert joining.offers(cast.ana_class, "seed") == [Name("cat", "ball")]


def test_joins_and_is_known_by_the_browser(cast: Cast) -> None:
    pupil, token = joining.join(cast.ana_class, SWAN, SECRET, ID)
    assert (pupil.animal, pupil.thing, pupil.class_id) == (*SWAN, cast.ana_class.id)
    assert devices.pupil_by_token(token) == pupil
    assert devices.pupil_by_token("invented") is devices.pupil_by_token(None) is None


def test_double_click_joins_once(cast: Cast) -> None:
    first, _ = joining.join(cast.ana_class, SWAN, SECRET, ID)
    codes.set_joining(cast.ana_class, "returning")
    again, token = joining.join(cast.ana_class, SWAN, SECRET, ID)
    assert again == first
    assert devices.pupil_by_token(token) == first


def test_ticket_lets_nobody_become_the_pupil_before(cast: Cast) -> None:
    joining.join(cast.ana_class, SWAN, SECRET, ID)
    for name, secret in ((SWAN, WRONG), (Name("swan", "cap"), SECRET)):
        with pytest.raises(joining.TicketUsed):
            joining.join(cast.ana_class, name, secret, ID)


def test_ticket_is_no_quicker_way_to_try_secrets(cast: Cast) -> None:
    pupil, _ = joining.join(cast.ana_class, SWAN, SECRET, ID)
    for _ in range(3):
        with pytest.raises(joining.TicketUsed):
            joining.join(cast.ana_class, SWAN, WRONG, ID)
    assert pupil.secret_failures == 3
    with pytest.raises(joining.TicketUsed):
        joining.join(cast.ana_class, SWAN, SECRET, ID)
    joining.reset_secret(pupil)
    with pytest.raises(joining.TicketUsed):
        joining.join(cast.ana_class, SWAN, SECRET, ID)


def test_taken_name_is_free_in_another_class(cast: Cast) -> None:
    with pytest.raises(joining.NameTaken):
        joining.join(cast.ana_class, Name("fox", "scarf"), SECRET, ID)
    joining.join(cast.besim_class, Name("fox", "scarf"), SECRET, ID)
    assert roster.pupil_count(cast.besim_class) == 2


def test_no_new_pupils_unless_the_door_is_open(cast: Cast) -> None:
    codes.set_joining(cast.ana_class, "returning")
    assert not joining.takes_new(cast.ana_class)
    with pytest.raises(joining.NoNewPupils):
        joining.join(cast.ana_class, SWAN, SECRET, ID)
    assert joining.come_back(cast.fox, SECRET)


def test_a_class_takes_so_many_new_pupils_an_hour(cast: Cast) -> None:
    for _ in range(limits.NEW_PUPILS.most - 2):
        limits.spend(limits.NEW_PUPILS, str(cast.ana_class.id))
    with pytest.raises(limits.TooManyTries):
        joining.join(cast.ana_class, SWAN, SECRET, ID)
    # Who is in stays in, and may return.
    assert devices.pupil_by_token(cast.fox_token) == cast.fox
    assert joining.come_back(cast.fox, SECRET)


def at_once(app: Flask, times: int, act: Callable[[int], str]) -> Counter[str]:
    """Do the same in many requests at the same moment; says what became of them."""
    became: Counter[str] = Counter()
    start = threading.Barrier(times)

    def one(number: int) -> None:
        with app.app_context():
            start.wait()
            try:
                became[act(number)] += 1
            except Exception as error:
                became[type(error).__name__] += 1

    threads = [threading.Thread(target=one, args=(number,)) for number in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return became


def test_name_goes_to_one_of_those_who_choose_it_together(app: Flask, cast: Cast) -> None:
    class_id = cast.ana_class.id
    db.session.commit()

    def act(number: int) -> str:
        school_class = db.session.get_one(SchoolClass, class_id)
        joining.join(school_class, SWAN, SECRET, str(number) * 64)
        db.session.commit()
        return "in"

    assert at_once(app, 6, act) == {"in": 1, "NameTaken": 5}


def test_clicks_at_the_same_moment_join_once(app: Flask, cast: Cast) -> None:
    class_id = cast.ana_class.id
    db.session.commit()

    def act(number: int) -> str:
        school_class = db.session.get_one(SchoolClass, class_id)
        pupil, _ = joining.join(school_class, SWAN, SECRET, ID)
        db.session.commit()
        return str(pupil.id)

    assert list(at_once(app, 6, act).values()) == [6]


def test_comes_back_on_another_device(cast: Cast) -> None:
    token = joining.come_back(cast.fox, SECRET)
    assert token != cast.fox_token
    assert devices.pupil_by_token(token) == devices.pupil_by_token(cast.fox_token) == cast.fox


def test_nobody_comes_back_as_a_pupil_removed_meanwhile(cast: Cast) -> None:
    db.session.commit()
    with db.engine.begin() as teacher:
        teacher.execute(delete(Pupil))
    with pytest.raises(NotYours):
        joining.come_back(cast.fox, SECRET)


def test_wrong_secret_is_slowed(cast: Cast) -> None:
    waits = []
    for _ in range(4):
        with pytest.raises(joining.SecretRefused) as caught:
            joining.come_back(cast.fox, WRONG)
        waits.append(caught.value.wait)
    assert waits == [False, False, True, True]
    with pytest.raises(joining.SecretRefused):
        joining.come_back(cast.fox, SECRET)
    # The browser at work is not the one that guessed.
    assert devices.pupil_by_token(cast.fox_token) == cast.fox
    cast.fox.secret_not_before = clock.now() - timedelta(seconds=1)
    db.session.commit()
    joining.come_back(cast.fox, SECRET)
    assert (cast.fox.secret_failures, cast.fox.secret_not_before) == (0, None)


def test_wait_grows_with_every_wrong_secret(cast: Cast) -> None:
    waits = []
    for _ in range(12):
        with pytest.raises(joining.SecretRefused):
            joining.come_back(cast.fox, WRONG)
        if cast.fox.secret_not_before:
            waits.append(round((cast.fox.secret_not_before - clock.now()).total_seconds()))
        cast.fox.secret_not_before = None
        db.session.commit()
    assert waits == [5, 10, 20, 40, 80, 160, 320, 640, 900, 900]


def test_guesses_at_the_same_moment_count_one_by_one(app: Flask, cast: Cast) -> None:
    fox_id = cast.fox.id
    db.session.commit()

    def act(_number: int) -> str:
        joining.come_back(db.session.get_one(Pupil, fox_id), WRONG)
        return "in"

    assert at_once(app, 8, act) == {"SecretRefused": 3, "TooSoon": 5}
    assert db.session.get_one(Pupil, fox_id).secret_failures == 3


def test_reset_asks_for_a_new_secret(cast: Cast) -> None:
    joining.reset_secret(cast.fox)
    assert devices.pupil_by_token(cast.fox_token) is None
    db.session.flush()
    joining.come_back(cast.fox, WRONG)
    with pytest.raises(joining.SecretRefused):
        joining.come_back(cast.fox, SECRET)


def test_same_secret_of_two_pupils_is_kept_differently(cast: Cast) -> None:
    assert cast.fox.secret_hash != cast.bee.secret_hash


def test_device_is_good_until_midnight(cast: Cast) -> None:
    for device in db.session.scalars(db.select(PupilDevice)):
        assert device.expires_at == clock.next_midnight()
        device.expires_at = clock.now()
    assert devices.pupil_by_token(cast.fox_token) is None


def test_another_pupil_takes_the_browser(cast: Cast) -> None:
    devices.forget_device(cast.fox_token)
    devices.forget_device(None)
    assert devices.pupil_by_token(cast.fox_token) is None
    assert devices.pupil_by_token(cast.bee_token) == cast.bee


def test_forgotten_pupil_leaves_nothing(cast: Cast) -> None:
    roster.forget_pupil(cast.fox)
    db.session.flush()
    assert devices.pupil_by_token(cast.fox_token) is None
    assert list(roster.pupils_of(cast.ana_class)) == [cast.bee]
    a_pupil(cast.ana_class, Name("fox", "scarf"))


@pytest.mark.parametrize("number", [0, -1, 2**31, 2**70])
def test_pupil_of_another_class_is_nobody(cast: Cast, number: int) -> None:
    assert roster.pupil_in(cast.ana_class, cast.fox.id) == cast.fox
    for other in (cast.turtle.id, number):
        with pytest.raises(NotYours):
            roster.pupil_in(cast.ana_class, other)
