"""Every page under axe-core with the rules of WCAG 2.2 AA, at 360 px, in every language it speaks."""

from collections.abc import Callable, Iterator
from uuid import uuid4

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from quizapp.accounts import people
from quizapp.accounts.models import Person
from quizapp.db import db
from tests.journeys.door import SECRET, enter, pick
from tests.journeys.looks import EVEN_IF_LARGE, amiss, languages, large_text, shown_amiss, squeezed
from tests.journeys.player import pupil, visitor
from tests.journeys.rooms import Room, a_room, lesson_path, sign_in
from tests.journeys.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.server]
Devices = Callable[..., BrowserContext]
SHOW = """(step) => {
  for (const one of document.querySelectorAll(".step")) one.classList.toggle("step-now", one === step);
}"""
WIDE = {"width": 1280, "height": 800}
ARROW = "(wanted) => getComputedStyle(document.getElementById('player-nav'), '::after').visibility === wanted"
NO_ARROW = "() => getComputedStyle(document.getElementById('player-nav'), '::after').content === 'none'"
LETTERS = "parseFloat(getComputedStyle(document.documentElement).fontSize)"
OPEN_ALL = "document.querySelectorAll('main details').forEach((one) => { one.open = true; })"


@pytest.mark.parametrize(("language", "colours"), [("mk", "light"), ("sq", "dark")])
def test_pages_of_pupils(site: Site, device: Devices, language: str, colours: str) -> None:
    room, context = (
        a_room("a4", "b2", language=language, adult=("pedagogue", "4")),
        device(color_scheme=colours),
    )
    page = context.new_page()
    found = [
        one
        for _ in pupil_pages(page, f"{site.address}/{language}", room)
        for one in looked_at(page, language)
    ]
    assert "\n".join(found) == ""


@pytest.mark.parametrize(("language", "colours"), [("mk", "light"), ("sq", "dark"), ("en", "light")])
def test_pages_of_staff(site: Site, device: Devices, language: str, colours: str) -> None:
    room = a_taught_room(site, device, "mk" if language == "mk" else "sq")
    context = device(color_scheme=colours)
    page = context.new_page()
    found = []
    for path in (*door_pages(room), None, *staff_pages(room)):
        if path is None:
            sign_in(context, site.address, room)
            continue
        page.goto(f"{site.address}/{language}/staff/{path}")
        page.evaluate(OPEN_ALL)
        found += looked_at(page, language)
    for _ in refused_forms(page, f"{site.address}/{language}", room):
        found += looked_at(page, language)
    assert "\n".join(found) == ""


def pupil_pages(page: Page, address: str, room: Room) -> Iterator[None]:
    """Leads the page through everything a child may see outside the lessons."""
    for path in ("", "about", "help", "exit-page", "nowhere"):
        page.goto(f"{address}/{path}")
        page.evaluate(OPEN_ALL)
        yield
    page.goto(f"{address}/")
    enter(page, "0000 0000")
    page.locator("#code-error").wait_for()
    yield
    enter(page, room.code)
    page.locator("#first-time").wait_for()
    yield
    page.click("#first-time")
    expect(page.locator("#offers a")).to_have_count(6)
    yield
    page.locator("#offers a").first.click()
    page.locator("#secret").wait_for()
    yield
    page.click("#go-in")
    expect(page.locator("#secret-error")).to_be_visible()
    yield
    pick(page, SECRET)
    yield
    page.click("#go-in")
    expect(page.locator("#remembered")).to_be_enabled()
    yield
    page.click("#remembered")
    expect(page.locator("#lessons")).to_be_visible()
    page.evaluate("document.querySelector('[data-unsent]').hidden = false")
    yield
    page.goto(f"{address}/help")
    yield
    page.goto(f"{address}/{lesson_path('b2')}")
    page.evaluate("document.getElementById('lesson').submit()")  # as without JavaScript
    page.locator("#kept").wait_for()
    yield
    page.goto(f"{address}/")
    enter(page, room.code)
    page.locator("#go-on-here").wait_for()
    yield
    page.click("#here-before")
    page.locator("#pupils").wait_for()
    yield
    page.locator("#pupils a").first.click()
    page.locator("#secret").wait_for()
    yield


def door_pages(room: Room) -> list[str]:
    """What staff see before they are in."""
    invitation = people.invite("1", "1")
    reset = people.reset_link(db.session.get_one(Person, room.teacher_id).email)
    db.session.commit()
    return ["sign-in", f"invitation/{invitation}", f"reset/{reset}", "reset/used"]


def staff_pages(room: Room) -> list[str]:
    """Every page of a teacher, behind the language and /staff/."""
    place, (first, *_) = f"classes/{room.class_id}", room.pupils()
    given = room.assignment_ids["a4"]
    of_the_class = (
        "", "/edit", "/adult", "/archive", "/assignments", "/projector", "/poster", "/list", "/pupils",
        "/participation", f"/understanding/{given}", f"/pupils/{first.id}/remove",
        f"/assignments/{given}/restart/{first.id}",
    )  # fmt: skip
    others = (
        "classes",
        "classes/new",
        "lessons",
        "lessons?topic=law",
        "lessons/a4",
        "disclosure",
        "account",
        "no",
    )
    return [*(place + path for path in of_the_class), *others]


