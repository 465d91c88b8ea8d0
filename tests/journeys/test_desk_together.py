"""Several at one lesson: they merge, or are asked, and nobody saves for anybody else."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.journeys.desk import Desk, Draft, Trainer, at_desk, trainer
from tests.journeys.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.server]
Devices = Callable[..., BrowserContext]
TITLE, TITULL = "t.mk.title", "t.sq.title"
SUMMARY = "t.mk.summary"
NEWS = "**/news?*"
WIDE = {"width": 1280, "height": 800}
SitDown = Callable[[Trainer, Draft], Desk]


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


def stored(desk: Desk) -> list[str]:
    """What the device still keeps."""
    keys: list[str] = desk.page.evaluate("Object.keys(localStorage)")
    return keys
