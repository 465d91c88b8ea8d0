"""A served school with every bundled lesson open for its classes, and a real browser in front of it."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, BrowserType, sync_playwright

from tests.databases import Sqlite, app_over, config_for
from tests.journeys.desk import Desk, Draft, Trainer, at_desk, trainer
from tests.journeys.site import Site, open_school
from tests.served import free_port, served

CHROMIUM = "/usr/bin/chromium"
PHONE = {"width": 360, "height": 740}
WIDE = {"width": 1280, "height": 800}
MOVING = {"reduced_motion": "no-preference"}
NEWS = "**/news?*"


@pytest.fixture(scope="session")
def site(sqlite: Sqlite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The running app; its neutral target is a page of its own, so that no test leaves the machine."""
    folder, port = tmp_path_factory.mktemp("journeys"), free_port()
    with sqlite.copy(folder) as url:
        config = replace(config_for(folder, url), exit_url=f"http://127.0.0.1:{port}/health")
        with served(config, port), app_over(config):
            yield open_school(f"http://127.0.0.1:{port}")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = launch(playwright.chromium)
        yield browser
        browser.close()


@pytest.fixture
def device(chromium: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Makes devices: a phone each, with storage and cookies of its own.

    It asks for little motion, since every click would wait for its end; a journey of each role is MOVING.
    """
    devices: list[BrowserContext] = []

    def another(**options: object) -> BrowserContext:
        usual = {"viewport": PHONE, "locale": "en-GB", "reduced_motion": "reduce"}
        context = chromium.new_context(**usual | options)  # type: ignore[arg-type]
        context.set_default_timeout(8000)
        devices.append(context)
        return context

    yield another
    for context in devices:
        context.close()


def launch(kind: BrowserType, *arguments: str, without: Sequence[str] = ()) -> Browser:
    """Chromium, as root too; without what Playwright would add."""
    return kind.launch(
        executable_path=_chromium(), args=["--no-sandbox", *arguments], ignore_default_args=list(without)
    )


def _chromium() -> str:
    path = os.environ.get("CHROMIUM", CHROMIUM)
    if not Path(path).exists():
        pytest.skip("No Chromium; set CHROMIUM to its path.")
    return path


@pytest.fixture
def vesna(site: Site) -> Trainer:
    return trainer()


@pytest.fixture
def sit_down(site: Site, device: Callable[..., BrowserContext]) -> Callable[[Trainer, Draft], Desk]:
    """A trainer sits down at a computer of their own with a draft."""

    def sit(who: Trainer, draft: Draft) -> Desk:
        context = device(viewport=WIDE)
        who.sign_in(context, site.address)
        # What colleagues write comes when a journey asks for it, and not whenever the machine is slow.
        context.route(NEWS, lambda route: route.fulfill(status=204))
        return at_desk(context, site.address, draft)

    return sit
