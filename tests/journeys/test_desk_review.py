"""A lesson on its way to children: tried out, handed over, read by two, published, taken, withdrawn."""

from collections.abc import Callable, Iterator
from uuid import uuid4

import pytest
from playwright.sync_api import BrowserContext, Frame, Page, expect

from quizapp.accounts import sessions
from quizapp.accounts.models import Person
from quizapp.authoring import drafts
from quizapp.authoring.models import Draft
from quizapp.db import db
from quizapp.lessons import news
from tests.authoring.conftest import parts_of_sample
from tests.cast import a_trainer
from tests.journeys.looks import barriers, languages, large_text, shown_amiss
from tests.journeys.player import Player, visitor
from tests.journeys.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.server]
Devices = Callable[..., BrowserContext]
WIDE = {"width": 1280, "height": 800}


def a_desk(
    site: Site, device: Devices, *languages_read: str, **options: object
) -> tuple[BrowserContext, int]:
    """A browser with a new trainer in it, and the trainer's number."""
    trainer = a_trainer(f"{uuid4().int}@example.org", *languages_read)
    db.session.flush()
    number, token = trainer.id, sessions.start(trainer)
    db.session.commit()
    context = device(**options)
    context.add_cookies([{"name": "staff", "value": token, "url": site.address}])
    return context, number


def a_whole_draft(author: int) -> str:
    """The sample lesson as somebody's draft."""
    return let_go(drafts.take_in(db.session.get_one(Person, author), *parts_of_sample()))


def let_go(draft: Draft) -> str:
    """Read the id first: whatever is read after the commit would lock the server out."""
    lesson_id = draft.lesson_id
    db.session.commit()
    return lesson_id


