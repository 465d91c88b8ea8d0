"""The server dies, and the teacher closes the lesson, while pupils answer."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import BrowserContext, expect

from quizapp import clock
from quizapp.config import settings
from quizapp.db import db
from quizapp.learning.models import Assignment
from tests.journeys.door import enter, front_page, go_in_as_new
from tests.journeys.player import Player, pupil
from tests.journeys.rooms import Room, a_room
from tests.journeys.site import Site
from tests.served import Server, free_port, served

pytestmark = [pytest.mark.browser, pytest.mark.server]
Devices = Callable[..., BrowserContext]


@pytest.fixture
def server(site: Site) -> Iterator[Server]:
    """A server to be killed, on the same database."""
    with served(settings(), free_port()) as server:
        yield server


def test_a_killed_server_comes_back_and_gets_every_answer_once(
    site: Site, device: Devices, server: Server
) -> None:
    room = a_room("b2")
    player = pupil(device(), f"http://127.0.0.1:{server.port}", room.code)
    player.go_to_question()
    player.take_step()
    player.expect_saved()
    before = room.answers()
    assert len(before) == 1

    server.kill()
    player.go_to_question("scored")
    for _ in range(2):
        player.choose()
        player.on()
        expect(player.now.locator(".feedback")).not_to_be_empty()
        player.expect_saved("kept")
        player.on()
    with served(settings(), server.port):
        player.page.reload()
        player.wait_until_playing()
        player.expect_saved()
        after = room.answers()
        assert len(after) == 3
        assert before.items() <= after.items()


def test_an_answer_finds_its_way_without_a_reload(site: Site, device: Devices, server: Server) -> None:
    room = a_room("a4")
    player = pupil(device(), f"http://127.0.0.1:{server.port}", room.code)
    player.go_to_question()
    player.expect_saved()
    server.kill()
    player.choose()
    player.on()
    player.expect_saved("kept")
    with served(settings(), server.port):
        expect(player.page.locator("#player-saved")).to_have_attribute("data-now", "saved", timeout=20_000)
        assert len(room.answers()) == 1


def test_whoever_is_at_work_when_the_lesson_closes_may_finish_today(site: Site, device: Devices) -> None:
    room = a_room("a4")
    player = pupil(device(), site.address, room.code)
    player.go_to_question()
    close(room)
    player.choose()
    player.on()
    player.expect_saved()
    assert len(room.answers()) == 1


def test_the_next_day_the_pupil_is_told_kindly(site: Site, device: Devices) -> None:
    room = a_room("a4")
    player = pupil(device(), site.address, room.code)
    player.go_to_question()
    close(room, days_ago=1)
    player.choose()
    player.on()
    player.expect_saved("closed")
    expect(player.page.locator("#player-saved")).to_be_visible()
    expect(player.now.locator(".feedback")).not_to_be_empty()
    assert room.answers() == {}
    close(room, days_ago=None)
    player.page.reload()
    player.wait_until_playing()
    player.expect_saved()
    assert len(room.answers()) == 1


def test_whoever_comes_too_late_is_told_kindly(site: Site, device: Devices) -> None:
    room = a_room("a4", "b2")
    page = front_page(device(), site.address, "sq")
    enter(page, room.code)
    go_in_as_new(page)
    expect(page.locator("#lesson-a4")).to_be_visible()
    close(room)
    with page.expect_navigation() as arrived:
        page.click("#lesson-a4")
    assert arrived.value.status == 410
    expect(page.locator("html")).to_have_attribute("lang", "sq")
    expect(page.locator("h1")).not_to_be_empty()
    page.click("main a")
    expect(page.locator("#code")).to_be_visible()


def test_a_closed_lesson_tells_the_pupil_before_it_begins_to_answer(site: Site, device: Devices) -> None:
    room = a_room("a4")
    player = pupil(device(), site.address, room.code)
    close(room, days_ago=1)
    player.page.reload()
    again = Player(player.page)
    again.wait_until_playing()
    again.expect_saved("closed")


def close(room: Room, days_ago: int | None = 0) -> None:
    """The teacher closes the class's lesson a4, so many days ago; or (None) opens it again."""
    assignment = db.session.get_one(Assignment, room.assignment_ids["a4"])
    assignment.closed_at = None if days_ago is None else clock.now() - timedelta(days=days_ago)
    db.session.commit()
