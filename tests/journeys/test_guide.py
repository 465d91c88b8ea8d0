"""The trainers' guide in a real browser: on a phone, with large text, on two sheets of paper."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext

from tests.journeys.desk import trainer
from tests.journeys.looks import amiss, languages, large_text
from tests.journeys.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.server]
Devices = Callable[..., BrowserContext]
SHEETS = 2


@pytest.mark.parametrize(("language", "colours"), [("mk", "light"), ("sq", "dark"), ("en", "light")])
def test_reads_well(site: Site, device: Devices, language: str, colours: str) -> None:
    context, reader = device(color_scheme=colours), trainer()
    reader.sign_in(context, site.address)
    page = context.new_page()
    page.goto(f"{site.address}/{language}/staff/desk/help")
    found = [*amiss(page), *languages(page, language), *large_text(page)]
    assert "\n".join(found) == ""
    paper = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) <= SHEETS
