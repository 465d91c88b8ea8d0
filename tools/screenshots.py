"""Pictures of every page, on a phone and on a desk, in the folder screenshots/ (git-ignored).

They show the demonstration school as `make run` makes it, in a data folder of its own.
"""

import re
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from playwright.sync_api import BrowserContext, Page
from shown import ROOT, Shown, shown

from tests.journeys.player import visitor

FOLDER = ROOT / "screenshots"
SIZES = {"phone": (360, 740), "desk": (1280, 800)}
LESSONS = ("a4", "b2", "c1")
EVERYBODYS = ("", "about", "help", "exit-page", "credits", "staff/sign-in", "no-such-page")
PARTS_OF_A_CLASS = (
    "",
    "/pupils",
    "/participation",
    "/projector",
    "/list",
    "/poster",
    "/edit",
    "/adult",
    "/assignments",
)
# Of the lesson that Mira is writing.
PARTS_OF_A_DRAFT = ("", "/preview", "/review", "/words", "/history", "/exchange", "/handout?words=sq")
DESK = ("", "/new", "/import", "/pictures", "/pictures/new", "/reviews", "/help", "/lessons/a4/withdraw")
OFFICE = ("", "/invitations", "/helplines", "/helplines/new", "/helplines/police/change", "/trail")


def main() -> None:
    """Serve, and take every picture."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    with shown() as site:
        for size in SIZES:
            for language in ("mk", "sq"):
                take(site, size, language)


def take(site: Shown, size: str, language: str) -> None:
    """All pages in one size and language."""
    width, height = SIZES[size]
    looks = {"viewport": {"width": width, "height": height}}
    address, folder = f"{site.address}/{language}", FOLDER / size / language
    with site.context(**looks) as context:
        page = context.new_page()
        for name, path in (*everybodys(), *pupils(page, address, site.log)):
            picture(page, f"{address}/{path}", folder / f"{name}.png")
        play(context, address, folder)
        for name, path in teachers(page, address, site):
            picture(page, f"{address}/{path}", folder / f"staff-{name}.png")
    with site.context(**looks) as context:
        page = context.new_page()
        site.give_password(page, language, "mira")
        page.screenshot(path=folder / "staff-second-step.png", full_page=True)
    for person, paths in trainers():
        with site.context(person, **looks) as context:
            page = context.new_page()
            for path in paths:
                name = re.sub(r"\W+", "-", path)
                picture(page, f"{address}/staff/{path}", folder / f"{person}-{name}.png")
    print(f"{size} {language}", flush=True)


def everybodys() -> Iterator[tuple[str, str]]:
    """Pages that need no code."""
    for path in EVERYBODYS:
        yield path.replace("/", "-") or "home", path


def play(context: BrowserContext, address: str, folder: Path) -> None:
    """Every step of every lesson on one way through it, before anything is answered."""
    for lesson in LESSONS:
        player = visitor(context, f"{address}/l/{lesson}/1")
        for number in count(1):
            player.page.screenshot(
                path=folder / f"lesson-{lesson}-{number:02}-{player.step}.png", full_page=True
            )
            if player.kind == "finish":
                break
            player.take_step()
        player.page.close()


def pupils(page: Page, address: str, log: str) -> Iterator[tuple[str, str]]:
    """Coming in by a code."""
    page.goto(f"{address}/")
    page.locator("input[name=code]").first.fill(re.findall(r"\d{4} \d{4}", log)[0])
    page.locator("input[name=code]").first.press("Enter")
    page.wait_for_url("**/join/*")
    ticket = page.url.rpartition("/")[2]
    yield "which-way", f"join/{ticket}"
    yield "join", f"join/{ticket}?first=yes"
    page.goto(f"{address}/join/{ticket}?first=yes")
    name = page.locator("a[href*='?name=']").first.get_attribute("href")
    yield "join-secret", f"join/{ticket}?{str(name).partition('?')[2]}"
    yield "back", f"back/{ticket}"


def trainers() -> Iterator[tuple[str, list[str]]]:
    """What an author, a reviewer and an administrator see, each by the cookies of somebody."""
    drafts = [f"desk/t1{part}" for part in PARTS_OF_A_DRAFT]
    yield "mira", [*(f"desk{part}" for part in DESK), *drafts, "desk?q=tajna", "account"]
    yield "liridon", ["desk/reviews", "desk/t2/review"]
    yield "vesna", [*(f"office{part}" for part in OFFICE), "office/people/1", "account"]


def teachers(page: Page, address: str, site: Shown) -> Iterator[tuple[str, str]]:
    """A teacher's pages; the teacher of the page's language."""
    site.give_password(page, address[-2:], "ana" if address.endswith("mk") else "besa")
    page.wait_for_url("**/classes")
    yield "classes", "staff/classes"
    links = page.locator("a[href*='/staff/classes/']").evaluate_all("links => links.map(a => a.pathname)")
    ids = [found[1] for link in links if (found := re.search(r"/classes/(\d+)$", link))]
    for part in PARTS_OF_A_CLASS:
        yield f"class{part.replace('/', '-')}", f"staff/classes/{ids[0]}{part}"
    link = page.locator("a[href*='/understanding/']").first
    page.goto(f"{address}/staff/classes/{ids[0]}")
    if link.count():
        yield "class-understanding", str(link.get_attribute("href")).removeprefix(f"/{address[-2:]}/")
    for path in ("classes/new", "lessons", *(f"lessons/{one}" for one in LESSONS), "disclosure", "account"):
        yield path.replace("/", "-"), f"staff/{path}"


def picture(page: Page, address: str, file: Path) -> None:
    """One page from top to bottom."""
    page.goto("about:blank")  # another #step of the same page is a new visit
    page.goto(address)
    page.evaluate("document.fonts.ready.then(() => null)")
    page.screenshot(path=file, full_page=True)


if __name__ == "__main__":
    main()