def page_of(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    return page


def press(page: Page, button: str) -> None:
    with page.expect_navigation():
        page.click(button)


def hand_over(page: Page) -> None:
    for one in page.locator("[data-warning] input").all():
        one.fill("1")
    page.fill("#submit textarea[name=note]", "1")
    press(page, "#submit button[type=submit]")
    expect(page.locator("#state")).to_have_attribute("data-state", "in_review")


def test_from_a_draft_to_children_and_back(site: Site, device: Devices) -> None:
    (vesna, author), (arben, _), (bojana, _) = (
        a_desk(site, device, viewport=WIDE),
        a_desk(site, device, "sq", viewport=WIDE),
        a_desk(site, device, "mk"),
    )
    lesson_id = a_whole_draft(author)
    desk = f"{site.address}/mk/staff/desk"
    mine = page_of(vesna, f"{desk}/{lesson_id}/review")
    hand_over(mine)
    assert mine.locator("[data-approve]").count() == 0

    for context, language in ((arben, "sq"), (bojana, "mk")):
        page = page_of(context, f"{desk}/reviews")
        page.click(f"[data-lesson={lesson_id}] a")
        expect(page.locator("[data-approve]")).to_have_count(1)
        press(page, f"[data-approve={language}]")
        expect(page.locator(f"[data-language={language}]")).to_have_attribute("data-approved", "1")

    mine.reload()
    press(mine, "#publish button")
    expect(mine.locator("#state")).to_have_attribute("data-state", "published")

    for language in ("mk", "sq"):
        player = visitor(device(), f"{site.address}/{language}/l/{lesson_id}/1")
        player.play_to_the_end()
        assert not player.troubles

    away = page_of(bojana, f"{desk}/lessons/{lesson_id}/withdraw")
    away.fill("[name=reason_mk]", "1")
    press(away, "main .button-danger")
    away.wait_for_timeout(1000 * news.LOOK_SECONDS + 200)
    late = device().new_page()
    answer = late.goto(f"{site.address}/sq/l/{lesson_id}/1")
    assert answer
    assert answer.status == 410


def test_a_comment_in_place_goes_back_to_the_author(site: Site, device: Devices) -> None:
    (vesna, author), (arben, _) = a_desk(site, device), a_desk(site, device)
    review = f"{site.address}/sq/staff/desk/{a_whole_draft(author)}/review"
    hand_over(page_of(vesna, review))
    page = page_of(arben, review)
    page.click("#part-hello summary")
    page.fill("#say-hello", "1")
    press(page, "[data-comment=hello] button")
    expect(page.locator("#part-hello [data-settled=no]")).to_be_visible()
    page.click("#state details:has(#ask) summary")
    page.fill("#ask textarea", "2")
    press(page, "#ask button")
    expect(page.locator("#state")).to_have_attribute("data-state", "draft")
    author_page = page_of(vesna, review)
    press(author_page, "#part-hello [data-settled=no] button")
    expect(author_page.locator("#part-hello [data-settled=yes]")).to_be_visible()


def test_a_draft_is_played_in_its_frames_and_leaves_nothing(site: Site, device: Devices) -> None:
    context, author = a_desk(site, device, viewport=WIDE)
    lesson_id = a_whole_draft(author)
    before = site.attempts()
    page = page_of(context, f"{site.address}/en/staff/desk/{lesson_id}/preview")
    troubles: list[str] = []
    page.on("console", lambda said: said.type == "error" and troubles.append(said.text))
    for language in ("mk", "sq"):
        player = Player(frame_of(page, language))  # type: ignore[arg-type]
        player.wait_until_playing()
        player.expect_saved("visitor")
        player.play_to_the_end()
    assert site.attempts() == before
    frame_of(page, "sq").click("#done")
    expect(frame_of(page, "sq").locator(".step-now")).to_have_attribute("data-step", "hello")
    assert troubles == []


def test_the_quick_exit_of_a_preview_keeps_the_trainer_and_what_is_unsent(
    site: Site, device: Devices
) -> None:
    context, author = a_desk(site, device, viewport=WIDE)
    lesson_id = a_whole_draft(author)
    page = page_of(context, f"{site.address}/mk/staff/desk/{lesson_id}/preview")
    page.evaluate("localStorage.setItem('unsent', 'a sentence')")
    frame = frame_of(page, "mk")
    frame.click("#exit")
    frame.wait_for_url("**/left")
    expect(frame.locator("main a")).to_be_visible()
    assert page.url.endswith("/preview")
    assert page.evaluate("localStorage.getItem('unsent')") == "a sentence"
    assert any(cookie["name"] == "staff" for cookie in context.cookies())


def test_tried_out_without_javascript(site: Site, device: Devices) -> None:
    context, author = a_desk(site, device, java_script_enabled=False)
    lesson_id = a_whole_draft(author)
    page = page_of(context, f"{site.address}/sq/staff/desk/{lesson_id}/preview/sq")
    page.locator("#lesson input[type=radio]").first.check()
    page.click("#lesson p button[type=submit]")
    expect(page.locator("#kept")).to_have_attribute("data-kept", "visitor")


@pytest.mark.parametrize("viewport", [{"width": 360, "height": 740}, WIDE], ids=["phone", "screen"])
@pytest.mark.parametrize("language", ["mk", "sq"])
def test_the_pages_are_open_to_everybody(
    site: Site, device: Devices, language: str, viewport: dict[str, int]
) -> None:
    context, author = a_desk(site, device, viewport=viewport)
    (whole, nearly), desk = (a_whole_draft(author), empty(author)), f"{site.address}/{language}/staff/desk"
    found = []
    page = page_of(context, f"{desk}/{whole}/review")
    found += looked_at(page, language)
    hand_over(page)
    found += looked_at(page, language)
    paths = (
        "reviews", f"{whole}/preview", f"{whole}/preview?size=projector", f"{nearly}/review",
        f"{whole}/preview/{language}/left", "lessons/a4/withdraw",
    )  # fmt: skip
    for path in paths:
        page.goto(f"{desk}/{path}")
        page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true; })")
        found += looked_at(page, language)
        found += large_text(page) if viewport != WIDE else []
    assert "\n".join(dict.fromkeys(found)) == ""


def looked_at(page: Page, language: str) -> Iterator[str]:
    yield from shown_amiss(page)
    yield from barriers(page)
    yield from languages(page, language)


def empty(author: int) -> str:
    return let_go(drafts.begin(db.session.get_one(Person, author), "4-6", {}))


def frame_of(page: Page, language: str) -> Frame:
    """The lesson in one of the languages."""
    element = page.locator(f"#preview-{language} iframe").element_handle()
    frame = element.content_frame()
    assert frame
    frame.wait_for_load_state()
    return frame
