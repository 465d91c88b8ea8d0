"""Whatever a trainer writes is saved, or kept until it can be: no network, side by side, signed out."""

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


@pytest.fixture
def vesna(site: Site) -> Trainer:
    return trainer()


@pytest.fixture
def sit_down(site: Site, device: Devices) -> Callable[[Trainer, Draft], Desk]:
    """A trainer sits down at a computer of their own with a draft."""

    def sit(who: Trainer, draft: Draft) -> Desk:
        context = device(viewport=WIDE)
        who.sign_in(context, site.address)
        # What colleagues write comes when a journey asks for it, and not whenever the machine is slow.
        context.route(NEWS, lambda route: route.fulfill(status=204))
        return at_desk(context, site.address, draft)

    return sit


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


def test_what_is_kept_waits_for_its_writer(site: Site, vesna: Trainer, sit_down: SitDown) -> None:
    draft, arben = vesna.draft(), trainer()
    desk = sit_down(vesna, draft)
    context = desk.page.context
    context.set_offline(True)
    desk.write(TITLE, "На Весна")
    desk.page.close()
    context.set_offline(False)

    arben.sign_in(context, site.address)
    other = at_desk(context, site.address, draft)
    expect(other.field(TITLE)).to_have_value("Нова")
    assert draft.text(TITLE) == "Нова"
    other.page.close()

    vesna.sign_in(context, site.address)
    own = at_desk(context, site.address, draft)
    expect(own.field(TITLE)).to_have_value("На Весна")
    assert draft.text(TITLE) == "На Весна"


def test_somebody_else_who_signs_in_saves_nothing_of_an_open_page(
    site: Site, vesna: Trainer, sit_down: SitDown
) -> None:
    draft, arben = vesna.draft(), trainer()
    desk = sit_down(vesna, draft)
    arben.sign_in(desk.page.context, site.address)
    desk.write(TITLE, "На Весна")
    desk.expect("signedOut")
    assert draft.text(TITLE) == "Нова"
    vesna.sign_in(desk.page.context, site.address)
    desk.expect()
    assert draft.text(TITLE) == "На Весна"


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


def test_two_trainers_in_different_fields(vesna: Trainer, sit_down: SitDown) -> None:
    draft, arben = vesna.draft(), trainer()
    hers, his = sit_down(vesna, draft), sit_down(arben, draft)
    hers.write(TITLE, "Весна")
    his.write(SUMMARY, "Арбен")
    hers.expect()
    his.expect()
    assert (draft.text(TITLE), draft.text(SUMMARY)) == ("Весна", "Арбен")
    hers.load()
    expect(hers.field(SUMMARY)).to_have_value("Арбен")
    his.press("save")
    expect(his.field(TITLE)).to_have_value("Весна")


def test_what_a_colleague_writes_appears_where_nobody_writes(vesna: Trainer, sit_down: SitDown) -> None:
    draft, arben = vesna.draft(), trainer()
    hers, his = sit_down(vesna, draft), sit_down(arben, draft)
    hers.write(TITLE, "Весна")
    hers.field(SUMMARY).click()
    hers.expect()
    his.write(TITULL, "Arben")
    his.expect()
    his.page.context.unroute(NEWS)
    his.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(his.field(TITLE)).to_have_value("Весна")
    expect(his.field(TITULL)).to_have_value("Arben")
    his.write(TITLE, "Двајцата")
    his.expect()
    assert draft.text(TITLE) == "Двајцата"


