"""A lesson withdrawn while children are in it, with and without a network, with and without JavaScript."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from quizapp.db import db
from quizapp.lessons import news
from quizapp.lessons.models import LessonRow
from quizapp.lessons.withdrawing import give_back, withdraw
from tests.journeys.looks import amiss, languages, large_text
from tests.journeys.player import Player, pupil, visitor
from tests.journeys.rooms import Room, a_room, lesson_path
from tests.journeys.site import Site
from tests.journeys.test_without_javascript import answer_everything

pytestmark = [pytest.mark.browser, pytest.mark.server]
Devices = Callable[..., BrowserContext]


@contextmanager
def withdrawn(lesson_id: str, page: Page) -> Iterator[None]:
    """Meanwhile the lesson is withdrawn, and every process has heard of it."""
    withdraw(db.session.get_one(LessonRow, lesson_id), {"mk": "Проба."}, None)
    db.session.commit()
    try:
        page.wait_for_timeout(1000 * news.LOOK_SECONDS + 200)
        yield
    finally:
        give_back(db.session.get_one(LessonRow, lesson_id), None)
        db.session.commit()


def answer_the_next(player: Player) -> None:
    """On to a question that counts, whatever its mode, and check it."""
    while not player.now.locator("[data-question]:not([data-mode=private])").count():
        player.take_step()
    player.choose()
    player.on()


def through_one_question(player: Player, state: str = "saved") -> None:
    answer_the_next(player)
    player.expect_saved(state)
    here = player.step
    player.on()
    expect(player.now).not_to_have_attribute("data-step", here)


def expect_break(page: Page) -> None:
    for part in ("#on-break", "#help", "#exit", "#way-back"):
        expect(page.locator(part)).to_be_visible()


def test_in_the_middle_of_it(site: Site, device: Devices) -> None:
    room: Room = a_room("b2")
    player = pupil(device(), site.address, room.code)
    address = player.page.url
    through_one_question(player)
    with withdrawn("b2", player.page):
        answer_the_next(player)
        expect_break(player.page)
        expect(player.page.locator("#kept-all")).to_be_visible()
        assert len(room.answers()) == 2
        found = [*amiss(player.page), *languages(player.page, "mk"), *large_text(player.page)]
        assert found == []
        player.page.click("#way-back")
        expect(player.page.locator("h1")).to_be_visible()
        assert player.page.locator("#lesson-b2").count() == 0

    again = Player(player.page.context.new_page())
    again.page.goto(address)
    again.page.wait_for_timeout(1000 * news.LOOK_SECONDS)
    again.page.goto(address)
    again.wait_until_playing()
    again.play_to_the_end()
    again.expect_saved()
    (attempt,) = room.attempts()
    assert attempt.finished_on
    assert set(room.answers()) == site.counted_questions("b2")


def test_answers_from_a_time_without_network_arrive_all_the_same(site: Site, device: Devices) -> None:
    room, context = a_room("b2"), device()
    player = pupil(context, site.address, room.code)
    through_one_question(player)
    context.set_offline(True)
    for _ in range(2):
        through_one_question(player, "kept")
    with withdrawn("b2", player.page):
        assert len(room.answers()) == 1
        context.set_offline(False)
        expect_break(player.page)
        player.page.wait_for_function(
            "() => !Object.keys(localStorage).some((key) => key.startsWith('out:'))"
        )
        assert len(room.answers()) == 3


def test_a_page_woken_up_gives_way_too(site: Site, device: Devices) -> None:
    player = visitor(device(), f"{site.address}/sq/{lesson_path('b2')}")
    with withdrawn("b2", player.page):
        player.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        expect_break(player.page)
        expect(player.page.locator("#kept-all")).to_have_count(0)
        assert "\n".join([*amiss(player.page), *languages(player.page, "sq")]) == ""


def test_without_javascript_the_form_is_taken(site: Site, device: Devices) -> None:
    room = a_room("b2")
    page = pupil(device(java_script_enabled=False), site.address, room.code, script=False).page
    answer_everything(page)
    with withdrawn("b2", page):
        page.click("#lesson button[type=submit]:not([hidden])")
        expect_break(page)
        expect(page.locator("#kept-all")).to_be_visible()
    (attempt,) = room.attempts()
    assert attempt.finished_on
    assert set(room.answers()) == site.counted_questions("b2")
