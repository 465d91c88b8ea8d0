"""Whatever a trainer writes is saved, or kept until it can be: no network, signed out, closed in mid-word."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Route, expect

from quizapp import clock
from quizapp.accounts import second_step
from quizapp.accounts.models import Person
from quizapp.db import db
from tests.cast import PASSWORD
from tests.journeys.desk import Desk, Draft, Trainer, at_desk, trainer
from tests.journeys.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.server]
Devices = Callable[..., BrowserContext]
TITLE, TITULL = "t.mk.title", "t.sq.title"
SUMMARY = "t.mk.summary"
NEWS = "**/news?*"
WIDE = {"width": 1280, "height": 800}
SitDown = Callable[[Trainer, Draft], Desk]


def test_typing_saves_by_itself(vesna: Trainer, sit_down: SitDown) -> None:
    draft = vesna.draft()
    desk = sit_down(vesna, draft)
    desk.write(TITLE, "Мојот ден")
    desk.expect()
    assert draft.text(TITLE) == "Мојот ден"
    desk.page.reload()
    desk.expect()
    expect(desk.field(TITLE)).to_have_value("Мојот ден")
    assert stored(desk) == []
    assert desk.complaints == []


def test_typing_never_waits(vesna: Trainer, sit_down: SitDown) -> None:
    draft = vesna.draft()
    desk = sit_down(vesna, draft)
    held: list[Route] = []
    asked: list[str] = []
    desk.page.on("request", lambda request: asked.append(request.method))
    desk.page.route(desk.address, lambda route: held.append(route), times=1)
    desk.write(TITLE, "Прво")
    desk.page.wait_for_timeout(1500)
    desk.page.keyboard.type(", па второ")
    desk.write(SUMMARY, "Трето")
    expect(desk.field(TITLE)).to_have_value("Прво, па второ")
    assert asked == ["POST"], "one at a time"
    held[0].continue_()
    desk.expect()
    assert (draft.text(TITLE), draft.text(SUMMARY)) == ("Прво, па второ", "Трето")


def test_a_page_closed_in_mid_word_loses_nothing(site: Site, vesna: Trainer, sit_down: SitDown) -> None:
    draft = vesna.draft()
    desk = sit_down(vesna, draft)
    context = desk.page.context
    desk.write(TITLE, "Недовр")
    desk.page.close(run_before_unload=True)
    later = context.new_page()
    for _ in range(50):
        if draft.text(TITLE) == "Недовр":
            break
        later.wait_for_timeout(100)
    assert draft.text(TITLE) == "Недовр", "sent while the page went"


def test_what_could_not_be_sent_goes_out_at_the_next_visit(
    site: Site, vesna: Trainer, sit_down: SitDown
) -> None:
    draft = vesna.draft(whole=True)
    desk = sit_down(vesna, draft)
    context = desk.page.context
    context.set_offline(True)
    desk.write(TITLE, "Подоцна")
    desk.page.check('input[name="s.q_single.right"][value="stone"]')
    desk.page.close()
    assert draft.text(TITLE) != "Подоцна"

    context.set_offline(False)
    again = at_desk(context, site.address, draft)
    expect(again.field(TITLE)).to_have_value("Подоцна")
    assert draft.text(TITLE) == "Подоцна"
    assert draft.right("q_single") == "stone"
    assert stored(again) == []
    assert again.complaints == []


def test_the_network_goes_and_comes_back(vesna: Trainer, sit_down: SitDown) -> None:
    draft = vesna.draft()
    desk = sit_down(vesna, draft)
    before = draft.version(TITLE), draft.version(TITULL)
    desk.page.context.set_offline(True)
    desk.write(TITLE, "Без мрежа")
    desk.write(TITULL, "Pa rrjet")
    desk.expect("kept")
    assert draft.text(TITLE) == "Нова"
    desk.page.click("button[value=save] >> nth=0")
    desk.expect("kept")
    expect(desk.field(TITULL)).to_have_value("Pa rrjet")

    desk.page.context.set_offline(False)
    desk.expect()
    assert (draft.text(TITLE), draft.text(TITULL)) == ("Без мрежа", "Pa rrjet")
    assert draft.version(TITULL) == before[1] + 1
    assert draft.version(TITLE) <= before[0] + 2, "what had been tried, and what was typed since"


def test_a_server_that_is_down_is_asked_again(vesna: Trainer, sit_down: SitDown) -> None:
    draft = vesna.draft()
    desk = sit_down(vesna, draft)
    desk.page.route(desk.address, lambda route: route.fulfill(status=503, body="later"))
    desk.write(TITLE, "Пак")
    desk.expect("trouble")
    desk.page.unroute(desk.address)
    desk.expect()
    assert draft.text(TITLE) == "Пак"
    assert draft.version(TITLE) == 2


def test_a_lost_answer_is_no_conflict_with_oneself(site: Site, vesna: Trainer, sit_down: SitDown) -> None:
    draft = vesna.draft()
    desk = sit_down(vesna, draft)

    def lose(route: Route) -> None:
        route.fetch()
        route.abort()

    desk.page.route(desk.address, lose)
    desk.write(TITLE, "Еден")
    desk.expect("kept")
    assert draft.text(TITLE) == "Еден"
    desk.page.keyboard.type(" и два")
    context = desk.page.context
    desk.page.close()
    again = at_desk(context, site.address, draft)
    expect(again.field(TITLE)).to_have_value("Еден и два")
    assert draft.text(TITLE) == "Еден и два"


def test_a_session_that_ran_out_asks_to_sign_in_and_goes_on(
    site: Site, vesna: Trainer, sit_down: SitDown
) -> None:
    draft = vesna.draft()
    desk = sit_down(vesna, draft)
    vesna.run_out()
    desk.write(TITLE, "Предолго")
    desk.expect("signedOut")
    assert draft.text(TITLE) == "Нова"
    with desk.page.context.expect_page() as opened:
        desk.page.click('[data-when="signedOut"]')
    door = opened.value
    door.fill("[name=email]", vesna.email)
    door.fill("[name=password]", PASSWORD)
    door.click("main form button[type=submit]")
    door.fill("[name=code]", code_of(vesna))
    door.click("main form button[type=submit]")
    door.wait_for_url("**/staff/desk")
    desk.expect()
    assert draft.text(TITLE) == "Предолго"
    expect(desk.page.locator('[data-when="signedOut"]')).to_be_hidden()
    desk.press("save")
    desk.expect()


def test_the_browser_puts_nothing_old_back(vesna: Trainer, sit_down: SitDown) -> None:
    draft, arben = vesna.draft(), trainer()
    hers, his = sit_down(vesna, draft), sit_down(arben, draft)
    hers.write(TITLE, "Прво")
    hers.expect()
    his.load()
    his.write(TITLE, "Второ")
    his.expect()
    for again in (hers.page.reload, lambda: away_and_back(hers)):
        again()
        hers.expect()
        expect(hers.field(TITLE)).to_have_value("Второ")
    hers.press("save")
    hers.expect()
    assert draft.text(TITLE) == "Второ"


def test_going_back_shows_the_lesson_as_it_is(vesna: Trainer, sit_down: SitDown) -> None:
    draft = vesna.draft()
    desk = sit_down(vesna, draft)
    desk.press("add:text::exits")
    (new,) = [step for step in draft.steps() if step.startswith("s")]
    desk.page.go_back()
    desk.expect()
    expect(desk.page.locator(f"#step-{new}")).to_be_attached()


def away_and_back(desk: Desk) -> None:
    desk.page.goto(desk.address.rsplit("/", 1)[0])
    desk.page.go_back()


def stored(desk: Desk) -> list[str]:
    """What the device still keeps."""
    keys: list[str] = desk.page.evaluate("Object.keys(localStorage)")
    return keys


def code_of(who: Trainer) -> str:
    """What the telephone shows now."""
    person = db.session.get_one(Person, who.id)
    code = second_step.code_at(second_step.key_of(person), clock.now())
    db.session.close()
    return code