def test_two_trainers_in_the_same_field_are_asked(site: Site, vesna: Trainer, sit_down: SitDown) -> None:
    draft, arben = vesna.draft(), trainer()
    hers, his = sit_down(vesna, draft), sit_down(arben, draft)
    hers.write(TITLE, "На Весна")
    hers.expect()
    his.write(TITLE, "На Арбен")
    his.expect("both")
    his.write(SUMMARY, "Друго")
    his.page.wait_for_timeout(1500)
    his.expect("both")
    assert (draft.text(TITLE), draft.text(SUMMARY)) == ("На Весна", "Друго")

    context = his.page.context
    his.page.close()
    his = at_desk_met(context, his.address)
    expect(his.field(TITLE)).to_have_value("На Арбен")
    show_both(his)
    met = his.page.locator(f'[data-met="{TITLE}"]')
    expect(met).to_contain_text("На Весна")
    expect(his.field(TITLE)).to_have_value("На Арбен")
    assert draft.text(TITLE) == "На Весна"

    his.page.close()
    his = at_desk_met(context, his.address)
    expect(his.field(TITLE)).to_have_value("На Арбен")
    assert draft.text(TITLE) == "На Весна", "nobody has chosen yet"
    show_both(his)
    his.press("save")
    his.expect()
    expect(his.page.locator("[data-met]")).to_have_count(0)
    assert draft.text(TITLE) == "На Арбен"
    assert stored(his) == []


def test_the_other_version_can_be_taken(vesna: Trainer, sit_down: SitDown) -> None:
    draft, arben = vesna.draft(), trainer()
    hers, his = sit_down(vesna, draft), sit_down(arben, draft)
    hers.write(TITLE, "На Весна")
    hers.expect()
    his.write(TITLE, "На Арбен")
    his.expect("both")
    show_both(his)
    his.page.check(f'input[name="c.{TITLE}"][value=theirs]')
    his.press("save")
    his.expect()
    expect(his.field(TITLE)).to_have_value("На Весна")
    assert draft.text(TITLE) == "На Весна"
    assert stored(his) == []


def test_two_trainers_choose_another_right_answer(vesna: Trainer, sit_down: SitDown) -> None:
    draft, arben = vesna.draft(whole=True), trainer()
    hers, his = sit_down(vesna, draft), sit_down(arben, draft)
    hers.page.check('input[name="s.q_single.right"][value=stone]')
    hers.expect()
    his.page.check('input[name="s.q_single.mode"][value=practice]')
    his.expect("both")
    assert draft.right("q_single") == "stone"
    show_both(his)
    expect(his.page.locator('[data-met="s.q_single"]')).to_be_visible()
    expect(his.page.locator('input[name="s.q_single.right"][value=ball]')).to_be_checked()
    expect(his.page.locator('input[name="s.q_single.mode"][value=practice]')).to_be_checked()
    his.press("save")
    his.expect()
    assert draft.right("q_single") == "ball"
    assert stored(his) == []


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


def test_two_tabs_of_one_person(site: Site, vesna: Trainer, sit_down: SitDown) -> None:
    draft = vesna.draft()
    first = sit_down(vesna, draft)
    second = at_desk(first.page.context, site.address, draft)
    first.write(TITLE, "Прва")
    first.expect()
    second.write(SUMMARY, "Втора")
    second.expect()
    assert (draft.text(TITLE), draft.text(SUMMARY)) == ("Прва", "Втора")
    second.write(TITLE, "Спротивно")
    second.expect("both")
    assert draft.text(TITLE) == "Прва"


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


def test_a_text_whose_place_was_taken_out_is_shown(vesna: Trainer, sit_down: SitDown) -> None:
    draft, arben = vesna.draft(whole=True), trainer()
    hers = sit_down(vesna, draft)
    hers.press("item_add:q_single:choices")
    name = hers.page.locator(":focus").get_attribute("name") or ""
    his = sit_down(arben, draft)
    his.press(f"item_remove:q_single:choices:{name.split('.')[5]}")
    hers.write(name, "Еден збор")
    hers.expect("homeless")
    with hers.page.expect_navigation():
        hers.page.click('button[data-when~="homeless"]')
    expect(hers.page.locator("[role=alert] blockquote")).to_have_text("Еден збор")


def show_both(desk: Desk) -> None:
    """What the status offers when two people met."""
    with desk.page.expect_navigation():
        desk.page.click('button[data-when="both"]')
    desk.expect("choose")
    expect(desk.page.locator('button[data-when="both"]')).to_be_hidden()


def at_desk_met(context: BrowserContext, address: str) -> Desk:
    """The editor, when the device still keeps what met somebody else's change."""
    desk = Desk(context.new_page(), address, [])
    desk.page.goto(address)
    desk.expect("both")
    return desk


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
