"""A teacher gives a lesson, watches two pupils take it, and goes home."""

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from quizapp.accounts import people
from quizapp.accounts.models import Person
from quizapp.db import db
from tests.cast import PASSWORD
from tests.journeys.answers import choose, right_or_wrong
from tests.journeys.conftest import MOVING
from tests.journeys.player import Player, pupil, through_the_door
from tests.journeys.rooms import Room, a_room, lesson, lesson_path, sign_in
from tests.journeys.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.server]
Devices = Callable[..., BrowserContext]
POLLED = 9000  # milliseconds in which a page that watches has noticed
DESK = {"width": 1280, "height": 800}


def test_a_lesson_from_the_invitation_to_signing_out(site: Site, device: Devices) -> None:
    page = device(viewport=DESK, **MOVING).new_page()
    troubles = Player(page).troubles
    signs_up_and_in(page, site)
    room = makes_a_class(page)
    gives(page, "a4")
    page.click("#next-step button")
    expect(page.locator("#door")).to_have_attribute("data-joining", "open")
    page.click(".projector a.button")
    expect(page.locator("#joining")).to_have_attribute("data-joining", "open")
    code = page.locator("#join-code").inner_text()

    page.click("#to-participation")
    expect(page.locator("#table [data-pupil]")).to_have_count(0)
    first = through_the_door(device(), site.address, code, "mk")
    second = through_the_door(device(), site.address, code, "sq")
    expect(page.locator("#table tr[data-pupil]")).to_have_count(2, timeout=POLLED)
    first_row, second_row = (page.locator(f"[data-pupil='{one.id}'] td") for one in room.pupils())

    plays(first, understands=True)
    expect(first_row).to_have_attribute("data-status", "finished", timeout=POLLED)
    expect(second_row).to_have_attribute("data-status", "taking_part")
    plays(second, understands=False, until="fault")
    scored = [one for one in lesson("a4").questions().values() if one.mode == "scored"]
    expect(first_row).to_have_attribute("data-right", str(len(scored)))
    expect(first_row).to_have_attribute("data-of", str(len(scored)))
    hands_in_a_mistake(pupil(device(java_script_enabled=False), site.address, code, script=False).page)
    expect(page.locator("#table [data-status=finished]")).to_have_count(2, timeout=POLLED)
    page.reload()
    expect(second_row).to_have_attribute("data-status", "taking_part")

    sees_what_was_understood(page)
    counts_in_a_spreadsheet(page, len(scored))
    assert troubles == first.troubles == second.troubles == []
    erases_the_class(page, room)
    signs_out(page)


def signs_up_and_in(page: Page, site: Site) -> None:
    token = people.invite("1", "1")
    db.session.commit()
    email = f"{uuid4().hex}@example.org"
    page.goto(f"{site.address}/mk/staff/invitation/{token}")
    page.fill("#name", "Ана")
    page.fill("#email", email)
    page.fill("#new_password", PASSWORD)
    page.click("#sign-up button[type=submit]")
    page.fill("#email", email)
    page.fill("#password", PASSWORD)
    page.click("#sign-in button[type=submit]")
    expect(page).to_have_url(f"{site.address}/mk/staff/classes")


def makes_a_class(page: Page) -> Room:
    page.click("a[href$='/classes/new']")
    page.fill("#name", "II-1")
    page.select_option("#grade", "2")
    page.check("input[name=language][value=mk]")
    page.click("main form button[type=submit]")
    expect(page).to_have_url(re.compile(r"/classes/\d+$"))
    return Room(int(page.url.rpartition("/")[2]), "", 0, {})


def gives(page: Page, lesson_id: str) -> None:
    page.click("#to-assign")
    page.check(f"input[name=lesson_id][value={lesson_id}]")
    page.select_option("#adult_role", "pedagogue")
    page.fill("#adult_place", "соба 4")
    page.click("main form button[type=submit]")
    expect(page.locator(".given-lesson[data-state=open]")).to_have_count(1)