def refused_forms(page: Page, address: str, room: Room) -> Iterator[None]:
    """Forms that come back with what is wrong in them."""
    page.goto(f"{address}/staff/classes/new")
    press(page, "main form button[type=submit]")
    yield
    page.goto(f"{address}/staff/account")
    press(page, "#change-password button[type=submit]")
    yield
    page.goto(f"{address}/{room.path}")
    page.context.clear_cookies(name="form")
    press(page, "button[name=joining][value=returning]")
    yield
    page.goto(f"{address}/{room.path}/archive")
    press(page, "main form button[type=submit]")
    page.goto(f"{address}/{room.path}")
    yield
    page.goto(f"{address}/{room.path}/erase")
    yield
    press(page, "main form button[type=submit]")
    yield
    page.context.clear_cookies()
    page.goto(f"{address}/staff/sign-in")
    page.fill("#email", f"{uuid4().hex}@example.org")
    page.fill("#password", "wrong")
    page.click("#sign-in button[type=submit]")
    expect(page.locator("[role=alert]")).to_be_visible()
    yield


def press(page: Page, button: str) -> None:
    """Sends a form and waits for the page that answers: the same elements may stand on both."""
    with page.expect_navigation():
        page.click(button)


def a_taught_room(site: Site, device: Devices, language: str) -> Room:
    """A class in which one pupil has answered and another has not."""
    room = a_room("a4", language=language, adult=("pedagogue", "4"))
    page = pupil(device(java_script_enabled=False), site.address, room.code, script=False).page
    page.check("input[name=heavy][value=cake]")
    page.click("#lesson p button[type=submit]")
    pupil(device(java_script_enabled=False), site.address, room.code, script=False)
    return room


def looked_at(page: Page, language: str) -> list[str]:
    return [*amiss(page), *languages(page, language)]


@pytest.mark.parametrize("language", ["mk", "sq"])
def test_text_twice_as_large(site: Site, device: Devices, language: str) -> None:
    room, context = a_room("a4", language=language), device()
    pupil(context, site.address, room.code, language)
    sign_in(context, site.address, room)
    page = context.new_page()
    found = []
    for path in ("", "help", "lessons", "about", "staff/classes", room.path, f"{room.path}/participation"):
        page.goto(f"{site.address}/{language}/{path}")
        found += large_text(page)
    player = visitor(context, f"{site.address}/{language}/{lesson_path('b2')}#try")
    while player.kind != "finish":
        if player.asks():
            player.choose()
        found += large_text(player.page)
        player.take_step()
    assert "\n".join(found) == ""


@pytest.mark.parametrize("language", ["mk", "sq"])
@pytest.mark.parametrize("lesson_id", ["a4", "b2", "c1"])
def test_no_word_of_a_lesson_is_squeezed(site: Site, device: Devices, lesson_id: str, language: str) -> None:
    page = visitor(device(), f"{site.address}/{language}/{lesson_path(lesson_id)}").page
    found = []
    for step in page.locator(".step").all():
        step.evaluate(SHOW)
        found += squeezed(page)
        for size in ("150%", "200%"):
            page.evaluate("(size) => { document.documentElement.style.fontSize = size; }", size)
            found += squeezed(page, EVEN_IF_LARGE)
        page.evaluate("document.documentElement.style.fontSize = ''")
    assert "\n".join(found) == ""


def test_a_lesson_grows_on_a_projector(site: Site, device: Devices) -> None:
    page = visitor(device(viewport=WIDE), f"{site.address}/mk/{lesson_path('a4')}").page
    assert page.evaluate(LETTERS) == 16
    expect(page.locator("#help .icon")).to_be_visible()
    assert page.locator("#help").bounding_box()["height"] >= 44  # type: ignore[index]
    page.set_viewport_size({"width": 1920, "height": 1080})
    assert page.evaluate(LETTERS) == 24
    assert shown_amiss(page) == []


def test_an_arrow_says_that_a_step_goes_on_below(site: Site, device: Devices) -> None:
    player = visitor(device(), f"{site.address}/mk/{lesson_path('a4')}")
    page = player.page
    page.wait_for_function(ARROW, arg="visible")
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    page.wait_for_function(ARROW, arg="hidden")
    page.evaluate("document.documentElement.style.fontSize = '200%'")  # then the bar moves with the page
    page.wait_for_function(NO_ARROW)
    page.evaluate("document.documentElement.style.fontSize = ''")
    player.go_to_question()  # a short step
    page.wait_for_function(ARROW, arg="hidden")


def test_each_number_for_help_stands_with_its_name(site: Site, device: Devices) -> None:
    page = visitor(device(), f"{site.address}/mk/{lesson_path('a4')}").page
    page.click("#help")
    lines = page.locator(".help-numbers > li").all()
    assert lines
    for line in lines:
        number, name = line.locator("a").bounding_box(), line.locator("span").bounding_box()
        assert number
        assert name
        assert name["x"] >= number["x"] + number["width"]
        assert name["y"] < number["y"] + number["height"]
