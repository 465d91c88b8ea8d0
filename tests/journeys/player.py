"""A pupil's page: every sign is an id or a data attribute, since the words come in two languages."""

import re
from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.journeys.door import SECRET, enter, front_page, go_in_as_new
from tests.served import Device

DOUBLE_CLICK = 450  # milliseconds; the player takes two clicks within this time for one
# Sets the clock of clicks alone: a lesson has thirty that would else be waited for.
LATER = """(milliseconds) => {
  const { prototype } = Event;
  const { get, ...rest } = Object.getOwnPropertyDescriptor(prototype, "timeStamp");
  Object.defineProperty(prototype, "timeStamp", { ...rest, get() { return get.call(this) + milliseconds; } });
}"""


@dataclass
class Player:
    """One tab. `troubles` collects what a good page never has."""

    page: Page
    troubles: list[str] = field(default_factory=list)

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
        """One of the player's buttons, long enough after the last to be a click of its own."""
        self.later()
        self.page.click(f"[data-go={button}]")

    def later(self) -> None:
        """Lets what is clicked next be clicked later than in a double click."""
        self.page.evaluate(LATER, DOUBLE_CLICK)

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
    """Somebody new in a class, at the first step of its lesson; came in by requests, without a page."""
    door = Device(int(site_address.rpartition(":")[2]))
    lesson = door.join(code, SECRET, language).headers["Location"]
    for name, value in door.cookies.items():
        context.add_cookies([{"name": name, "value": value, "url": site_address, "httpOnly": True}])
    player = Player(context.new_page())
    player.page.goto(f"{site_address}{lesson}")
    if script:
        player.wait_until_playing()
    return player


def through_the_door(context: BrowserContext, site_address: str, code: str, language: str = "mk") -> Player:
    """Somebody new in a class, who came in as a child does: by the code, an animal and three pictures."""
    player = Player(front_page(context, site_address, language))
    enter(player.page, code)
    go_in_as_new(player.page)
    expect(player.page).to_have_url(re.compile(f"/{language}/l/"))
    player.wait_until_playing()
    return player


def _click_all(things: Locator) -> None:
    for place in range(things.count()):
        things.nth(place).click()
