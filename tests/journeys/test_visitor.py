"""Somebody without a code takes a lesson, and leaves no trace."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.journeys.answers import choose, right_or_wrong
from tests.journeys.conftest import PHONE, launch
from tests.journeys.player import Player, pupil, visitor
from tests.journeys.rooms import a_room, lesson, lesson_path
from tests.journeys.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.server]
Devices = Callable[..., BrowserContext]


def test_from_the_front_page_to_the_end(site: Site, device: Devices) -> None:
    before = site.attempts()
    context = device()
    page = context.new_page()
    page.goto(f"{site.address}/sq/")
    page.locator(".band summary").first.click()
    page.locator(".band[open] .card-link").first.click()
    player = Player(page)
    player.wait_until_playing()
    player.expect_saved("visitor")
    player.play_to_the_end()
    expect(page.locator("#step-finish")).to_be_visible()
    assert site.attempts() == before
    assert page.evaluate("localStorage.length") == 0
    assert [cookie["name"] for cookie in context.cookies()] == ["language"]
    assert not player.troubles


def test_scored_questions_are_marked_too(site: Site, device: Devices) -> None:
    player = visitor(device(), f"{site.address}/mk/l/a4/1")
    question = player.go_to_question("scored")
    player.choose()
    player.on()
    expect(question.locator(".feedback-good, .feedback-again")).to_have_count(1)


def test_choices_live_in_the_tab_only(site: Site, device: Devices) -> None:
    context = device()
    player = visitor(context, f"{site.address}/mk/l/a4/1")
    player.go_to_question()
    player.choose()
    player.on()
    step = player.step
    player.page.reload()
    player.wait_until_playing()
    assert player.step == step
    expect(player.now.locator("input").first).to_be_checked()

    other = visitor(context, f"{site.address}/mk/l/a4/1")
    assert other.step != step
    assert other.page.locator("#lesson input:checked").count() == 0


def test_a_preview_is_a_visit_even_on_a_pupils_device(site: Site, device: Devices) -> None:
    context = device()
    pupil(context, site.address, site.codes["a4"])
    attempt = site.newest_attempt("a4")
    player = visitor(context, f"{site.address}/mk/l/a4/1#try")
    player.expect_saved("visitor")
    player.play_to_the_end()
    assert site.answers(attempt) == {}
    assert site.newest_attempt("a4").finished_on is None


def in_the_middle(player: Player) -> str:
    """Some steps on, with an answer; says where."""
    player.go_to_question()
    player.choose()
    player.on()
    expect(player.now.locator(".feedback")).not_to_be_empty()
    return player.step


def expect_afresh(player: Player) -> None:
    player.wait_until_playing()
    expect(player.page.locator(".step").first).to_have_class(re.compile("step-now"))
    assert player.page.locator("#lesson input:checked").count() == 0
    assert player.page.locator("#lesson .feedback > *").count() == 0


@pytest.mark.parametrize("remembering", [False, True], ids=["loaded", "from-memory"])
def test_the_next_child_begins_afresh(site: Site, chromium: Browser, remembering: bool) -> None:
    browser = launch(chromium.browser_type, without=["--disable-back-forward-cache"] if remembering else [])
    context = browser.new_context(viewport=PHONE, locale="en-GB")  # type: ignore[arg-type]
    player = visitor(context, f"{site.address}/mk/l/a4/1")
    in_the_middle(player)
    player.page.click(".brand")
    expect(player.page.locator("#code")).to_be_visible()
    player.page.evaluate("setTimeout(() => history.back())")
    player.page.wait_for_url("**/l/a4/1")
    expect_afresh(player)
    in_the_middle(player)
    player.page.click(".brand")
    player.page.locator(".band summary").first.click()
    player.page.locator(".band[open] .card-link[href*='/a4/']").click()
    expect_afresh(player)
    in_the_middle(player)
    player.page.goto(f"{site.address}/mk/l/b2/1")
    player.wait_until_playing()
    player.page.evaluate("setTimeout(() => history.back())")
    player.page.wait_for_url("**/l/a4/1")
    expect_afresh(player)
    in_the_middle(player)
    player.page.goto(f"{site.address}/mk/l/a4/1?typed")
    expect_afresh(player)
    browser.close()


@pytest.mark.parametrize("way", ["reload", "sq", "help", "help-back", "about-exit"])
def test_a_visit_goes_on(site: Site, device: Devices, way: str) -> None:
    player = visitor(device(), f"{site.address}/mk/l/a4/1")
    step, page = in_the_middle(player), player.page
    if way == "reload":
        page.reload()
    elif way == "sq":
        page.click("button[name=switch][value=sq]")
        page.wait_for_url("**/sq/l/a4/1")
    elif way == "about-exit":
        page.locator(".page-foot a").first.evaluate("(link) => setTimeout(() => link.click())")
        expect(page.locator("#lesson")).to_have_count(0)
        page.go_back()
    else:
        page.locator("#help-here a[href$='/help']").evaluate("(link) => setTimeout(() => link.click())")
        page.wait_for_url("**/mk/help")
        page.click("#back") if way == "help" else page.go_back()
        page.wait_for_url("**/l/a4/1")
    player.wait_until_playing()
    assert player.step == step
    expect(player.now.locator("input").first).to_be_checked()


@pytest.mark.parametrize(("who", "name"), [("visitor", "a4"), ("pupil", "b2")])
def test_what_is_not_checked_yet_goes_along_into_the_other_language(
    site: Site, device: Devices, who: str, name: str
) -> None:
    if who == "pupil":
        player = pupil(device(), site.address, a_room(name).code)
    else:
        player = visitor(device(), f"{site.address}/mk/{lesson_path(name)}")
    while player.kind != "finish":
        if player.asks():
            half_chosen(player)
            private = player.now.locator("[data-mode=private]").count()
            before = chosen(player)
            switch(player)
            assert chosen(player) == ([] if private else before)
            expect(player.now.locator(".feedback > *")).to_have_count(0)
            player.page.reload()
            player.wait_until_playing()
            assert chosen(player) == [], "what went along isn't kept beyond that"
        player.take_step()
    assert not player.troubles


def test_a_try_again_goes_along_too(site: Site, device: Devices) -> None:
    player = visitor(device(), f"{site.address}/mk/{lesson_path('a4')}")
    player.go_to_question()
    question = lesson("a4").questions()[player.step]
    choose(player, question, right_or_wrong(question, understands=False))
    player.on()
    player.press("retry")
    choose(player, question, right_or_wrong(question, understands=True))
    before = chosen(player)
    switch(player)
    assert chosen(player) == before
    expect(player.now.locator(".feedback")).to_be_empty()
    player.on()
    expect(player.now.locator(".feedback-good")).not_to_be_empty()


def half_chosen(player: Player) -> None:
    """Chooses something, but where there is more to do not all of it, and checks nothing."""
    if player.now.locator(".taps-two").count():
        for side in (0, 1):
            player.now.locator(".taps-two > ol").nth(side).locator(".tap").first.click()
    elif player.now.locator(".tap").count():
        player.now.locator(".tap").nth(1).click()
    elif player.now.locator(".sort-card").count():
        for card in player.now.locator(".sort-card").all()[:-1]:
            card.locator("input").last.check()
    elif player.now.locator("input").count():
        player.now.locator("input").last.check()


def chosen(player: Player) -> list[list[str]]:
    """What stands chosen in this step, by field."""
    fields: list[list[str]] = player.now.evaluate(
        """(step) => [...new FormData(document.getElementById("lesson"))].filter(
            ([name, value]) => value && name.split(".")[0] === step.dataset.step)"""
    )
    return fields


def switch(player: Player) -> None:
    language = player.page.locator("html").get_attribute("lang")
    player.page.click(f"button[name=switch]:not([value={language}])")
    expect(player.page.locator("html")).not_to_have_attribute("lang", language or "")
    player.wait_until_playing()
