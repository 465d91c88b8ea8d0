"""A lesson from nothing to what a class understood, without a mouse: written, read, published, taken."""

import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.journeys.answers import choose, right_or_wrong
from tests.journeys.desk import Trainer, trainer
from tests.journeys.player import Player, through_the_door
from tests.journeys.rooms import a_room, lesson, sign_in
from tests.journeys.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.server]
Devices = Callable[..., BrowserContext]
WIDE = {"width": 1280, "height": 800}
TEXTS = tomllib.loads((Path(__file__).parent / "new_member.toml").read_text("utf-8"))
KINDS = ("decision", "single", "multiple", "truefalse", "order", "match", "picture")
PICTURES = {"c1": "дете зборува", "c2": "прашалник"}
ELSEWHERE = "() => document.activeElement !== window.before"
POLLED = 9000  # milliseconds in which a page that watches has noticed
MOST_TABS = 80
MOST_ACTIONS = 260  # it took 234 when this was written; by Tab alone it would be twice as many
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
        step = self.here()["step"]
        assert self.here()["name"] == f"t.mk.steps.{step}.heading"
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


def sit_down(who: Trainer, site: Site, device: Devices, hands: type[Hands] = Hands) -> Any:
    context = device(viewport=WIDE)
    who.sign_in(context, site.address)
    return hands(context)


def test_from_nothing_to_what_a_class_understood(site: Site, device: Devices) -> None:
    vesna: Writer = sit_down(trainer(), site, device, Writer)
    arben: Hands = sit_down(trainer(), site, device)
    lesson_id = vesna.begin(f"{site.address}/mk/staff/desk")
    vesna.write_all()
    expect(vesna.page.locator("[data-problem-list=wrong]")).to_be_hidden()
    hand_over(vesna, "Нова лекција за разговори во група.")
    assert vesna.actions <= MOST_ACTIONS, f"It took {vesna.actions} actions."
    comments(arben, f"{site.address}/sq/staff/desk/reviews", lesson_id)
    answers(vesna, lesson_id)
    approves_and_publishes(arben)
    follows_in_class(site, device, lesson_id)
    assert vesna.complaints == arben.complaints == []


def test_the_menu_of_kinds_and_the_pictures_keep_the_keys(site: Site, device: Devices) -> None:
    writer = trainer()
    hands: Hands = sit_down(writer, site, device)
    hands.open(f"{site.address}/en/staff/desk/{writer.draft().lesson_id}")
    hands.page.wait_for_selector("#saved[data-state]")
    hands.page.locator("#add button").first.focus()
    hands.press("p", "p")  # Put in order, Pairs
    assert hands.is_at("[data-add='add:question:match']")
    hands.press("ArrowUp")
    assert hands.is_at("[data-add='add:question:order']")

    button = hands.page.locator("#step-hello [data-choose]")
    button.focus()
    hands.press("Enter")
    hands.page.wait_for_selector("[data-picture]")
    hands.write("no such picture")
    for _ in range(4):
        hands.press("Tab")
        assert hands.is_at("dialog *, body")  # the page is next to the browser's own buttons
    hands.press("Escape", "Escape")  # the first one empties the search
    expect(button).to_be_focused()


def hand_over(vesna: Hands, news: str) -> None:
    """From the link in the editor: what is new, and a reason for each warning."""
    vesna.follow("#no-problems a")
    vesna.to("#submit textarea[name=note]")
    vesna.write(news)
    for _ in range(vesna.page.locator("[data-warning]").count()):
        vesna.press("Tab")
        vesna.to("[data-warning] input")
        vesna.write("Детето така зборува.")
    vesna.follow("#submit button[type=submit]")
    expect(vesna.page.locator("#state")).to_have_attribute("data-state", "in_review")


