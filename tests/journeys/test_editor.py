"""The editor in a real browser: looked at in every language, and a whole lesson written by keys alone."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from quizapp.authoring import history
from quizapp.authoring.drafts import draft_for
from quizapp.db import db
from tests.journeys.desk import at_desk, trainer
from tests.journeys.looks import amiss, large_text
from tests.journeys.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.server]
Devices = Callable[..., BrowserContext]
OPEN_ALL = "document.querySelectorAll('main details').forEach((one) => { one.open = true; })"
WIDE = {"width": 1280, "height": 800}
SAYS = {"mk": "Кратка реченица за децата.", "sq": "Një fjali e shkurtër për fëmijët."}
QUESTIONS = ("single", "multiple", "truefalse", "picture", "order", "match")
MOST_KEYS = 420
HERE = """() => {
  const el = document.activeElement;
  const group = el.name && el.type === "radio"
    ? [...document.getElementsByName(el.name)].some((one) => one.checked) : el.checked;
  return { tag: el.tagName, name: el.name || "", type: el.type || "", value: el.value || "", lang: el.lang,
    chosen: Boolean(group), open: el.parentElement?.open ?? false, in: el.closest("section")?.id ?? "",
    about: el.closest("details")?.className ?? "" };
}"""


@pytest.mark.parametrize(("language", "colours"), [("mk", "light"), ("sq", "dark"), ("en", "light")])
def test_pages_of_the_editor(site: Site, device: Devices, language: str, colours: str) -> None:
    writer = trainer()
    new, whole = writer.draft(), writer.draft(whole=True)
    version = history.versions(draft_for(whole.lesson_id))[0].id
    db.session.close()
    found = []
    for size in ({}, {"viewport": WIDE}):
        context = device(color_scheme=colours, **size)
        writer.sign_in(context, site.address)
        page = context.new_page()
        paths = (new.lesson_id, whole.lesson_id, f"{whole.lesson_id}/history")
        for path in (*paths, f"{whole.lesson_id}/history/{version}", "nothing"):
            page.goto(f"{site.address}/{language}/staff/desk/{path}")
            page.evaluate(OPEN_ALL)
            found += [*amiss(page), *large_text(page)]
    assert "\n".join(found) == ""


def test_both_versions_beside_each_other(site: Site, device: Devices) -> None:
    first, second = trainer(), trainer()
    draft = first.draft(whole=True)
    pages = []
    for who in (first, second):
        context = device(java_script_enabled=False)
        who.sign_in(context, site.address)
        page = context.new_page()
        page.goto(f"{site.address}/sq/staff/desk/{draft.lesson_id}")
        page.fill("[name='t.sq.title']", f"Titulli {len(pages)}")
        pages.append(page)
    for page in pages:
        page.click("button[value=save]")
    late = pages[1]
    expect(late.locator("blockquote")).to_have_text("Titulli 0")
    expect(late.locator("[name='t.sq.title']")).to_have_value("Titulli 1")
    late.check("[name='c.t.sq.title'][value=mine]")
    late.click("button[value=save]")
    expect(late.locator("blockquote")).to_have_count(0)
    assert draft.text("t.sq.title") == "Titulli 1"


class Keys:
    """Somebody without a mouse, and how many keys they press besides writing."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.pressed = 0

    def press(self, key: str) -> None:
        self.pressed += 1
        self.page.keyboard.press(key)

    def here(self) -> dict[str, Any]:
        found: dict[str, Any] = self.page.evaluate(HERE)
        return found

    def fill_on(self) -> dict[str, Any]:
        """Fill what is empty on the way, up to the menu of kinds or the end of the lesson; where that is."""
        while True:
            here = self.here()
            if here["in"] == "add" or here["tag"] == "BODY":
                return here
            self.fill(here)
            self.press("Tab")

    def fill(self, here: dict[str, Any]) -> None:
        if here["tag"] == "TEXTAREA" and not here["value"]:
            self.page.keyboard.insert_text(SAYS[here["lang"]])
        elif here["name"].endswith(".right") and not here["chosen"]:
            self.press("Space")
        elif here["tag"] == "SUMMARY" and here["in"] == "step-head" and not here["open"]:
            self.press("Enter")

    def add(self, do: str) -> None:
        """From the beginning of the menu to a kind."""
        while not self.here()["value"].startswith(do):
            self.press("Tab")
        with self.page.expect_navigation():
            self.press("Enter")
        self.page.wait_for_selector("#saved[data-state]")


def test_a_lesson_of_ten_steps_by_keys_alone(site: Site, device: Devices) -> None:
    context, writer = device(viewport=WIDE), trainer()
    draft = writer.draft()
    writer.sign_in(context, site.address)
    desk = at_desk(context, site.address, draft)
    keys = Keys(desk.page)
    desk.field("t.mk.title").focus()
    keys.fill_on()
    for kind in ("add:scene:", *(f"add:question:{one}" for one in QUESTIONS)):
        keys.add(kind)
        assert keys.here()["name"].endswith(".heading")  # the cursor waits where the step begins
        keys.fill_on()
    while keys.here()["in"] == "add":
        keys.press("Tab")
    keys.fill_on()
    desk.expect()
    assert len(draft.steps()) == 10
    expect(desk.page.locator("#no-problems")).to_be_visible(timeout=20_000)
    assert keys.pressed <= MOST_KEYS
    assert desk.complaints == []
