"""Which way in, three pictures from one grid, a lesson that is waited for, and the way back from help."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from quizapp.accounts.models import SchoolClass
from quizapp.db import db
from quizapp.learning import assignments
from tests.journeys.door import SECRET, choose_an_animal, enter, front_page, go_in_as_new, pick
from tests.journeys.player import Player, pupil
from tests.journeys.rooms import Room, a_room, newest
from tests.journeys.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.server]
Devices = Callable[..., BrowserContext]


def test_three_pictures_by_keys_alone(site: Site, device: Devices) -> None:
    room = a_room("a4")
    page = at_the_pictures(site, device, room)
    expect(page.locator("fieldset").first).to_be_hidden()
    expect(page.locator("[data-slot]:enabled")).to_have_count(0)
    for picture in SECRET:
        page.locator(f"[data-picture={picture}]").focus()
        page.keyboard.press("Enter")
    expect(page.locator("#go-in")).to_be_focused()
    assert page.locator("[data-slot] img").evaluate_all("all => all.map(one => one.alt)") == names(page)
    page.keyboard.press("Enter")
    expect(page.locator("#remembered")).to_be_enabled()
    assert page.locator("#secret-remember img").evaluate_all("all => all.map(one => one.alt)") == names(page)
    page.locator("#remembered").focus()
    page.keyboard.press("Enter")
    Player(page).wait_until_playing()
    assert len(room.pupils()) == 1


def test_every_tap_is_said_and_can_be_taken_back(site: Site, device: Devices) -> None:
    page = at_the_pictures(site, device, a_room("a4"))
    said = page.locator("#secret-said")
    page.click("[data-picture=moon]")
    first = said.text_content()
    expect(said).to_contain_text(names(page)[0])
    page.click("[data-picture=tree]")
    expect(said).not_to_have_text(first or "")
    page.click("[data-slot='1']")
    expect(page.locator("[data-slot='1']")).to_be_disabled()
    expect(page.locator("[data-slot='2'] img")).to_have_count(1)
    page.click("[data-picture=boat]")
    expect(page.locator("input[name=secret1][value=boat]")).to_be_checked()
    page.click("[data-picture=boat]")  # the same picture twice is a secret, too
    page.click("[data-picture=car]", force=True)  # a fourth one changes nothing
    expect(page.locator("input[name=secret3][value=boat]")).to_be_checked()


def test_others_can_be_chosen_while_they_are_shown(site: Site, device: Devices) -> None:
    room = a_room("a4")
    page = at_the_pictures(site, device, room)
    pick(page, SECRET)
    page.dblclick("#go-in")
    expect(page.locator("#secret-remember")).to_be_visible()
    assert room.pupils() == []
    page.click("#others")
    expect(page.locator("#secret-remember")).to_be_hidden()
    pick(page, ("boat", "boat", "car"))
    page.click("#go-in")
    page.click("#remembered")
    Player(page).wait_until_playing()


def test_the_front_page_and_the_code_let_a_pupil_go_on(site: Site, device: Devices) -> None:
    room, context = a_room("a4"), device()
    pupil(context, site.address, room.code)
    page = front_page(context, site.address)
    page.click("#go-on-here")
    expect(page.locator("#lesson-a4")).to_have_attribute("data-status", "begun")
    page = front_page(context, site.address)
    enter(page, room.code)
    page.click("#go-on-here")
    expect(page.locator("#lesson-a4")).to_be_visible()
    page = front_page(context, site.address)
    page.click("#another-pupil button")
    expect(page.locator("#go-on-here")).not_to_be_attached()
    assert len(room.pupils()) == 1


def test_a_lesson_that_opens_meanwhile_appears(site: Site, device: Devices) -> None:
    room = a_room()
    page = device().new_page()
    page.clock.install()
    page.goto(f"{site.address}/mk/")
    enter(page, room.code)
    go_in_as_new(page)
    expect(page.locator("#look-again")).to_be_visible()
    page.wait_for_load_state()  # the script has set its clock by then
    assignments.assign(db.session.get_one(SchoolClass, room.class_id), newest("a4"))
    db.session.commit()
    page.clock.fast_forward(10_500)
    expect(page.locator("#lesson-a4")).to_be_visible()
    expect(page.locator("#look-again")).not_to_be_attached()


@pytest.mark.parametrize("script", [True, False])
def test_help_leads_back_to_the_very_page(site: Site, device: Devices, script: bool) -> None:
    page = front_page(device(java_script_enabled=script), site.address, "sq")
    enter(page, a_room("a4", language="sq").code)
    choose_an_animal(page)
    here = page.url
    page.click("#help")
    page.click("#back")
    expect(page).to_have_url(here)


def test_pupils_see_their_own_animal_in_a_lesson(site: Site, device: Devices) -> None:
    room = a_room("a4")
    player = pupil(device(), site.address, room.code)
    (who,) = room.pupils()
    animal, thing = player.page.locator("#player-pupil img").all()
    expect(animal).to_be_visible()
    assert f"/{who.animal}.svg" in (animal.get_attribute("src") or "")
    assert f"/{who.thing}.svg" in (thing.get_attribute("src") or "")
    stranger = device().new_page()
    stranger.goto(player.page.url)
    Player(stranger).wait_until_playing()
    expect(stranger.locator("#player-pupil")).to_be_hidden()


@pytest.mark.parametrize("lesson", ["a4", "b2", "c1"])
def test_everybody_keeps_to_a_colour_and_in_a_scene_to_a_side(
    site: Site, device: Devices, lesson: str
) -> None:
    page = device(java_script_enabled=False).new_page()
    page.goto(f"{site.address}/mk/l/{lesson}")
    tints: dict[str, set[str]] = {}
    for scene in page.locator(".bubbles").all():
        sides: dict[str, set[str]] = {}
        for bubble in scene.locator(".bubble").all():
            who = bubble.get_attribute("data-speaker") or ""
            _, side, tint = (bubble.get_attribute("class") or "").split()
            tints.setdefault(who, set()).add(tint)
            sides.setdefault(who, set()).add(side)
        ways = ["bubble-left", "bubble-right"] * 2
        assert list(sides.values()) == [{way} for way in ways[: len(sides)]]
    assert all(len(own) == 1 for own in tints.values())
    assert len(set.union(*tints.values())) == len(tints)


def at_the_pictures(site: Site, device: Devices, room: Room) -> Page:
    page = front_page(device(), site.address)
    enter(page, room.code)
    choose_an_animal(page)
    page.locator("#secret-choose").wait_for()
    return page


def names(page: Page) -> list[str]:
    """What the secret's pictures are called here."""
    return [page.get_attribute(f"[data-picture={one}] img", "alt") or "" for one in SECRET]
