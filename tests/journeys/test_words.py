"""A word that no dictionary has, in a real browser: told at once, put right or vouched for by keyboard."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.desk import at_desk, trainer
from tests.journeys.looks import amiss, large_text
from tests.journeys.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.server]
Devices = Callable[..., BrowserContext]
FIELD = "t.mk.summary"
BUTTON = 'button[value="word:mk:summary:учинлиште"]'


def press(page: Page, what: str) -> None:
    """By keyboard."""
    page.locator(what).focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_a_word_is_told_put_right_and_vouched_for(site: Site, device: Devices) -> None:
    context, writer = device(), trainer()
    draft = writer.draft()
    writer.sign_in(context, site.address)
    desk = at_desk(context, site.address, draft, "sq")
    page = desk.page
    desk.write(FIELD, "Учиме во учинлиште. Бубамарче оди дома.")
    expect(page.locator(BUTTON)).to_be_visible()
    press(page, BUTTON)
    found = [*amiss(page), *large_text(page)]
    press(page, "#ask")
    found += [*amiss(page), *large_text(page)]
    press(page, 'button[name=instead][value="училиште"]')
    desk.expect()
    assert draft.text(FIELD) == "Учиме во училиште. Бубамарче оди дома."
    expect(page.locator(BUTTON)).to_have_count(0)
    press(page, 'button[value="word:mk:summary:Бубамарче"]')
    press(page, "#vouch button[type=submit]")
    expect(page.locator("#reason-error")).to_be_visible()
    found += amiss(page)
    page.locator("#reason").focus()
    page.keyboard.type("Kështu e thonë fëmijët.")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    desk.expect()
    expect(page.locator('button[value^="word:"]')).to_have_count(0)
    page.get_by_role("link", name="Fjalët e këtij mësimi").click()
    expect(page.locator("#words li")).to_contain_text("Kështu e thonë fëmijët.")
    found += [*amiss(page), *large_text(page)]
    refused = "(BAD REQUEST)"  # the browser tells of the form without a reason
    assert "\n".join([*found, *(one for one in desk.complaints if refused not in one)]) == ""


def test_the_meter_follows_what_is_written(site: Site, device: Devices) -> None:
    context, writer = device(viewport={"width": 1280, "height": 800}), trainer()
    draft = writer.draft(whole=True)
    writer.sign_in(context, site.address)
    desk = at_desk(context, site.address, draft, "mk")
    meter = desk.page.locator('[data-meters="hello"] [data-meter="mk"]')
    expect(meter).to_contain_text("Лесно се чита")
    desk.write("t.mk.steps.hello.text", "Мила оди дома по патот и гледа куќа " * 5 + ".")
    expect(meter).to_contain_text("Предолго")
    expect(meter).to_contain_text("најдолгата реченица 40 зборови")
    assert desk.complaints == []
