"""Somebody without a code takes a lesson, and leaves no trace."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.journeys.player import Player, pupil, visitor
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
