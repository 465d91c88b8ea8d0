"""What the editor does while one writes: it tells, it marks, it adds and moves."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Route, expect

from tests.journeys.desk import Desk, Draft, Trainer

pytestmark = [pytest.mark.browser, pytest.mark.server]
Devices = Callable[..., BrowserContext]
TITLE, TITULL = "t.mk.title", "t.sq.title"
SUMMARY = "t.mk.summary"
NEWS = "**/news?*"
WIDE = {"width": 1280, "height": 800}
SitDown = Callable[[Trainer, Draft], Desk]


def test_what_to_check_comes_and_goes_while_one_writes(vesna: Trainer, sit_down: SitDown) -> None:
    draft = vesna.draft(whole=True)
    desk = sit_down(vesna, draft)
    mark = desk.page.locator('[id="m.sq.title"]')
    expect(mark).to_have_count(0)
    desk.write(TITLE, "Сосема друго")
    expect(mark).to_be_visible()
    mark.locator("button").focus()
    desk.page.keyboard.press("Enter")
    expect(mark).to_have_count(0)
    expect(desk.field(TITULL)).to_be_focused()
    desk.expect()
    desk.load()
    expect(mark).to_have_count(0)
    assert desk.complaints == []


def test_what_is_amiss_is_told_while_one_writes(vesna: Trainer, sit_down: SitDown) -> None:
    desk = sit_down(vesna, vesna.draft(whole=True))
    note = desk.page.locator(f'[id="n.{TITLE}"]')
    summary = desk.page.locator("[data-problem-list=wrong] summary")
    tally = desk.page.locator('[data-tally="head"] .tally-open')
    expect(note).to_have_count(0)
    expect(summary).to_be_hidden()
    desk.write(TITLE, "")
    desk.page.keyboard.press("Delete")
    expect(note).to_be_visible()
    expect(desk.field(TITLE)).to_have_attribute("aria-describedby", f"n.{TITLE}")
    expect(summary).to_contain_text("1")
    expect(tally).to_contain_text("1")
    expect(desk.page.locator("#no-problems")).to_be_hidden()
    shown = desk.page.locator("#problems").inner_text(), note.inner_text()
    desk.load()
    assert (desk.page.locator("#problems").inner_text(), note.inner_text()) == shown
    desk.write(TITLE, "Пак тука")
    expect(note).to_have_count(0)
    expect(summary).to_be_hidden()
    expect(tally).to_have_count(0)


def test_a_new_step_has_the_cursor_and_a_double_click_adds_one(vesna: Trainer, sit_down: SitDown) -> None:
    draft = vesna.draft()
    desk = sit_down(vesna, draft)
    steps = len(draft.steps())
    desk.write(TITLE, "Пред чекорот")
    with desk.page.expect_navigation():
        desk.page.dblclick('[data-add="add:text:"]')
    desk.expect()
    desk.page.wait_for_timeout(500)
    assert len(draft.steps()) == steps + 1
    assert draft.text(TITLE) == "Пред чекорот"
    (new,) = [step for step in draft.steps() if step.startswith("s")]
    expect(desk.field(f"t.mk.steps.{new}.heading")).to_be_focused()
    desk.page.keyboard.type("Веднаш")
    desk.expect()
    expect(desk.page.locator(f'[data-heading="{new}"]')).to_have_text("Веднаш")
    assert draft.text(f"t.mk.steps.{new}.heading") == "Веднаш"


def test_steps_move_by_mouse_and_by_keyboard(vesna: Trainer, sit_down: SitDown) -> None:
    draft = vesna.draft(whole=True)
    desk = sit_down(vesna, draft)
    first, second, third, *_others = draft.steps()
    desk.write(TITLE, "Пред местењето")
    place = desk.page.locator("[data-outline-step]")
    with desk.page.expect_navigation():
        place.nth(3).drag_to(place.nth(1), target_position={"x": 20, "y": 3})
    desk.expect()
    assert draft.steps()[:3] == [third, first, second]
    assert draft.text(TITLE) == "Пред местењето"

    desk.page.locator(f"#up-{second}").focus()
    for wanted in ([third, second, first], [second, third, first]):
        with desk.page.expect_navigation():
            desk.page.keyboard.press("Enter")
        desk.expect()
        assert draft.steps()[:3] == wanted
        expect(desk.page.locator(f"#up-{second}")).to_be_focused()
    assert desk.complaints == []


def test_things_of_a_step_move_and_come(vesna: Trainer, sit_down: SitDown) -> None:
    draft = vesna.draft(whole=True)
    desk = sit_down(vesna, draft)
    things = desk.page.locator("#step-q_single [data-thing]")
    before = [one.get_attribute("data-thing") for one in things.all()]
    down = desk.page.locator(f"#down-q_single-choices-{before[0]}")
    down.focus()
    with desk.page.expect_navigation():
        desk.page.keyboard.press("Enter")
    desk.expect()
    assert [one.get_attribute("data-thing") for one in things.all()][:2] == before[1::-1]
    expect(down).to_be_focused()
    desk.page.locator("#step-head .desk-more > summary").first.click()
    desk.press("item_add:head:objectives")
    focused = desk.page.locator(":focus")
    expect(focused).to_have_attribute("name", "t.mk.objectives.o1")
    expect(focused).to_be_visible()


def test_a_button_pressed_while_saving_meets_nobody(vesna: Trainer, sit_down: SitDown) -> None:
    draft = vesna.draft()
    desk = sit_down(vesna, draft)

    def slowly(route: Route) -> None:
        desk.page.wait_for_timeout(700)
        route.continue_()

    desk.page.route(desk.address, slowly, times=1)
    desk.write(TITLE, "Прво")
    with desk.page.expect_request(desk.address):
        pass
    desk.page.keyboard.type(" и второ")
    desk.press("save")
    desk.expect()
    expect(desk.page.locator("[data-met]")).to_have_count(0)
    assert draft.text(TITLE) == "Прво и второ"


def test_a_text_that_is_too_long_is_kept_here_until_it_is_shorter(vesna: Trainer, sit_down: SitDown) -> None:
    draft = vesna.draft()
    desk = sit_down(vesna, draft)
    desk.field(SUMMARY).fill("Долго. " * 700)
    desk.expect("refused")
    assert len(stored(desk)) == 1
    with desk.page.expect_navigation():
        desk.page.click('button[data-when~="refused"]')
    desk.expect("refused")
    expect(desk.page.locator(f'[role=alert] a[href="#{SUMMARY}"]')).to_be_visible()
    desk.field(SUMMARY).fill("Кратко.")
    desk.expect()
    assert draft.text(SUMMARY) == "Кратко."
    assert stored(desk) == []


def stored(desk: Desk) -> list[str]:
    """What the device still keeps."""
    keys: list[str] = desk.page.evaluate("Object.keys(localStorage)")
    return keys
