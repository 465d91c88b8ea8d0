"""A whole lesson without touching anything but the keyboard; and always visible where one is."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from quizapp.lessons.questions.question import Choice, Question
from tests.journeys.answers import right_or_wrong
from tests.journeys.player import Player, visitor
from tests.journeys.rooms import lesson, lesson_path
from tests.journeys.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.server]
MOST_TABS = 60
# Whether the thing with the focus shows it, and isn't covered by what sticks to the edge of the screen.
LOST = """() => {
  const el = document.activeElement;
  if (el === document.body) return [];
  const label = el.closest("label");
  const ringed = [el, label].filter(Boolean).some((one) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== "none" && parseFloat(outlineWidth) > 0;
  });
  const { left, top, width, height } = (label ?? el).getBoundingClientRect();
  const above = document.elementFromPoint(left + width / 2, top + Math.min(height, innerHeight) / 2);
  const covered = !above || !((label ?? el).contains(above) || above.contains(el));
  return [!ringed && "no ring", covered && "covered"].filter(Boolean).map((amiss) =>
    `${amiss}: ${el.outerHTML.slice(0, 120)}`);
}"""


class Keys:
    """Hands on a keyboard."""

    def __init__(self, player: Player) -> None:
        self.player, self.page = player, player.page
        self.lost: list[str] = []

    def to(self, selector: str) -> None:
        """Tab on until this has the focus."""
        for _ in range(MOST_TABS):
            if self.is_at(selector):
                return
            self.page.keyboard.press("Tab")
            self.lost += self.page.evaluate(LOST)
        raise AssertionError(f"{selector} is not to be reached from {self.player.step}.")

    def is_at(self, selector: str) -> bool:
        return bool(self.page.evaluate("(one) => document.activeElement.matches(one)", selector))

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def pick(self, name: str, value: str) -> None:
        """One of several radio buttons, by the arrow keys."""
        group = f".step-now input[name='{name}']"
        self.to(group)
        self.press("Space")
        for _ in range(self.page.locator(group).count()):
            if self.is_at(f"{group}[value={value}]"):
                break
            self.press("ArrowDown")
        expect(self.page.locator(f"{group}[value={value}]")).to_be_checked()

    def tap(self, side: int, place: int) -> None:
        """One of the player's things to tap, in this column."""
        self.page.evaluate("document.querySelectorAll('[data-aim]').forEach((one) => delete one.dataset.aim)")
        column = self.player.now.locator("ol.taps").nth(side)
        column.locator(".tap").nth(place).evaluate("(tap) => { tap.dataset.aim = ''; }")
        self.to("[data-aim]")
        self.press("Space")

    def answer(self, question_id: str, question: Question, choice: Choice) -> None:
        if question.kind == "order":
            for item in choice:
                self.tap(0, question.shown().index(item))  # type: ignore[attr-defined]
        elif question.kind == "match":
            for left, right in choice.items():  # type: ignore[union-attr]
                self.tap(0, question.lefts.index(left))  # type: ignore[attr-defined]
                self.tap(1, question.shown().index(right))  # type: ignore[attr-defined]
        elif isinstance(choice, dict):
            for card, bucket in choice.items():
                self.pick(f"{question_id}.{card}", bucket)
        elif isinstance(choice, list):
            for one in choice:
                self.to(f".step-now input[value={one}]")
                self.press("Space")
        else:
            self.pick(question_id, choice)

    def on(self) -> None:
        self.to("[data-go=on]")
        self.player.later()
        self.press("Enter")


@pytest.mark.parametrize(("lesson_id", "language"), [("a4", "sq"), ("b2", "mk")])
def test_a_lesson_by_keys_alone(
    site: Site, device: Callable[..., BrowserContext], lesson_id: str, language: str
) -> None:
    player = visitor(device(reduced_motion="reduce"), f"{site.address}/{language}/{lesson_path(lesson_id)}")
    keys, questions = Keys(player), lesson(lesson_id).questions()
    while player.kind != "finish":
        here = player.step
        if question := questions.get(here):
            keys.answer(here, question, right_or_wrong(question, understands=True))
            if question.mode != "private":
                keys.on()
                expect(player.now.locator(".feedback-good")).not_to_be_empty()
        elif player.kind == "decision":
            way = player.now.locator("[data-goto]").last.get_attribute("value")
            keys.pick(here, way or "")
        elif player.kind == "exits":
            keys.to("[data-practice=help] summary")
            keys.press("Enter")
            expect(player.now.locator("[data-practice=help] p")).to_be_visible()
        keys.on()
        expect(player.now).not_to_have_attribute("data-step", here)
        expect(player.now).to_be_focused()
    assert sorted(set(keys.lost)) == []


def test_enter_in_a_choice_checks_it(site: Site, device: Callable[..., BrowserContext]) -> None:
    player = visitor(device(), f"{site.address}/mk/{lesson_path('a4')}")
    question = player.go_to_question()
    step, value = player.step, question.locator("input").first.get_attribute("value")
    keys = Keys(player)
    keys.pick(step, value or "")
    keys.press("Enter")
    expect(question.locator(".feedback")).not_to_be_empty()
    assert player.step == step


def test_the_first_stop_leads_past_the_head(site: Site, device: Callable[..., BrowserContext]) -> None:
    page: Page = device().new_page()
    for path in ("mk/", f"mk/{lesson_path('a4')}", "en/staff/sign-in"):
        page.goto(f"{site.address}/{path}")
        page.keyboard.press("Tab")
        expect(page.locator(".skip")).to_be_focused()
        expect(page.locator(".skip")).to_be_in_viewport()
        page.keyboard.press("Enter")
        expect(page.locator("#content")).to_be_focused()
