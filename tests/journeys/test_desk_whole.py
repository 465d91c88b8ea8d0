"""A lesson from nothing to what a class understood, without a mouse: written, read, published, taken."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.journeys.answers import choose, right_or_wrong
from tests.journeys.desk import Trainer, trainer
from tests.journeys.hands import Hands, Writer
from tests.journeys.player import Player, through_the_door
from tests.journeys.rooms import a_room, lesson, sign_in
from tests.journeys.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.server]
Devices = Callable[..., BrowserContext]
WIDE = {"width": 1280, "height": 800}
POLLED = 9000  # milliseconds in which a page that watches has noticed
MOST_ACTIONS = 260  # it took 234 when this was written; by Tab alone it would be twice as many


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
