"""Without JavaScript, from the code to the result: every answer is marked, and a visitor leaves nothing."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from quizapp.lessons.questions.question import Choice, Question
from tests.journeys.answers import right_or_wrong
from tests.journeys.player import pupil
from tests.journeys.rooms import a_room, lesson
from tests.journeys.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.server]
Devices = Callable[..., BrowserContext]


@pytest.mark.parametrize(("language", "understands"), [("mk", True), ("sq", False)])
def test_a_pupil_from_the_code_to_the_result(
    site: Site, device: Devices, language: str, understands: bool
) -> None:
    room = a_room("b2")
    page = pupil(device(java_script_enabled=False), site.address, room.code, language, script=False).page
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    fill_in(page, "b2", understands)
    page.click("#lesson p button[type=submit]")
    expect(page.locator("#kept")).to_have_attribute("data-kept", "saved")
    marks = {
        question_id: page.locator(f"#result-{question_id}").get_attribute("data-right")
        for question_id in lesson("b2").questions()
    }
    expected = "yes" if understands else "no"
    assert {mark for question_id, mark in marks.items() if question_id != "whom"} == {expected}
    assert marks["whom"] == "none"
    assert room.attempts()[0].finished_on
    assert room.answers() == {
        question_id: right_or_wrong(question, understands)
        for question_id, question in lesson("b2").questions().items()
        if question.mode != "private"
    }
    page.click("#done")
    expect(page.locator("#lesson-b2")).to_have_attribute("data-status", "finished")


def test_a_visitor_is_marked_and_leaves_nothing(site: Site, device: Devices) -> None:
    context = device(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.address}/sq/")
    page.locator(".band summary").first.click()
    page.locator(".band[open] .card-link").first.click()
    before = site.attempts()
    fill_in(page, "a4", understands=True)
    page.click("#lesson p button[type=submit]")
    expect(page.locator("#kept")).to_have_attribute("data-kept", "visitor")
    expect(page.locator("[data-right=no]")).to_have_count(0)
    expect(page.locator("[data-right=yes]")).not_to_have_count(0)
    assert site.attempts() == before
    assert [cookie["name"] for cookie in context.cookies()] == ["language"]


def test_the_language_of_the_door_is_remembered(site: Site, device: Devices) -> None:
    context = device(java_script_enabled=False, locale="sq-AL")
    page = context.new_page()
    page.goto(site.address)
    assert page.url == f"{site.address}/sq/"
    page.click(".languages a[hreflang=mk]")
    page.goto(site.address)
    assert page.url == f"{site.address}/mk/"


def fill_in(page: Page, lesson_id: str, understands: bool) -> None:
    """Every question of the lesson, answered in its plain fields."""
    for question_id, question in lesson(lesson_id).questions().items():
        for name, value in fields(question_id, question, right_or_wrong(question, understands)):
            if page.locator(f"select[name='{name}']").count():
                page.select_option(f"select[name='{name}']", value)
            else:
                page.check(f"input[name='{name}'][value={value}]")


def fields(question_id: str, question: Question, choice: Choice) -> list[tuple[str, str]]:
    """A choice as names and values of the form."""
    if isinstance(choice, str):
        return [(question_id, choice)]
    if isinstance(choice, dict):
        return [(f"{question_id}.{part}", value) for part, value in choice.items()]
    if question.kind == "order":
        return [(f"{question_id}.{item}", str(place)) for place, item in enumerate(choice, 1)]
    return [(question_id, one) for one in choice]
