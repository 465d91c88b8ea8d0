"""Quick exit: off the screen at once, and nothing left on the device."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.journeys.player import pupil
from tests.journeys.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.server]
Devices = Callable[..., BrowserContext]


@pytest.mark.parametrize("way", ["click", "shift"])
def test_exit_forgets_and_leaves(site: Site, device: Devices, way: str) -> None:
    context = device()
    player = pupil(context, site.address, site.codes["a4"])
    context.route("**/answer", lambda route: route.abort())
    player.go_to_question()
    player.choose()
    player.on()
    player.expect_saved("kept")
    if way == "click":
        player.page.click("#exit")
    else:
        for _ in range(3):
            player.page.keyboard.press("Shift")
    expect(player.page).to_have_url(f"{site.address}/health")
    assert context.cookies() == []
    assert player.page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    player.page.go_back()
    assert "/l/" not in player.page.url


def test_exit_in_one_tab_closes_the_lesson_in_the_other(site: Site, device: Devices) -> None:
    context = device()
    first = pupil(context, site.address, site.codes["a4"])
    other = context.new_page()
    other.goto(first.page.url)
    first.page.click("#exit")
    expect(other).to_have_url(f"{site.address}/health")


def test_exit_works_without_javascript(site: Site, device: Devices) -> None:
    context = device(java_script_enabled=False)
    player = pupil(context, site.address, site.codes["a4"], script=False)
    player.page.click("#exit")
    expect(player.page).to_have_url(f"{site.address}/health")
    assert context.cookies() == []


def test_capitals_are_no_exit(site: Site, device: Devices) -> None:
    page = device().new_page()
    page.goto(f"{site.address}/mk/")
    page.focus("#code")
    for letter in "ABC":
        page.keyboard.press(f"Shift+{letter}")
    expect(page.locator("#code")).to_be_visible()


def test_help_is_on_every_step(site: Site, device: Devices) -> None:
    player = pupil(device(), site.address, site.codes["a4"])
    while player.kind != "finish":
        expect(player.page.locator("#help")).to_be_in_viewport()
        expect(player.page.locator("#exit")).to_be_in_viewport()
        player.take_step()
    step = player.step
    player.page.click("#help")
    player.page.click("#help-here a:not([href^='tel:']):not(.safety-exit)")
    expect(player.page.locator("#emergency")).to_be_attached()
    player.page.go_back()
    player.wait_until_playing()
    assert player.step == step