def comments(arben: Hands, reviews: str, lesson_id: str) -> None:
    """He has something to say about the first question."""
    arben.open(reviews)
    arben.to_content()
    arben.follow(f"[data-lesson={lesson_id}] a")
    arben.to_content()
    arben.jump("a[href='#steps-heading']")
    part = arben.page.locator("[data-part]").nth(4).get_attribute("data-part")
    arben.to(f"#part-{part} summary")
    arben.press("Enter")
    arben.to(f"#say-{part}")
    arben.write("A mund ta themi më shkurt?")
    arben.follow(f"[data-comment={part}] button")
    expect(arben.page.locator(f"#part-{part} [data-settled=no]")).to_be_visible()


def answers(vesna: Writer, lesson_id: str) -> None:
    """She writes it more shortly in both languages, hands over again, and says that it is settled."""
    step = next(step for step, part in vesna.parts.items() if part == "single")
    vesna.page.reload()
    vesna.follow(f"main a[href$='/desk/{lesson_id}']")
    vesna.wait()
    vesna.press("Control+Shift+Enter")
    vesna.to(f"[data-outline-step={step}] a")
    vesna.press("Enter")
    for language, text in (
        ("mk", "Елена одговори. Што ѝ помага сега?"),
        ("sq", "Elena u përgjigj. Çfarë e ndihmon?"),
    ):
        vesna.to(f"[name='t.{language}.steps.{step}.heading']")
        vesna.press("Control+A")
        vesna.write(text)
    vesna.press("Control+S")
    expect(vesna.page.locator("#saved")).to_have_attribute("data-state", "saved")
    vesna.on()
    hand_over(vesna, "Прашањето е пократко.")
    vesna.jump("a[href='#steps-heading']")
    vesna.follow(f"#part-{step} [data-settled=no] button")
    expect(vesna.page.locator(f"#part-{step} [data-settled=yes]")).to_be_visible()


def approves_and_publishes(arben: Hands) -> None:
    arben.page.reload()
    for language in ("mk", "sq"):
        arben.to_content()
        arben.follow(f"[data-approve={language}]")
    arben.to_content()
    arben.follow("#publish button")
    expect(arben.page.locator("#state")).to_have_attribute("data-state", "published")


def follows_in_class(site: Site, device: Devices, lesson_id: str) -> None:
    """Ana gives the lesson to her class; a pupil understands all of it; she sees that."""
    room, context = a_room(), device(viewport=WIDE)
    sign_in(context, site.address, room)
    ana = Hands(context)
    ana.open(f"{site.address}/mk/{room.path}")
    ana.to_content()
    ana.follow("#to-assign")
    ana.to_content()
    ana.to("input[name=lesson_id]")
    ana.to(f"input[name=lesson_id][value={lesson_id}]", "ArrowDown")
    ana.to("#adult_role")
    ana.press("ArrowDown")
    ana.to("#adult_place")
    ana.write("соба 4")
    ana.follow("main form button[type=submit]")
    expect(ana.page.locator(".given-lesson[data-state=open]")).to_have_count(1)
    child = through_the_door(device(), site.address, room.code, "sq")
    takes(child, lesson_id)
    ana.to_content()
    ana.follow("#to-participation")
    expect(ana.page.locator("#table [data-status=finished]")).to_have_count(1, timeout=POLLED)
    ana.to_content()
    ana.follow("#table th a")
    for question in lesson(lesson_id).questions():
        place = ana.page.locator(f"#question-{question}")
        expect(place).to_have_attribute("data-total", "1")
        expect(place).to_have_attribute("data-right", "1")
    assert child.troubles == ana.complaints == []


def takes(child: Player, lesson_id: str) -> None:
    questions = lesson(lesson_id).questions()
    while child.step != "finish":
        here = child.step
        if here in questions:
            choose(child, questions[here], right_or_wrong(questions[here], understands=True))
            child.on()
            expect(child.now.locator(".feedback")).not_to_be_empty()
            child.on()
            expect(child.now).not_to_have_attribute("data-step", here)
        else:
            child.take_step()
    child.expect_saved()