def plays(player: Player, understands: bool, until: str = "finish") -> None:
    """Through the lesson a4 as somebody does who understands, or doesn't."""
    questions = lesson("a4").questions()
    while player.step != until:
        question = questions.get(player.step)
        if question is None:
            player.take_step()
            continue
        here = player.step
        choose(player, question, right_or_wrong(question, understands))
        if question.mode != "private":
            player.on()
            expect(player.now.locator(".feedback")).not_to_be_empty()
        player.on()
        expect(player.now).not_to_have_attribute("data-step", here)
    player.expect_saved()


def hands_in_a_mistake(page: Page) -> None:
    """A pupil without JavaScript answers one question, as wrongly as the one before."""
    wrong = right_or_wrong(lesson("a4").questions()["heavy"], understands=False)
    page.check(f"input[name=heavy][value={wrong}]")
    page.click("#lesson p button[type=submit]")
    expect(page.locator("#kept")).to_have_attribute("data-kept", "saved")


def sees_what_was_understood(page: Page) -> None:
    """One of three had it right at once; the misunderstanding is named; the private question is nowhere."""
    page.locator("#table th a").click()
    question = page.locator("#question-heavy")
    expect(question).to_have_attribute("data-total", "3")
    expect(question).to_have_attribute("data-right", "1")
    expect(question.locator("[data-misunderstanding]")).not_to_be_empty()
    question.locator("summary").click()
    expect(question.locator("table tbody tr")).to_have_count(3)
    expect(page.locator("#question-fault")).to_have_attribute("data-total", "1")
    expect(page.locator("#question-who")).to_have_count(0)
    page.go_back()


def counts_in_a_spreadsheet(page: Page, scored: int) -> None:
    with page.expect_download() as download:
        page.click("#to-csv")
    raw = Path(download.value.path()).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    head, *rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";"))[:4]
    assert {len(row) for row in (head, *rows)} == {4}
    assert [row[0] for row in rows] == page.locator("#table .animal-name").all_inner_texts()
    assert [str(scored), str(scored)] in [row[2:] for row in rows]


def erases_the_class(page: Page, room: Room) -> None:
    """Put away first, then asked once more; what is left is the sentence that it is done."""
    page.goto(page.url.removesuffix("/participation"))
    page.click("a[href$='/archive']")
    page.click("main form button[type=submit]")
    page.click("details summary")
    page.click(f"details a[href$='/classes/{room.class_id}']")
    page.click("#to-erase")
    expect(page.locator("[data-lesson=a4]")).to_have_attribute("data-results", "3")
    page.click("main form button[type=submit]")
    expect(page.locator("#sure-error")).to_be_visible()
    page.check("#sure")
    page.click("main form button[type=submit]")
    expect(page).to_have_url(re.compile(r"/staff/classes$"))
    expect(page.locator("[role=status]")).to_be_visible()
    expect(page.locator("details")).to_have_count(0)
    assert room.pupils() == room.attempts() == []


def signs_out(page: Page) -> None:
    page.click(".staff-nav form button")
    expect(page.locator("#sign-in")).to_be_visible()
    page.go_back()
    page.reload()
    expect(page.locator("#sign-in")).to_be_visible()
    assert page.locator("#table").count() == 0


def test_the_class_page_watches_too(site: Site, device: Devices) -> None:
    room, context = a_room("b2"), device()
    sign_in(context, site.address, room)
    page = context.new_page()
    page.goto(f"{site.address}/en/{room.path}")
    expect(page.locator("#summary [data-finished]")).to_have_count(0)
    pupil(device(), site.address, room.code)
    expect(page.locator("#summary [data-finished='0'][data-pupils='1']")).to_have_count(1, timeout=POLLED)


