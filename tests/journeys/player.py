"""A pupil's page: every sign is an id or a data attribute, since the words come in two languages."""

import re
import time
from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.journeys.door import enter, front_page, go_in_as_new

DOUBLE_CLICK = 0.45  # seconds; the player takes two clicks within this time for one


@dataclass
class Player:
    """One tab. `troubles` collects what a good page never has."""

    page: Page
    troubles: list[str] = field(default_factory=list)
    pressed: float = 0

    def __post_init__(self) -> None:
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.on("console", lambda said: said.type == "error" and self.troubles.append(said.text))

    @property
    def now(self) -> Locator:
        return self.page.locator(".step-now")

    @property
    def step(self) -> str:
        return self.now.get_attribute("data-step") or ""

    @property
    def kind(self) -> str:
        return self.now.get_attribute("data-kind") or ""

    def wait_until_playing(self) -> None:
        expect(self.page.locator("#lesson[data-playing]")).to_be_visible()
        expect(self.page.locator("#player-saved")).to_have_attribute("data-now", re.compile("."))

    def expect_saved(self, state: str = "saved") -> None:
        expect(self.page.locator("#player-saved")).to_have_attribute("data-now", state)

    def on(self) -> None:
        """The big button: check, or next."""
        self.press("on")

    def press(self, button: str) -> None:
        """One of the player's buttons, once it takes a click for a new one."""
        self.page.wait_for_timeout(1000 * max(0, self.pressed + DOUBLE_CLICK - time.monotonic()))
        self.page.click(f"[data-go={button}]")
        self.pressed = time.monotonic()

    def back(self) -> None:
        """The browser's own back button."""
        here = self.step
        self.page.go_back()
        expect(self.now).not_to_have_attribute("data-step", here)

    def choose(self) -> None:
        """Answer what the step asks, one way or another."""
        question = self.now.locator("[data-question]")
        kind = question.get_attribute("data-question") if question.count() else None
        if kind == "order":
            _click_all(self.now.locator(".tap"))
        elif kind == "match":
            lefts, rights = (self.now.locator(".taps-two > ol").nth(side).locator(".tap") for side in (0, 1))
            for place in range(lefts.count()):
                lefts.nth(place).click()
                rights.nth(place).click()
        elif kind == "buckets":
            for card in self.now.locator(".sort-card").all():
                card.locator("input").first.check()
        else:
            self.now.locator("input").first.check()

    def asks(self) -> bool:
        return self.now.locator("[data-question], [data-goto]").count() > 0

    def take_step(self) -> None:
        """Through one step, answering what it asks."""
        here = self.step
        if self.asks():
            self.choose()
            if self.now.locator("[data-question]:not([data-mode=private])").count():
                self.on()
                expect(self.now.locator(".feedback")).not_to_be_empty()
        self.on()
        expect(self.now).not_to_have_attribute("data-step", here)

    def go_to(self, step: str) -> None:
        while self.step != step:
            self.take_step()

    def go_to_question(self, mode: str = "practice") -> Locator:
        """On to the next question that isn't answered yet."""
        question = self.now.locator(f"[data-mode={mode}]")
        while not question.count() or question.locator(".feedback > *").count():
            self.take_step()
        return question

    def play_to_the_end(self) -> None:
        while self.kind != "finish":
            self.take_step()


def visitor(context: BrowserContext, address: str) -> Player:
    """Somebody without a code, in a lesson."""
    player = Player(context.new_page())
    player.page.goto(address)
    player.wait_until_playing()
    return player


def pupil(
    context: BrowserContext, site_address: str, code: str, language: str = "mk", script: bool = True
) -> Player:
    """Through the door with a class code, up to the first step of the class's lesson."""
    player = Player(front_page(context, site_address, language))
    enter(player.page, code)
    go_in_as_new(player.page)
    expect(player.page).to_have_url(re.compile(f"/{language}/l/"))
    if script:
        player.wait_until_playing()
    return player


def _click_all(things: Locator) -> None:
    for place in range(things.count()):
        things.nth(place).click()
