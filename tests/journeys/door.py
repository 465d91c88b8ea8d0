"""The way into a class, as a child goes it: the code, here before or not, an animal, three pictures."""

from playwright.sync_api import BrowserContext, Page

SECRET = ("moon", "tree", "car")


def front_page(context: BrowserContext, site_address: str, language: str = "mk") -> Page:
    page = context.new_page()
    page.goto(f"{site_address}/{language}/")
    return page


def enter(page: Page, code: str) -> None:
    page.fill("#code", code)
    page.click("#enter")


def go_in_as_new(page: Page, secret: tuple[str, ...] = SECRET) -> None:
    """From the code to wherever the class's lessons begin."""
    choose_an_animal(page)
    pick(page, secret)
    page.click("#go-in")
    page.click("#remembered")


def choose_an_animal(page: Page) -> None:
    page.click("#first-time")
    page.locator("#offers a").first.click()


def pick(page: Page, secret: tuple[str, ...]) -> None:
    """Three pictures in order, in the place of what was chosen before."""
    page.locator("#secret").wait_for()
    page.wait_for_load_state()
    if page.locator("fieldset .pick").first.is_visible():  # without JavaScript
        for row, picture in enumerate(secret, 1):
            page.locator(f"label:has(input[name=secret{row}][value={picture}])").click()
        return
    page.locator("#secret-choose").wait_for()
    while page.locator("[data-slot]:enabled").count():
        page.locator("[data-slot]:enabled").first.click()
    for picture in secret:
        page.click(f"[data-picture={picture}]")
