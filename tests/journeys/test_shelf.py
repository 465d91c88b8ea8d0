"""The shelf and its pictures in a real browser: both languages looked at, a picture chosen by keyboard."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from quizapp.authoring import drafts
from quizapp.db import db
from tests.journeys.desk import at_desk, trainer
from tests.journeys.looks import amiss, large_text
from tests.journeys.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.server]
Devices = Callable[..., BrowserContext]
COVER = "s.head.cover"


@pytest.mark.parametrize(("language", "colours"), [("mk", "light"), ("sq", "dark")])
def test_pages_of_the_shelf(site: Site, device: Devices, language: str, colours: str) -> None:
    context, writer = device(color_scheme=colours), trainer()
    writer.draft(whole=True)
    writer.sign_in(context, site.address)
    page, found = context.new_page(), []
    for path in ("staff/desk", "staff/desk?q=a", "staff/desk/new", "staff/desk/pictures", "credits"):
        page.goto(f"{site.address}/{language}/{path}")
        found += [*amiss(page), *large_text(page)]
    page.goto(f"{site.address}/{language}/staff/desk/pictures/new")
    page.locator("main form button").first.click()
    expect(page.locator("#file-error")).to_be_visible()
    found += [*amiss(page), *large_text(page)]
    assert "\n".join(found) == ""


def test_a_picture_is_chosen_by_keyboard(site: Site, device: Devices) -> None:
    context, writer = device(), trainer()
    draft = writer.draft()
    writer.sign_in(context, site.address)
    desk = at_desk(context, site.address, draft, "sq")
    page = desk.page
    desk.field(COVER).focus()
    page.keyboard.press("Enter")
    expect(page.locator("#picker-search")).to_be_focused()
    expect(page.locator("#picker [data-picture=gift]")).to_be_visible()
    found = amiss(page)
    page.keyboard.type("dhurate")
    expect(page.locator("#picker [data-picture]:visible")).to_have_count(1)
    page.keyboard.press("Tab")  # the way to bring a picture
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#picker")).to_be_hidden()
    expect(desk.field(COVER)).to_be_focused()
    desk.expect()
    structure = json.loads(drafts.draft_for(draft.lesson_id).structure)
    db.session.close()
    assert structure["cover"] == "gift"
    assert "\n".join([*found, *desk.complaints]) == ""
