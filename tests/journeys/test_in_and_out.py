"""A trainer takes a lesson out and brings it in again: as a package, a sheet, questions for Moodle."""

import io
import zipfile
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from quizapp.accounts import sessions
from quizapp.authoring import drafts
from quizapp.db import db
from quizapp.lessons import catalogue
from tests.authoring.exchange.test_sheets import edited, row_of
from tests.cast import a_trainer
from tests.journeys.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.server]
Devices = Callable[..., BrowserContext]


def test_out_and_in_again(site: Site, device: Devices) -> None:
    trainer = a_trainer("ways@example.org")
    lesson_id = drafts.adapt(trainer, catalogue.newest("a4") or catalogue.import_bundled()[0]).lesson_id
    token = sessions.start(trainer)
    db.session.commit()
    context = device()
    context.add_cookies([{"name": "staff", "value": token, "url": site.address}])
    page, desk = context.new_page(), f"{site.address}/mk/staff/desk"

    package = context.request.get(f"{desk}/{lesson_id}/package.zip").body()
    page.goto(f"{desk}/import")
    bring(page, package)
    page.click("#take")
    expect(page.locator("#texts")).to_be_visible()
    copy_id = page.url.split("/")[-2]
    again = context.request.get(f"{desk}/{copy_id}/package.zip").body()
    assert texts_in(again) == texts_in(package)

    def translate(rows: list[list[str]]) -> None:
        row_of(rows, "title")[3] = "Titull i ri"

    page.goto(f"{desk}/{copy_id}/exchange")
    sheet = context.request.get(f"{desk}/{copy_id}/texts.xlsx").body()
    bring(page, edited(sheet, translate))
    expect(page.locator("tr[data-key]")).to_have_count(1)
    expect(page.locator("tr[data-key=title] ins")).to_have_text("Titull i ri")
    page.click("#take")

    questions = context.request.get(f"{desk}/{lesson_id}/questions.gift?words=mk").body()
    bring(page, questions)
    expect(page.locator("#questions > li")).not_to_have_count(0)
    count = page.locator("#questions > li").count()
    page.click("#take")
    expect(page.locator("#texts")).to_be_visible()
    db.session.rollback()
    copy = drafts.draft_for(copy_id)
    assert drafts.texts_of(copy)["sq"]["title"].text == "Titull i ri"
    before, after = (len(drafts.structure_of(drafts.draft_for(one)).steps) for one in (lesson_id, copy_id))
    assert after == before + count


def texts_in(package: bytes) -> list[bytes]:
    """What a package says, in both languages."""
    with zipfile.ZipFile(io.BytesIO(package)) as inside:
        return [inside.read(f"{language}.toml") for language in ("mk", "sq")]


def bring(page: Page, data: bytes) -> None:
    """Choose a file without a mouse's help, and look at what it would change."""
    page.set_input_files("input[type=file]", {"name": "file", "mimeType": "text/plain", "buffer": data})
    page.locator("form[enctype] button[type=submit]").press("Enter")
    expect(page.locator("#take")).to_be_visible()
