"""A school's network, and children's hands: nothing lost, nothing doubled."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.journeys.player import Player, pupil
from tests.journeys.rooms import a_room
from tests.journeys.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.server]
Devices = Callable[..., BrowserContext]


def test_the_network_is_cut_and_comes_back(site: Site, device: Devices) -> None:
    context = device()
    player = pupil(context, site.address, site.codes["a4"])
    player.go_to_question()
    player.expect_saved()
    attempt = site.newest_attempt("a4")

    context.set_offline(True)
    player.choose()
    player.on()
    player.expect_saved("kept")
    player.on()
    player.play_to_the_end()
    player.expect_saved("kept")
    assert site.answers(attempt) == {}

    context.set_offline(False)
    player.expect_saved()
    assert len(site.answers(attempt)) > 3
    assert site.newest_attempt("a4").finished_on


def test_a_private_answer_without_the_network_is_not_said_to_be_kept(site: Site, device: Devices) -> None:
    context = device()
    player = pupil(context, site.address, a_room("b2").code)
    player.go_to_question("private")
    player.expect_saved()
    sign = player.page.locator("#player-saved")
    context.set_offline(True)
    player.choose()
    player.on()
    player.expect_saved("kept")
    expect(sign).to_have_text(sign.get_attribute("data-kept-lost") or "")
    context.set_offline(False)
    player.expect_saved()
    expect(sign).to_have_text(sign.get_attribute("data-saved-lost") or "")


def test_what_was_kept_survives_a_closed_tab(site: Site, device: Devices) -> None:
    context = device()
    player = pupil(context, site.address, site.codes["a4"])
    player.go_to_question()
    player.expect_saved()
    attempt, address = site.newest_attempt("a4"), player.page.url

    context.route("**/answer", lambda route: route.abort())
    player.choose()
    player.on()
    player.expect_saved("kept")
    player.page.close()
    context.unroute("**/answer")

    again = Player(context.new_page())
    again.page.goto(address)
    again.wait_until_playing()
    again.expect_saved()
    assert len(site.answers(attempt)) == 1


def test_an_answer_whose_receipt_got_lost_counts_once(site: Site, device: Devices) -> None:
    context = device()
    player = pupil(context, site.address, site.codes["a4"])
    player.go_to_question()
    lost: list[str] = []

    def lose_the_first(route: object) -> None:
        if lost:
            route.continue_()  # type: ignore[attr-defined]
        else:
            lost.append(route.fetch().text())  # type: ignore[attr-defined]
            route.abort()  # type: ignore[attr-defined]

    context.route("**/answer", lose_the_first)
    player.choose()
    player.on()
    player.expect_saved("kept")
    player.expect_saved()
    assert lost
    assert len(site.answers(site.newest_attempt("a4"))) == 1


def test_a_double_click_is_one_click(site: Site, device: Devices) -> None:
    player = pupil(device(), site.address, site.codes["a4"])
    question = player.go_to_question()
    step = player.step
    player.choose()
    player.page.wait_for_timeout(500)
    player.page.dblclick("[data-go=on]")
    expect(question.locator(".feedback")).not_to_be_empty()
    assert player.step == step
    player.expect_saved()
    assert len(site.answers(site.newest_attempt("a4"))) == 1


def test_two_tabs_keep_in_step(site: Site, device: Devices) -> None:
    context = device()
    first = pupil(context, site.address, site.codes["a4"])
    first.go_to_question()
    step = first.step
    second = Player(context.new_page())
    second.page.goto(first.page.url)
    second.wait_until_playing()
    assert second.step == step

    first.choose()
    first.on()
    expect(second.now.locator("input").first).to_be_checked()
    expect(second.now.locator(".feedback")).not_to_be_empty()
    second.expect_saved()
    assert len(site.answers(site.newest_attempt("a4"))) == 1


def test_the_back_button_goes_one_step_back(site: Site, device: Devices) -> None:
    player = pupil(device(), site.address, site.codes["a4"])
    door = player.page.evaluate("history.length")
    steps = [player.step]
    for _ in range(3):
        player.take_step()
        steps.append(player.step)
    for step in reversed(steps[:-1]):
        player.back()
        assert player.step == step
    assert player.page.evaluate("history.length") == door + 1


def test_a_reload_stays_in_place(site: Site, device: Devices) -> None:
    player = pupil(device(), site.address, site.codes["a4"])
    player.go_to_question()
    player.choose()
    player.on()
    player.expect_saved()
    step = player.step
    player.page.reload()
    player.wait_until_playing()
    assert player.step == step
    expect(player.now.locator("input").first).to_be_checked()


def test_another_pupil_at_the_same_device_sees_nothing_of_the_last(site: Site, device: Devices) -> None:
    context = device()
    first = pupil(context, site.address, site.codes["a4"])
    first.go_to_question()
    first.choose()
    first.on()
    first.expect_saved()
    first.page.goto(f"{site.address}/mk/lessons")
    first.page.click("#another-pupil button")
    expect(first.page.locator("#code")).to_be_visible()

    second = pupil(context, site.address, site.codes["a4"])
    assert second.page.locator("#lesson input:checked").count() == 0
    assert second.page.evaluate("Object.keys(localStorage).length") == 0
    assert site.answers(site.newest_attempt("a4")) == {}


def test_a_page_of_the_last_pupil_gives_way_to_the_next(site: Site, device: Devices) -> None:
    context = device()
    first = pupil(context, site.address, site.codes["a4"])
    first.go_to_question()
    old = site.newest_attempt("a4")
    pupil(context, site.address, site.codes["a4"])
    first.choose()
    first.on()
    expect(first.page.locator("#step-cake")).to_be_visible()
    first.wait_until_playing()
    assert site.answers(old) == {}
    assert site.answers(site.newest_attempt("a4")) == {}


def test_pictures_lost_without_a_network_come_when_it_is_back(site: Site, device: Devices) -> None:
    context = device()
    context.route("**/*.svg", lambda route: route.abort())
    player = pupil(context, site.address, site.codes["a4"])
    while not player.now.locator(".step-picture").count():
        player.take_step()
    width = "(image) => image.naturalWidth"
    assert player.now.locator(".step-picture").evaluate(width) == 0
    context.set_offline(True)
    context.unroute("**/*.svg")
    context.set_offline(False)
    player.page.wait_for_function("() => document.querySelector('.step-now .step-picture').naturalWidth")


def test_pictures_of_all_steps_come_while_there_is_a_network(site: Site, device: Devices) -> None:
    player = pupil(device(), site.address, site.codes["a4"])
    player.page.wait_for_function(
        "() => [...document.querySelectorAll('.step img')].every((image) => image.naturalWidth)"
    )
