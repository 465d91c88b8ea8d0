"""The pages on which numbers are kept, under axe-core, on a phone and in large letters."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from quizapp import clock
from quizapp.accounts import sessions
from quizapp.db import db
from quizapp.helplines import changing
from quizapp.helplines.changing import Found
from quizapp.helplines.models import Helpline
from tests.cast import an_administrator
from tests.journeys.looks import amiss, languages, large_text
from tests.journeys.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.server]
Devices = Callable[..., BrowserContext]


@pytest.mark.parametrize("language", ["mk", "sq", "en"])
def test_numbers_look_well(site: Site, device: Devices, language: str) -> None:
    first, second = (an_administrator(f"{one}-{language}@example.org") for one in (1, 2))
    row = db.session.get_one(Helpline, "bushavko_mobile")
    found = Found("070 390 633", "", json.loads(row.words), "1", True, clock.today())
    change, token = changing.propose(first.id, found, row), sessions.start(second)
    db.session.flush()
    change_path = f"helplines/changes/{change.id}"
    db.session.commit()
    context = device()
    context.add_cookies([{"name": "staff", "value": token, "url": site.address}])
    page = context.new_page()
    seen = []
    for path in ("helplines", "helplines/bushavko_mobile/change", change_path):
        page.goto(f"{site.address}/{language}/staff/office/{path}")
        seen += [*amiss(page), *languages(page, language), *large_text(page)]
    page.goto(f"{site.address}/{language}/staff/office/helplines/new")
    page.locator("main form button[type=submit]").press("Enter")
    expect(page.locator("#number-error")).to_be_visible()
    seen += amiss(page)
    page.goto(f"{site.address}/{language}/staff/office/{change_path}")
    page.locator("#confirm button").press("Enter")
    expect(page.locator("#helpline-bushavko_mobile")).to_have_attribute("data-standing", "shown")
    assert "\n".join(seen) == ""
