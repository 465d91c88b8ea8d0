"""An administrator invites a trainer, who signs up, sets up the second step, and comes in with both."""

from collections.abc import Callable
from uuid import uuid4

import pyotp
import pytest
from playwright.sync_api import BrowserContext, Page, expect
from sqlalchemy import select

from quizapp import clock
from quizapp.accounts import second_step, sessions
from quizapp.accounts.models import Person
from quizapp.db import db
from tests.cast import PASSWORD, an_administrator
from tests.journeys.looks import amiss, languages, large_text
from tests.journeys.player import Player
from tests.journeys.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.server]
Devices = Callable[..., BrowserContext]
HALF_A_MINUTE = 30


def test_a_trainer_from_the_invitation_to_both_steps(site: Site, device: Devices) -> None:
    office = administrators(site, device)
    link = invites(office, f"{site.address}/mk/staff/office/invitations")
    page = device().new_page()
    troubles = Player(page).troubles
    email = signs_up(page, link)
    signs_in(page, email)
    key = sets_up(page)
    page.goto(f"{site.address}/mk/staff/account")
    expect(page.locator("#codes-left")).to_have_attribute("data-left", str(second_step.RECOVERY_CODES))
    page.click("nav form button[type=submit]")
    signs_in(page, email)
    # The code of setting up is used; the one that comes next is taken already.
    page.fill("#code", pyotp.TOTP(key).at(int(clock.now().timestamp()) + HALF_A_MINUTE))
    page.press("#code", "Enter")
    expect(page.locator("nav form button[type=submit]")).to_be_visible()
    assert troubles == []
    locks_out(office, email, site)
    page.goto(f"{site.address}/mk/staff/account")
    expect(page.locator("#sign-in")).to_be_visible()


@pytest.mark.parametrize(("language", "colours"), [("mk", "light"), ("sq", "dark"), ("en", "light")])
def test_pages_of_the_office_and_of_the_second_step(
    site: Site, device: Devices, language: str, colours: str
) -> None:
    start = f"{site.address}/{language}/staff"
    office = administrators(site, device, colours)
    number = db.session.scalars(select(Person.id)).first()
    db.session.close()
    found = []
    for path in ("", "invitations", f"people/{number}", "trail", "trail?deed=withdrawn&subject=person:0"):
        office.goto(f"{start}/office/{path}")
        found += [*amiss(office), *large_text(office)]
    office.goto(f"{start}/office/invitations")
    office.click("#invite button[type=submit]")
    expect(office.locator("#school-error")).to_be_visible()
    found += amiss(office)
    link = invites(office, f"{start}/office/invitations")
    page = device(color_scheme=colours).new_page()
    page.goto(link)
    found += [*amiss(page), *languages(page, language)]
    email = signs_up(page, link)
    signs_in(page, email)
    found += [*amiss(page), *languages(page, language), *large_text(page)]
    page.fill("#code", "1")
    page.press("#code", "Enter")
    expect(page.locator("#code-error")).to_be_visible()
    found += amiss(page)
    page.fill("#code", pyotp.TOTP(page.locator("#key").inner_text().replace(" ", "")).now())
    page.press("#code", "Enter")
    expect(page.locator("#recovery-codes")).to_be_visible()
    found += [*amiss(page), *languages(page, language), *large_text(page)]
    page.goto(f"{start}/account")
    found += [*amiss(page), *large_text(page)]
    page.click("nav form button[type=submit]")
    signs_in(page, email)
    found += [*amiss(page), *languages(page, language), *large_text(page)]
    assert "\n".join(found) == ""


def administrators(site: Site, device: Devices, colours: str = "light") -> Page:
    person = an_administrator(f"{uuid4().hex}@example.org")
    token = sessions.start(person)
    db.session.commit()
    context = device(color_scheme=colours)
    context.add_cookies([{"name": "staff", "value": token, "url": site.address}])
    return context.new_page()


def invites(page: Page, address: str) -> str:
    page.goto(address)
    page.fill("#school", "1")
    page.fill("#municipality", "1")
    page.check("input[name=role][value=trainer]")
    page.click("#invite button[type=submit]")
    page.click("#copy")
    expect(page.locator("#copied")).not_to_be_empty()
    link = page.input_value("#link")
    page.click("main p > a.button")
    expect(page.locator("#invitations [data-role=trainer]").first).to_be_visible()
    return link


def signs_up(page: Page, link: str) -> str:
    email = f"{uuid4().hex}@example.org"
    page.goto(link)
    page.fill("#name", "1")
    page.fill("#email", email)
    page.fill("#new_password", PASSWORD)
    page.check("input[name=languages][value=sq]")
    page.click("#sign-up button[type=submit]")
    expect(page.locator("#sign-in")).to_be_visible()
    return email


def signs_in(page: Page, email: str) -> None:
    page.fill("#email", email)
    page.fill("#password", PASSWORD)
    page.click("#sign-in button[type=submit]")
    expect(page.locator("#code")).to_be_visible()


def sets_up(page: Page) -> str:
    """Read the key, as somebody whose telephone has no camera would."""
    key = page.locator("#key").inner_text().replace(" ", "")
    page.fill("#code", pyotp.TOTP(key).now())
    page.press("#code", "Enter")
    expect(page.locator("#recovery-codes li")).to_have_count(second_step.RECOVERY_CODES)
    page.click("#go-on")
    expect(page.locator("#recovery-codes")).to_have_count(0)
    return key


def locks_out(page: Page, email: str, site: Site) -> None:
    person = db.session.scalars(select(Person).where(Person.email == email)).one()
    number = person.id
    db.session.close()
    page.goto(f"{site.address}/mk/staff/office/people/{number}")
    page.click("#lock-out")
    expect(page.locator("#person")).to_have_attribute("data-state", "locked_out")
    page.goto(f"{site.address}/mk/staff/office/trail?subject=person:{number}")
    expect(page.locator("#trail [data-deed=locked_out]")).to_have_count(1)
