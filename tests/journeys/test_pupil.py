"""A class takes its lesson."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.journeys.conftest import MOVING
from tests.journeys.player import Player, pupil, through_the_door
from tests.journeys.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.server]
Devices = Callable[..., BrowserContext]


@pytest.mark.parametrize(("lesson", "language"), [("a4", "mk"), ("c1", "sq")])
def test_from_the_code_to_the_end(site: Site, device: Devices, lesson: str, language: str) -> None:
    player = through_the_door(device(**MOVING), site.address, site.codes[lesson], language)
    player.play_to_the_end()
    player.expect_saved()

    attempt = site.newest_attempt(lesson)
    assert attempt.finished_on
    assert set(site.answers(attempt)) == answered(player) <= site.counted_questions(lesson)
    assert not player.troubles
    player.page.click("#done")
    expect(player.page.locator(f"#lesson-{lesson}")).to_have_attribute("data-status", "finished")


def answered(player: Player) -> set[str]:
    """The questions on the way taken, except the private ones."""
    questions = player.page.locator("[data-question]:not([data-mode=private]):has(.feedback > *)")
    steps = player.page.locator(".step", has=questions)
    return set(steps.evaluate_all("(steps) => steps.map((step) => step.dataset.step)"))


def test_once_more_is_practice(site: Site, device: Devices) -> None:
    player = pupil(device(), site.address, site.codes["a4"])
    player.play_to_the_end()
    player.expect_saved()
    attempt = site.newest_attempt("a4")
    before = site.answers(attempt)

    player.press("again")
    player.expect_saved("practice")
    player.go_to_question().locator("input").last.check()
    player.on()
    player.expect_saved("practice")
    player.page.reload()
    player.wait_until_playing()
    player.expect_saved("practice")
    assert site.answers(attempt) == before


def test_the_other_language_keeps_place_and_answers(site: Site, device: Devices) -> None:
    player = pupil(device(), site.address, site.codes["a4"])
    question = player.go_to_question()
    step = player.step
    question.locator("input").first.check()
    player.on()
    player.page.click("button[name=switch][value=sq]")
    expect(player.page.locator("html")).to_have_attribute("lang", "sq")
    player.wait_until_playing()
    assert player.step == step
    expect(player.now.locator("input").first).to_be_checked()


def test_the_first_practice_answer_counts(site: Site, device: Devices) -> None:
    player = pupil(device(), site.address, site.codes["a4"])
    question = player.go_to_question()
    question.locator("input").nth(1).check()
    first = question.locator("input").nth(1).get_attribute("value")
    player.on()
    question.locator("input").nth(0).check()
    expect(question.locator(".feedback")).to_be_empty()
    player.on()
    expect(question.locator(".feedback")).not_to_be_empty()
    player.expect_saved()
    assert site.answers(site.newest_attempt("a4")) == {player.step: json.dumps(first)}


def test_the_key_of_a_scored_question_is_not_in_the_page(site: Site, device: Devices) -> None:
    player = pupil(device(), site.address, site.codes["b2"])
    scored = player.page.locator("[data-mode=scored]")
    assert scored.count()
    assert not player.page.locator("[data-mode=scored][data-key], [data-mode=scored] template").count()
