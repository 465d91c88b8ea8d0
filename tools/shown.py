"""The demonstration school in a real browser, for those who take pictures of it.

It is served as `make run` makes it, in a data folder of its own. Mira has written two lessons: one waits for
her to check a translation, the other for Liridon to read it.
"""

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests import served  # noqa: E402

served.STARTING_SECONDS = 120  # on a busy machine the school takes its time
TRAINERS = ("mira", "liridon", "vesna")
# Too long for a child of this age, so that there is something to think about.
ONE_SENTENCE_MORE = (
    "Пред да одговори, сака да праша возрасен на кого му верува, па дури потоа да види што понатаму."
)
WHAT_IS_NEW = "Имињата се од нашиот град. / Emrat janë nga qyteti ynë."
REASON = "Така зборуваат децата. / Kështu flasin fëmijët."


@dataclass
class Shown:
    """The site; cookies: of those who signed in with a code, which works only once."""

    browser: Browser
    address: str
    log: str
    cookies: dict[str, Any] = field(default_factory=dict)

    def context(self, person: str = "", **looks: Any) -> BrowserContext:
        """A browser, of one of TRAINERS if it is said of whom."""
        context = self.browser.new_context(**looks)
        context.add_cookies(self.cookies.get(person, []))
        return context

    def give_password(self, page: Page, language: str, person: str) -> None:
        """The first page of signing in."""
        found = re.search(rf"({person}@\S+)\s+password: (\S+)", self.log)
        assert found
        page.goto(f"{self.address}/{language}/staff/sign-in")
        page.fill("[name=email]", found[1])
        page.fill("[name=password]", found[2])
        with page.expect_navigation():
            page.press("[name=password]", "Enter")

    def give_code(self, page: Page, person: str) -> None:
        """The second page."""
        found = re.search(rf"{person}@.*code: (\d+)", self.log)
        assert found
        page.fill("[name=code]", found[1])
        with page.expect_navigation():
            page.press("[name=code]", "Enter")
        self.cookies[person] = page.context.cookies()


@contextmanager
def shown() -> Iterator[Shown]:
    """The site with everybody signed in and the lessons written."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as data, sync_playwright() as playwright:
        port, log = served.free_port(), Path(data) / "log"
        environment = os.environ | {"QUIZAPP_DATA": data, "PORT": str(port), "HOST": "127.0.0.1"}
        environment.pop("DATABASE_URL", None)
        command = ["/bin/sh", "-c", f'exec "{sys.executable}" -c "{served.START}" serve --demo > "{log}"']
        with served.started(command, environment, port):
            browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
            site = Shown(browser, f"http://127.0.0.1:{port}", log.read_text())
            for person in TRAINERS:
                with site.context() as context:
                    page = context.new_page()
                    site.give_password(page, "mk", person)
                    site.give_code(page, person)
            with site.context("mira", java_script_enabled=False) as context:  # each button is one request
                page = context.new_page()
                _to_check(page, _copy_of(page, site, "b2"))
                _hand_over(page, _copy_of(page, site, "a4"))
            yield site
            browser.close()


def _copy_of(page: Page, site: Shown, lesson: str) -> str:
    """The address of a new draft."""
    page.goto(f"{site.address}/mk/staff/desk")
    with page.expect_navigation():
        page.click(f"#lesson-{lesson} form button")
    return page.url.partition("#")[0]


def _to_check(page: Page, address: str) -> None:
    """Write on in one language of the fourth step, and take a text of the next one out of the other."""
    page.goto(address)
    fourth, fifth = (page.locator("[data-step]:not([data-step=head])").nth(at) for at in (3, 4))
    text = fourth.locator("[id^='t.mk.'][id$='.text']")
    text.fill(f"{text.input_value()} {ONE_SENTENCE_MORE}")
    fifth.locator("[id^='t.sq.'][id$='.text']").fill("")
    with page.expect_navigation():
        page.click("button[value=save] >> nth=0")


def _hand_over(page: Page, address: str) -> None:
    page.goto(f"{address}/review")
    page.fill("#submit [name=note]", WHAT_IS_NEW)
    for reason in page.locator("#submit [data-warning] input").all():
        reason.fill(REASON)
    with page.expect_navigation():
        page.click("#submit button[type=submit]")
    assert page.locator("#state[data-state=in_review]").count()
