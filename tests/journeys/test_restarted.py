"""The teacher restarts an attempt while the pupil is in the middle of it: the page begins anew, recorded."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from quizapp.accounts.models import Pupil
from quizapp.db import db
from quizapp.learning import assignments
from quizapp.learning.models import Assignment
from tests.journeys.player import Player, pupil
from tests.journeys.rooms import Room, a_room
from tests.journeys.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.server]
Devices = Callable[..., BrowserContext]


def restart(room: Room) -> None:
    """As the teacher does it on another page."""
    (who,) = room.pupils()
    assignment = db.session.get_one(Assignment, room.assignment_ids["b2"])
    assignments.restart(assignment, db.session.get_one(Pupil, who.id))
    db.session.commit()


def in_the_middle(site: Site, device: Devices, room: Room) -> Player:
    player = pupil(device(), site.address, room.code)
    player.go_to_question()
    player.take_step()
    player.expect_saved()
    return player


@pytest.mark.parametrize("reloads", [False, True], ids=["goes on", "reloads"])
def test_what_comes_next_counts(site: Site, device: Devices, reloads: bool) -> None:
    room = a_room("b2")
    player = in_the_middle(site, device, room)
    first, middle = room.attempts()[0].public_id, player.step
    restart(room)
    if player.asks():
        player.choose()
    with player.page.expect_navigation(url="**/l/b2/*"):
        player.page.reload() if reloads else player.on()
    player.wait_until_playing()
    player.expect_saved("saved")
    assert player.step != middle
    (attempt,) = room.attempts()
    assert attempt.public_id != first
    assert room.answers() == {}
    player.go_to_question()
    player.take_step()
    player.expect_saved()
    assert len(room.answers()) == 1


def test_a_lesson_closed_meanwhile_stays_closed(site: Site, device: Devices) -> None:
    room = a_room("b2")
    player = in_the_middle(site, device, room)
    restart(room)
    assignments.close(db.session.get_one(Assignment, room.assignment_ids["b2"]))
    db.session.commit()
    player.page.reload()
    player.wait_until_playing()
    player.expect_saved("visitor")
    assert room.attempts() == []
    expect(player.now).to_be_visible()
