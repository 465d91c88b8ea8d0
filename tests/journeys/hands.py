"""Somebody on a keyboard alone, and a trainer who writes a whole lesson that way."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, expect

TEXTS = tomllib.loads((Path(__file__).parent / "new_member.toml").read_text("utf-8"))
KINDS = ("decision", "single", "multiple", "truefalse", "order", "match", "picture")
PICTURES = {"c1": "дете зборува", "c2": "прашалник"}
ELSEWHERE = "() => document.activeElement !== window.before"
MOST_TABS = 80
HERE = """() => {
  const el = document.activeElement;
  return { tag: el.tagName, name: el.name || "", value: el.value || "", lang: el.lang, id: el.id,
    type: el.type || "", step: el.closest("[data-step]")?.dataset.step ?? "",
    adding: Boolean(el.closest("#add")), over: Boolean(el.closest("#no-problems")) };
}"""


class Hands:
    """On a keyboard. actions: keys that write nothing, and pages that come."""

    def __init__(self, context: BrowserContext) -> None:
        self.page = context.new_page()
        self.actions = 0
        self.complaints: list[str] = []
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", lambda said: self.complaints.extend([said.text] * (said.type == "error")))

    def press(self, *keys: str) -> None:
        for key in keys:
            self.actions += 1
            self.page.keyboard.press(key)

    def write(self, text: str) -> None:
        self.page.keyboard.insert_text(text)

    def here(self) -> dict[str, Any]:
        found: dict[str, Any] = self.page.evaluate(HERE)
        return found

    def is_at(self, selector: str) -> bool:
        return bool(self.page.evaluate("(one) => document.activeElement.matches(one)", selector))

    def to(self, selector: str, key: str = "Tab") -> None:
        """Tab on until this has the focus."""
        for _ in range(MOST_TABS):
            if self.is_at(selector):
                return
            self.press(key)
        raise AssertionError(f"{selector} is not to be reached on {self.page.url}.")

    def open(self, address: str) -> None:
        self.actions += 1
        self.page.goto(address)

    def follow(self, selector: str = ":focus", key: str = "Tab") -> None:
        """A link, or a button that brings another page."""
        self.to(selector, key)
        self.actions += 1
        with self.page.expect_navigation():
            self.press("Enter")

    def jump(self, selector: str) -> None:
        """A link within the page."""
        self.to(selector)
        self.press("Enter")

    def to_content(self) -> None:
        """Past the head of a page that has just come, unless its address leads past it already."""
        self.press("Tab")
        if self.is_at(".skip"):
            self.press("Enter")


class Writer(Hands):
    """Somebody who writes the lesson from top to bottom."""

    def __init__(self, context: BrowserContext) -> None:
        super().__init__(context)
        self.parts = {"head": "head", "hello": "hello", "home": "home"}  # of the texts, by step
        self.texts = {part: _by_language(pairs) for part, pairs in TEXTS.items()}
        self.kinds = list(KINDS)

    def begin(self, desk: str) -> str:
        self.open(desk)
        self.to_content()
        self.follow("#new-lesson")
        self.to_content()
        self.to("[name=band]")
        self.press("ArrowDown", "ArrowDown", "ArrowUp")
        expect(self.page.locator("[name=band][value='4-6']")).to_be_checked()
        self.to("#title_mk")
        self.write(next(self.texts["head"]["mk"]))
        self.follow("main form button[type=submit]")
        self.wait()
        return self.page.url.partition("#")[0].rpartition("/")[2]

    def wait(self) -> None:
        self.page.wait_for_selector("#saved[data-state]")

    def write_all(self) -> None:
        """On and on to the next open place, until there is none."""
        self.on()
        while not (here := self.here())["over"]:
            if here["adding"]:
                self.add(self.kinds.pop(0)) if self.kinds else self.on()
            else:
                self.fill(here)

    def on(self) -> None:
        self.page.evaluate("window.before = document.activeElement")
        self.press("Control+Enter")
        if not self.page.evaluate(ELSEWHERE):
            self.page.wait_for_function(ELSEWHERE)

    def fill(self, here: dict[str, Any]) -> None:
        part, name = self.parts[here["step"]], here["name"]
        if name.endswith(".alt"):  # of the first picture that comes along; the picture stands before it
            self.press("Shift+Tab")
            self.picture(PICTURES[name.split(".")[-2]])
        elif here["tag"] == "TEXTAREA":
            self.write(next(self.texts[part][here["lang"]]))
            if part == "multiple" and re.fullmatch(r"t\.mk\..*\.c[12]\.text", name):
                self.press("Shift+Tab", "Space", "Tab")  # right
            if name == "t.sq.steps.hello.text":
                self.press("Tab")
                self.picture("разговор")
        else:
            self.press("ArrowDown" if part == "single" else "Space")  # the second, the first
        self.on()

    def picture(self, word: str) -> None:
        """Choose one in the dialog, from the button that opens it."""
        button = self.here()["id"]
        self.press("Enter")
        expect(self.page.locator("#picker-search")).to_be_focused()
        self.page.wait_for_selector("[data-picture]")
        self.write(word)
        self.to("[data-picture]")
        self.press("Enter")
        expect(self.page.locator(f"[id='{button}']")).to_be_focused()

    def add(self, kind: str) -> None:
        do = f"add:{kind}:" if kind == "decision" else f"add:question:{kind}"
        self.follow(f"[data-add='{do}']", "ArrowDown")
        self.wait()
        here = self.here()
        step = here["step"]
        assert here["name"] == f"t.mk.steps.{step}.heading", here
        self.parts[step] = kind
        if kind == "multiple":
            self.lead_past(step)

    def lead_past(self, here: str) -> None:
        """The second way of the decision leads past the question behind it, to this step."""
        single, decision = list(self.parts)[-2:-4:-1]
        self.press("Control+Shift+Enter")
        self.to(f"[data-outline-step={single}] a", "Shift+Tab")
        self.press("Enter")
        way = f"s.{decision}.choices.c2.goto"
        self.to(f"[name='{way}']", "Shift+Tab")
        self.press("ArrowDown")
        expect(self.page.locator(f"[name='{way}']")).to_have_value(here)
        self.on()


def _by_language(pairs: list[list[str]]) -> dict[str, Iterator[str]]:
    return {"mk": iter([mk for mk, _sq in pairs]), "sq": iter([sq for _mk, sq in pairs])}
