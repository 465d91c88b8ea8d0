"""Help and exit: at hand, practised by everybody, and nobody's business."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect
from sqlalchemy import select

from quizapp.db import Base, db
from tests.journeys.answers import choose, right_or_wrong
from tests.journeys.door import choose_an_animal, enter, front_page
from tests.journeys.player import pupil, visitor
from tests.journeys.rooms import a_room, lesson, lesson_path
from tests.journeys.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.server]
Devices = Callable[..., BrowserContext]


CLICK = "document.getElementById('exit').click();"
SHIFTS = "for (let i = 0; i < 3; i++) dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }));"
LEFT = """[getComputedStyle(document.documentElement).display, document.title,
  JSON.stringify(localStorage), sessionStorage.length]"""


@pytest.mark.parametrize("way", [CLICK, SHIFTS], ids=["click", "shift"])
def test_the_page_is_covered_at_once(site: Site, device: Devices, way: str) -> None:
    """Asked within the same breath, before any network could answer."""
    context = device()
    player = pupil(context, site.address, a_room("a4").code)
    player.take_step()
    entries = player.page.evaluate("history.length")
    assert player.page.evaluate(f"() => {{ {way} return {LEFT}; }}") == ["none", "…", '{"x":"1"}', 0]
    expect(player.page).to_have_url(f"{site.address}/health")
    assert context.cookies() == []
    assert player.page.evaluate("history.length") <= entries


def test_exit_leaves_from_every_kind_of_page(site: Site, device: Devices) -> None:
    room = a_room("a4", "b2")
    for address in (
        "/sq/",
        "/sq/about",
        "/sq/help",
        "/sq/exit-page",
        "/sq/nowhere",
        f"/sq/{lesson_path('a4')}",
    ):
        context = device()
        page = context.new_page()
        page.goto(site.address + address)
        page.click("#exit")
        expect(page).to_have_url(f"{site.address}/health")
        assert context.cookies() == []
    page = front_page(device(), site.address)
    enter(page, room.code)
    choose_an_animal(page)
    page.click("#exit")
    expect(page).to_have_url(f"{site.address}/health")


def test_help_opened_and_closed_keeps_the_place(site: Site, device: Devices) -> None:
    room = a_room("b2")
    player = pupil(device(), site.address, room.code)
    player.go_to_question()
    question = lesson("b2").questions()[player.step]
    choose(player, question, right_or_wrong(question, understands=True))
    player.on()
    player.expect_saved()
    step = player.step
    player.page.click("#help")
    expect(player.page.locator("#help-here a[href^='tel:']").first).to_be_visible()
    player.page.click("#help-close")
    expect(player.page.locator("#help-here")).to_be_hidden()
    expect(player.page.locator("#help")).to_be_focused()
    assert player.step == step
    expect(player.now.locator("input:checked")).not_to_have_count(0)
    player.on()
    player.back()
    assert player.step == step


@pytest.mark.parametrize("language", ["mk", "sq"])
def test_the_adult_of_the_class_comes_first_for_its_pupils_only(
    site: Site, device: Devices, language: str
) -> None:
    room = a_room("b2", adult=("psychologist", "12"))
    context = device()
    player = pupil(context, site.address, room.code, language)
    player.page.click("#help")
    expect(player.page.locator("#help-adult")).to_contain_text("12")
    page = context.new_page()
    page.goto(f"{site.address}/{language}/help")
    expect(page.locator(".school-adult")).to_contain_text("12")
    assert page.locator(".school-adult, a[href^='tel:']").first.get_attribute("class") == "school-adult"

    stranger = device().new_page()
    stranger.goto(f"{site.address}/{language}/help")
    expect(stranger.locator("a[href^='tel:']").first).to_be_visible()
    assert stranger.locator(".school-adult").count() == 0


def test_opening_help_and_practising_exit_is_recorded_nowhere(site: Site, device: Devices) -> None:
    player = pupil(device(), site.address, a_room("a4").code)
    player.go_to("exits")
    player.expect_saved()
    before = everything()
    for practice in ("help", "exit"):
        corner = player.now.locator(f"[data-practice={practice}]")
        corner.locator("summary").click()
        expect(corner.locator("p")).to_be_visible()
        corner.locator("summary").click()
        expect(corner.locator("p")).to_be_hidden()
    asked: list[str] = []
    player.page.on("request", lambda request: asked.append(request.url))
    player.page.click("#help")
    player.page.locator("#help-here a[href^='tel:']").first.wait_for()
    player.page.keyboard.press("Escape")
    assert player.step == "exits"
    assert [url for url in asked if "/static/" not in url] == []
    player.expect_saved()
    assert everything() == before


def test_titles_and_addresses_name_no_topic(site: Site, device: Devices) -> None:
    player = visitor(device(), f"{site.address}/mk/{lesson_path('c1')}")
    titles = {player.page.title()}
    for _ in range(3):
        player.take_step()
        titles.add(player.page.title())
    words = {word.lower() for word in lesson("c1").words["mk"].title.split() if len(word) > 3}
    assert len(titles) == 4
    assert not [title for title in titles if words & set(title.lower().split())]


def everything() -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables."""
    rows = {
        name: sorted(map(tuple, db.session.execute(select(table))), key=repr)
        for name, table in Base.metadata.tables.items()
    }
    db.session.close()
    return rows
