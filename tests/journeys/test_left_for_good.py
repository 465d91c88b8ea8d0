"""After an exit the page never comes back: not without a network, not by the back button, not from memory."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.journeys.conftest import PHONE, launch
from tests.journeys.player import pupil
from tests.journeys.rooms import a_room
from tests.journeys.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.server]
Devices = Callable[..., BrowserContext]


def names(context: BrowserContext) -> set[str]:
    return {cookie["name"] for cookie in context.cookies()}


def test_without_a_network_an_empty_page_is_left_and_the_rest_follows(site: Site, device: Devices) -> None:
    context = device()
    player = pupil(context, site.address, a_room("a4").code)
    address = player.page.url
    player.take_step()
    context.set_offline(True)
    player.page.click("#exit")
    expect(player.page).to_have_url("about:blank")
    assert "pupil" in names(context)

    context.set_offline(False)
    context.route("**/exit", lambda route: route.abort())
    player.page.goto(address, wait_until="commit")
    expect(player.page).to_have_url("about:blank")  # not before the server has forgotten, too
    context.unroute("**/exit")

    player.page.goto(address)
    player.wait_until_playing()
    player.expect_saved("visitor")
    assert "pupil" not in names(context)
    assert player.page.evaluate("localStorage.length") == 0


def test_a_silent_server_holds_nobody(site: Site, device: Devices) -> None:
    context = device()
    player = pupil(context, site.address, a_room("a4").code)
    context.route("**/exit", lambda _route: None)
    player.page.click("#exit", no_wait_after=True)
    expect(player.page).to_have_url("about:blank", timeout=4000)
    assert player.page.evaluate("document.body.textContent") == ""


@pytest.mark.parametrize("remembering", [False, True], ids=["loaded", "from-memory"])
def test_lesson_help_exit_and_back_is_no_lesson(site: Site, chromium: Browser, remembering: bool) -> None:
    browser = launch(chromium.browser_type, without=["--disable-back-forward-cache"] if remembering else [])
    context = browser.new_context(viewport=PHONE, locale="en-GB")  # type: ignore[arg-type]
    player = pupil(context, site.address, a_room("a4").code)
    player.take_step()
    player.page.goto(f"{site.address}/mk/help")
    player.page.click("#exit")
    expect(player.page).to_have_url(f"{site.address}/health")
    player.page.evaluate("history.back()")
    player.page.wait_for_timeout(1000)
    expect(player.page).to_have_url(f"{site.address}/health")
    browser.close()


def test_back_to_a_page_nobody_left_shows_it(site: Site, device: Devices) -> None:
    player = pupil(device(), site.address, a_room("a4").code)
    player.take_step()
    step = player.step
    player.page.goto(f"{site.address}/mk/about")
    player.page.go_back()
    player.wait_until_playing()
    assert player.step == step


def test_exit_is_at_hand_while_help_is_open(site: Site, device: Devices) -> None:
    context = device(viewport={"width": 360, "height": 600})
    player = pupil(context, site.address, a_room("a4", adult=("pedagogue", "4")).code)
    context.set_offline(True)
    player.page.click("#help")
    expect(player.page.locator("#help-adult")).to_be_in_viewport()
    expect(player.page.locator("#help-here .safety-exit")).to_be_in_viewport()
    context.set_offline(False)
    player.page.click("#help-here .safety-exit")
    expect(player.page).to_have_url(f"{site.address}/health")
    assert context.cookies() == []
