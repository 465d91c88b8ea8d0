"""A school without TLS: under its name there is neither crypto.randomUUID nor a service worker."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from quizapp.config import settings
from tests.journeys.conftest import launch
from tests.journeys.player import through_the_door
from tests.journeys.rooms import a_room, sign_in
from tests.journeys.site import Site
from tests.served import free_port, served

pytestmark = [pytest.mark.browser, pytest.mark.server]
NAME = "school.test"


@pytest.fixture
def address(site: Site) -> Iterator[str]:
    """The same database behind a server that goes by this name."""
    with served(settings(), free_port(), TRUSTED_HOSTS=f"127.0.0.1 {NAME}") as server:
        yield f"http://{NAME}:{server.port}"


@pytest.fixture
def abroad(chromium: Browser) -> Iterator[BrowserContext]:
    """A phone in the school's network."""
    browser = launch(chromium.browser_type, f"--host-resolver-rules=MAP {NAME} 127.0.0.1")
    yield browser.new_context(viewport={"width": 360, "height": 740})
    browser.close()


def test_a_lesson_in_the_schools_network(address: str, abroad: BrowserContext) -> None:
    room = a_room("a4")
    player = through_the_door(abroad, address, room.code)
    missing = "[typeof crypto.randomUUID, 'serviceWorker' in navigator, isSecureContext]"
    assert player.page.evaluate(missing) == ["undefined", False, False]
    player.go_to_question("scored")
    player.choose()
    player.on()
    player.expect_saved()
    assert len(room.answers()) == 2
    assert {cookie["domain"] for cookie in abroad.cookies()} == {NAME}
    assert player.troubles == []

    sign_in(abroad, address, room)
    page = abroad.new_page()
    page.goto(f"{address}/en/{room.path}")
    page.click("button[name=joining][value=returning]")
    expect(page.locator("#joining")).to_have_attribute("data-joining", "returning")


def test_a_name_nobody_trusts_gets_a_plain_no(site: Site, abroad: BrowserContext) -> None:
    page = abroad.new_page()
    reply = page.goto(f"{site.address.replace('127.0.0.1', NAME)}/mk/")
    assert reply
    assert reply.status == 400
    expect(page.locator("h1")).not_to_be_empty()
