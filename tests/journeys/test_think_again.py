"""An answer that isn't right yet: what, is shown; another try is free, and counts no more."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, expect

from quizapp.lessons.questions.question import Choice, Question
from tests.journeys.answers import choose, right_or_wrong
from tests.journeys.player import Player, pupil, visitor
from tests.journeys.rooms import a_room, lesson, lesson_path
from tests.journeys.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.server]
Devices = Callable[..., BrowserContext]
LESSON_OF = {
    "single": "b2",
    "truefalse": "a4",
    "multiple": "b2",
    "order": "a4",
    "match": "b2",
    "buckets": "a4",
}


def question_of(player: Player, lesson_id: str) -> Question:
    return lesson(lesson_id).questions()[player.step]


def answer(player: Player, lesson_id: str, understands: bool) -> Choice:
    question = question_of(player, lesson_id)
    choice = right_or_wrong(question, understands)
    choose(player, question, choice)
    player.on()
    expect(player.now.locator(f".feedback-{'good' if understands else 'again'}")).not_to_be_empty()
    return choice


def clear(step: Locator) -> None:
    """Takes back what is chosen among several."""
    joined = step.locator(".tap[aria-pressed=true], input[type=checkbox]:checked")
    while joined.count():
        joined.first.click()


@pytest.mark.parametrize("kind", ["single", "truefalse", "multiple", "order", "match", "buckets"])
def test_every_kind_says_what_is_not_right_and_lets_try_again(site: Site, device: Devices, kind: str) -> None:
    name = LESSON_OF[kind]
    player = visitor(device(), f"{site.address}/mk/{lesson_path(name)}")
    while not player.now.locator(f"[data-question={kind}]:not([data-mode=private])").count():
        player.take_step()
    answer(player, name, understands=False)
    marks = player.now.locator(".part-again:visible .part-sign, .part-good:visible .part-sign")
    expect(marks).not_to_have_count(0)
    expect(player.page.locator("[data-go=on]")).to_be_in_viewport()
    player.press("retry")
    expect(marks).to_have_count(0)
    expect(player.now.locator(".feedback")).to_be_empty()
    clear(player.now)
    answer(player, name, understands=True)
    expect(player.now.locator(".part-again")).to_have_count(0)
    expect(player.now.locator(".part-good").first).to_be_visible()
    expect(player.page.locator("[data-go=retry]")).to_be_hidden()
    assert not player.troubles


@pytest.mark.parametrize("mode", ["practice", "scored"])
def test_only_the_first_answer_counts(site: Site, device: Devices, mode: str) -> None:
    room = a_room("b2")
    player = pupil(device(), site.address, room.code)
    player.go_to_question(mode)
    step = player.step
    before = dict(room.answers())
    first = answer(player, "b2", understands=False)
    player.expect_saved()
    player.press("retry")
    clear(player.now)
    answer(player, "b2", understands=True)
    player.expect_saved()
    assert room.answers() == before | {step: first}
    player.on()
    expect(player.now).not_to_have_attribute("data-step", step)


def test_after_two_tries_practice_shows_what_is_right(site: Site, device: Devices) -> None:
    player = visitor(device(), f"{site.address}/sq/{lesson_path('a4')}")
    player.go_to_question()
    answer(player, "a4", understands=False)
    show = player.now.locator(".feedback button")
    expect(show).to_have_count(0)
    player.press("retry")
    answer(player, "a4", understands=False)
    show.click()
    key = question_of(player, "a4").key()
    expect(player.now.locator(f"input[value={key}]")).to_be_checked()
    expect(player.now.locator(".feedback-good")).not_to_be_empty()
    expect(player.page.locator("[data-go=on]")).to_be_in_viewport()


def test_a_scored_one_is_not_offered_again_without_a_network(site: Site, device: Devices) -> None:
    context = device()
    player = pupil(context, site.address, a_room("b2").code)
    player.go_to_question("scored")
    context.set_offline(True)
    choose(player, question_of(player, "b2"), right_or_wrong(question_of(player, "b2"), understands=False))
    player.on()
    player.expect_saved("kept")
    expect(player.page.locator("[data-go=retry]")).to_be_hidden()
    context.set_offline(False)
    expect(player.page.locator("[data-go=retry]")).to_be_visible()
    expect(player.now.locator(".part-again:visible")).not_to_have_count(0)


def test_how_it_was_is_told_again_after_a_reload(site: Site, device: Devices) -> None:
    player = pupil(device(), site.address, a_room("b2").code)
    player.go_to_question("scored")
    answer(player, "b2", understands=False)
    player.expect_saved()
    player.page.reload()
    player.wait_until_playing()
    expect(player.now.locator(".feedback-again")).not_to_be_empty()
    expect(player.page.locator("[data-go=retry]")).to_be_visible()


def test_what_is_still_missing_is_marked(site: Site, device: Devices) -> None:
    player = visitor(device(), f"{site.address}/mk/{lesson_path('b2')}")
    while not player.now.locator("[data-question=match]").count():
        player.take_step()
    lefts, rights = (player.now.locator(".taps-two > ol").nth(side).locator(".tap") for side in (0, 1))
    rights.nth(0).click()  # either side may come first
    lefts.nth(0).click()
    expect(lefts.nth(0).locator(".tap-badge")).to_have_text("1")
    hint = player.page.locator("#player-hint")
    player.on()
    expect(hint).to_have_text(hint.get_attribute("data-some") or "")
    expect(player.now.locator(".part-empty:visible")).to_have_count(lefts.count() - 1)
    lefts.nth(0).click()
    player.on()
    expect(hint).to_have_text(hint.get_attribute("data-words") or "")


def test_a_private_question_is_nobodys_and_may_be_skipped(site: Site, device: Devices) -> None:
    player = pupil(device(), site.address, a_room("b2").code)
    sign = player.page.locator("#player-saved")
    expect(sign).to_have_text("")  # nothing is answered, so nothing is saved
    while not player.now.locator("[data-mode=private]").count():
        player.take_step()
    expect(sign).to_have_text(sign.get_attribute("data-private") or "")
    here = player.step
    player.press("skip")
    expect(player.now).not_to_have_attribute("data-step", here)
    player.expect_saved()
    expect(sign).to_have_text(sign.get_attribute("data-saved") or "")
