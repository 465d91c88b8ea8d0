"""Into the class, today and next week, by children who mistype, forget, share a computer and click twice."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import BrowserContext, expect
from sqlalchemy import update

from quizapp import clock
from quizapp.accounts import codes, joining
from quizapp.accounts.models import Pupil, PupilDevice, SchoolClass
from quizapp.db import db
from tests.journeys.answers import choose, right_or_wrong
from tests.journeys.door import SECRET, choose_an_animal, enter, front_page, go_in_as_new, pick
from tests.journeys.player import Player, pupil
from tests.journeys.rooms import Room, a_room, lesson
from tests.journeys.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.server]
Devices = Callable[..., BrowserContext]
OTHERS = ("house", "tree", "car")


def test_a_wrong_code_stays_in_the_field(site: Site, device: Devices) -> None:
    page = front_page(device(), site.address)
    enter(page, "0000 0000")
    expect(page.locator("#code-error")).to_be_visible()
    expect(page.locator("#code")).to_have_value("0000 0000")
    expect(page.locator("#code")).to_have_attribute("aria-invalid", "true")


def test_spaces_and_dashes_do_not_matter(site: Site, device: Devices) -> None:
    code = a_room("a4").code
    page = front_page(device(java_script_enabled=False), site.address)
    enter(page, f" {code[:4]} - {code[4:]} ")
    expect(page.locator("#first-time")).to_be_visible()


def test_a_code_from_the_camera_leaves_the_address(site: Site, device: Devices) -> None:
    code = a_room("a4").code
    page = device().new_page()
    page.goto(f"{site.address}/mk/#{code}")
    expect(page.locator("#code")).to_have_value(f"{code[:4]} {code[4:]}")
    assert page.url == f"{site.address}/mk/"
    page.keyboard.press("Enter")
    expect(page.locator("#first-time")).to_be_visible()


def test_a_missing_picture_keeps_the_others(site: Site, device: Devices) -> None:
    room = a_room("a4")
    page = front_page(device(), site.address)
    enter(page, room.code)
    choose_an_animal(page)
    pick(page, SECRET[:2])
    page.click("#go-in")
    expect(page.locator("#secret-error")).to_be_visible()
    expect(page.locator("[data-slot]:enabled img")).to_have_count(2)
    assert room.pupils() == []
    page.click(f"[data-picture={SECRET[2]}]")
    page.click("#go-in")
    expect(page.locator("#remembered")).to_be_visible()
    expect(page.locator("#secret-error")).to_be_hidden()


def test_going_in_by_a_double_click_makes_one_pupil(site: Site, device: Devices) -> None:
    room = a_room("a4")
    page = front_page(device(), site.address)
    enter(page, room.code)
    choose_an_animal(page)
    pick(page, SECRET)
    page.click("#go-in")
    page.dblclick("#remembered")
    Player(page).wait_until_playing()
    assert len(room.pupils()) == len(room.attempts()) == 1


def test_back_next_day_on_another_device(site: Site, device: Devices) -> None:
    room = a_room("a4", language="sq")
    player = answered(pupil(device(), site.address, room.code, "sq"))
    the_day_ends(room)
    page = front_page(device(), site.address, "sq")
    enter(page, room.code)
    expect(page.locator("#first-time")).not_to_be_attached()  # only those who were here before
    page.click(f"#pupil-{room.pupils()[0].id}")
    pick(page, OTHERS)
    page.click("#go-in")
    expect(page.locator("#secret-error")).to_be_visible()
    pick(page, SECRET)
    page.click("#go-in")
    back = Player(page)
    back.wait_until_playing()
    assert back.step == player.step
    expect(back.now.locator("input:checked")).to_have_count(1)
    back.expect_saved()


def test_wrong_pictures_are_slowed_until_the_teacher_helps(site: Site, device: Devices) -> None:
    room = a_room("a4")
    pupil(device(), site.address, room.code)
    who = room.pupils()[0]
    page = front_page(device(), site.address)
    enter(page, room.code)
    page.click("#here-before")
    page.click(f"#pupil-{who.id}")
    said = []
    for secret in (OTHERS, OTHERS, OTHERS, SECRET):  # the right ones come too soon after three wrong tries
        pick(page, secret)
        with page.expect_navigation():
            page.click("#go-in")
        said.append(page.locator("#secret-error").inner_text())
        expect(page.locator("[data-slot]:enabled")).to_have_count(0)
        expect(page.locator("[data-picture][aria-disabled=false]")).to_have_count(12)
        assert page.locator("#secret input:checked").count() == 0
    assert said[0] == said[1]
    assert len(set(said)) == 3
    assert said[0].split(".")[0] == said[2].split(".")[0]  # both were looked at, the last was not
    assert said[0].split(".")[0] not in said[3]
    joining.reset_secret(db.session.get_one(Pupil, who.id))
    db.session.commit()
    pick(page, OTHERS)
    page.click("#go-in")
    Player(page).wait_until_playing()
    assert len(room.pupils()) == 1


def test_a_reset_secret_ends_the_browsers_at_work(site: Site, device: Devices) -> None:
    room = a_room("a4")
    player = answered(pupil(device(), site.address, room.code))
    joining.reset_secret(db.session.get_one(Pupil, room.pupils()[0].id))
    db.session.commit()
    player.page.reload()
    player.wait_until_playing()
    player.expect_saved("visitor")
    assert player.page.locator("#lesson input:checked").count() == 0


def test_several_lessons_are_a_list_of_pictures(site: Site, device: Devices) -> None:
    room = a_room("a4", "b2")
    page = front_page(device(), site.address)
    enter(page, room.code)
    go_in_as_new(page)
    expect(page.locator("#lessons [data-status=new]")).to_have_count(2)
    page.click("#lesson-b2")
    player = Player(page)
    player.wait_until_playing()
    page.go_back()
    page.reload()
    expect(page.locator("#lesson-b2")).to_have_attribute("data-status", "begun")
    expect(page.locator("#lesson-a4")).to_have_attribute("data-status", "new")


def test_the_next_child_finds_nothing_by_going_back(site: Site, device: Devices) -> None:
    context = device()
    room = a_room("a4", "b2")
    page = front_page(context, site.address)
    enter(page, room.code)
    go_in_as_new(page)
    page.click("#lesson-a4")
    player = Player(page)
    player.wait_until_playing()
    answered(player)
    page.goto(f"{site.address}/mk/lessons")
    page.click("#another-pupil button")
    expect(page.locator("#code")).to_have_value("")
    assert {cookie["name"] for cookie in context.cookies()} <= {"language"}
    for _ in range(8):
        page.go_back()
        page.wait_for_load_state()
        page.wait_for_timeout(200)
        assert page.locator("#lessons").count() == 0
        assert page.locator("#lesson input:checked").count() == 0
        assert page.locator("#secret input:checked").count() == 0


def test_back_after_a_reload_is_still_one_step(site: Site, device: Devices) -> None:
    player = pupil(device(), site.address, a_room("a4").code)
    steps = [player.step]
    for _ in range(3):
        player.take_step()
        steps.append(player.step)
    player.page.reload()
    player.wait_until_playing()
    for step in reversed(steps[:-1]):
        player.back()
        assert player.step == step
    player.take_step()
    player.back()
    assert player.step == steps[0]


@pytest.mark.parametrize("year", [2001, 2060])
def test_a_clock_set_wrong_loses_nothing(site: Site, device: Devices, year: int) -> None:
    room = a_room("b2")
    context = device()
    context.add_init_script(
        f"const late = new Date({year}, 0, 1) - Date.now(); const now = Date.now;"
        "Date.now = () => now() + late; window.Date = class extends Date {"
        " constructor(...given) { given.length ? super(...given) : super(now() + late); } };"
    )
    player = answered(pupil(context, site.address, room.code), "b2")
    assert player.page.evaluate("new Date().getFullYear()") == year
    assert len(room.answers()) == 1
    player.page.reload()
    player.wait_until_playing()
    player.expect_saved()
    expect(player.now.locator("input:checked")).not_to_have_count(0)


def answered(player: Player, lesson_id: str = "a4") -> Player:
    """The first question is answered, and the pupil still looks at what was said to it."""
    player.go_to_question()
    question = lesson(lesson_id).questions()[player.step]
    choose(player, question, right_or_wrong(question, understands=True))
    player.on()
    expect(player.now.locator(".feedback")).not_to_be_empty()
    player.expect_saved()
    return player


def the_day_ends(room: Room) -> None:
    """Midnight takes every browser its pupil; the teacher opens the door, but to no new ones."""
    mine = PupilDevice.pupil_id.in_([one.id for one in room.pupils()])
    yesterday = clock.now() - timedelta(hours=1)
    db.session.execute(update(PupilDevice).where(mine).values(expires_at=yesterday))
    codes.set_joining(db.session.get_one(SchoolClass, room.class_id), "returning")
    db.session.commit()