def test_the_projector_shows_the_code_and_no_pupil(site: Site, device: Devices) -> None:
    room, context = a_room("b2"), device(viewport=DESK)
    pupil(device(java_script_enabled=False), site.address, room.code, script=False)
    sign_in(context, site.address, room)
    page = context.new_page()
    page.goto(f"{site.address}/sq/{room.path}/projector")
    expect(page.locator(".projector-code")).to_have_text(f"{room.code[:4]} {room.code[4:]}")
    assert page.locator(".qr").evaluate("(picture) => picture.decode().then(() => picture.naturalWidth)") > 0
    expect(page.locator("#here")).to_have_attribute("data-here", "1")
    pupil(device(java_script_enabled=False), site.address, room.code, script=False)
    expect(page.locator("#here")).to_have_attribute("data-here", "2", timeout=POLLED)
    assert page.locator("[data-pupil], .animal").count() == 0


def test_the_projector_opens_the_door_that_another_tab_has_closed(site: Site, device: Devices) -> None:
    room, context = a_room("b2"), device(viewport=DESK)
    sign_in(context, site.address, room)
    page, other = context.new_page(), context.new_page()
    page.goto(f"{site.address}/mk/{room.path}/projector")
    expect(page.locator("#let-in")).to_have_count(0)
    other.goto(f"{site.address}/mk/{room.path}")
    other.click("button[name=joining][value=closed]")
    page.bring_to_front()
    page.click("#let-in", timeout=POLLED)
    expect(page.locator("#door")).to_have_attribute("data-joining", "open")
    assert page.url.endswith("/projector")


def test_a_form_sent_after_the_session_ended_is_not_lost(site: Site, device: Devices) -> None:
    room, context = a_room(), device()
    sign_in(context, site.address, room)
    page = context.new_page()
    page.goto(f"{site.address}/sq/staff/classes/new")
    page.fill("#name", "VI-4 „а“")
    page.select_option("#grade", "6")
    page.check("input[name=language][value=sq]")
    context.clear_cookies(name="staff")
    page.click("main form button[type=submit]")
    expect(page.locator("#signed-out")).to_be_visible()
    page.fill("#email", db.session.get_one(Person, room.teacher_id).email)
    db.session.close()
    page.fill("#password", PASSWORD)
    page.click("#sign-in button[type=submit]")
    page.click("#send-again button[type=submit]")
    expect(page).to_have_url(re.compile(r"/classes/\d+$"))
    expect(page.locator("h1")).to_have_text("VI-4 „а“")


def test_a_form_open_for_too_long_keeps_its_values(site: Site, device: Devices) -> None:
    room, context = a_room(), device()
    sign_in(context, site.address, room)
    page = context.new_page()
    page.goto(f"{site.address}/mk/staff/classes/new")
    page.fill("#name", "VI-3")
    page.select_option("#grade", "6")
    page.check("input[name=language][value=sq]")
    context.clear_cookies(name="form")  # what the token is checked against is gone
    page.click("main form button[type=submit]")
    expect(page.locator("[role=alert]")).to_be_visible()
    expect(page.locator("#name")).to_have_value("VI-3")
    expect(page.locator("#grade")).to_have_value("6")
    expect(page.locator("input[name=language][value=sq]")).to_be_checked()
    page.click("main form button[type=submit]")
    expect(page).to_have_url(re.compile(r"/classes/\d+$"))


def test_a_button_pressed_too_late_is_offered_again(site: Site, device: Devices) -> None:
    room, context = a_room("a4"), device()
    sign_in(context, site.address, room)
    page = context.new_page()
    page.goto(f"{site.address}/en/{room.path}")
    context.clear_cookies(name="form")
    page.click("button[name=joining][value=returning]")
    page.click("main form button[type=submit]")
    expect(page.locator("#joining")).to_have_attribute("data-joining", "returning")


def test_a_preview_leaves_no_trace(site: Site, device: Devices) -> None:
    room, context = a_room("a4"), device()
    sign_in(context, site.address, room)
    page = context.new_page()
    page.goto(f"{site.address}/mk/staff/lessons/a4")
    with context.expect_page() as preview:  # beside the guide
        page.locator("a[href$='#try']").first.click()
    player = Player(preview.value)
    player.wait_until_playing()
    player.expect_saved("visitor")
    assert player.page.url.endswith(f"/mk/{lesson_path('a4')}#try")
    player.go_to_question()
    player.take_step()
    assert room.attempts() == []
