"""The plain form: everything at once, handed in at the end."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.door import enter, front_page, go_in_as_new
from tests.journeys.player import pupil
from tests.journeys.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.server]
Devices = Callable[..., BrowserContext]


def test_a_lesson_is_handed_in_whole(site: Site, device: Devices) -> None:
    page = front_page(device(java_script_enabled=False), site.address)
    enter(page, site.codes["b2"])
    go_in_as_new(page)
    answer_everything(page)
    page.click("#lesson button[type=submit]:not([hidden])")
    expect(page.locator("#kept")).to_have_attribute("data-kept", "saved")
    expect(page.locator("#done")).to_be_visible()
    attempt = site.newest_attempt("b2")
    assert attempt.finished_on
    assert set(site.answers(attempt)) == site.counted_questions("b2")


def test_the_other_language_keeps_what_was_chosen(site: Site, device: Devices) -> None:
    page = pupil(device(java_script_enabled=False), site.address, site.codes["b2"], script=False).page
    answer_everything(page)
    chosen = checked(page)
    page.click("button[name=switch][value=sq]")
    expect(page.locator("html")).to_have_attribute("lang", "sq")
    assert checked(page) == chosen


def answer_everything(page: Page) -> None:
    """The first choice of every question; a number of its own for everything in a list."""
    for question in page.locator("[data-question]").all():
        names = {radio.get_attribute("name") for radio in question.locator("input").all()}
        for name in names:
            question.locator(f"input[name='{name}']").first.check()
        for place, select in enumerate(question.locator("select").all(), 1):
            select.select_option(index=place)


def checked(page: Page) -> list[str | None]:
    """The values of everything chosen so far."""
    ticked = [field.get_attribute("value") for field in page.locator("[data-question] input:checked").all()]
    return ticked + [select.input_value() for select in page.locator("[data-question] select").all()]
