"""Pictures of every page, on a phone and on a desk, in the folder screenshots/ (git-ignored).

They show the demonstration school as `make run` makes it, in a data folder of its own.
"""

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.journeys.player import visitor  # noqa: E402
from tests.served import START, free_port, started  # noqa: E402

FOLDER = ROOT / "screenshots"
SIZES = {"phone": (360, 740), "desk": (1280, 800)}
LESSONS = ("a4", "b2", "c1")
EVERYBODYS = ("", "about", "help", "exit-page", "staff/sign-in", "no-such-page")
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


def main() -> None:
    """Serve, and take every picture."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as data, sync_playwright() as playwright:
        port, log = free_port(), Path(data) / "log"
        environment = os.environ | {"QUIZAPP_DATA": data, "PORT": str(port), "HOST": "127.0.0.1"}
        environment.pop("DATABASE_URL", None)
        command = ["/bin/sh", "-c", f'exec "{sys.executable}" -c "{START}" serve --demo > "{log}"']
        with started(command, environment, port):
            browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
            for size in SIZES:
                for language in ("mk", "sq"):
                    take(browser, size, language, f"http://127.0.0.1:{port}", log.read_text())
            browser.close()


def take(browser: Browser, size: str, language: str, address: str, log: str) -> None:
    """All pages in one size and language."""
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    for name, path in (*everybodys(), *pupils(page, f"{address}/{language}", log)):
        picture(page, f"{address}/{language}/{path}", FOLDER / size / language / f"{name}.png")
    play(context, f"{address}/{language}", FOLDER / size / language)
    for name, path in staff(page, f"{address}/{language}", log):
        picture(page, f"{address}/{language}/{path}", FOLDER / size / language / f"staff-{name}.png")
    context.close()
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
    name = page.locator("a[href*='?name=']").first.get_attribute("href")
    yield "join-secret", f"join/{ticket}?{str(name).partition('?')[2]}"
    yield "back", f"back/{ticket}"


def staff(page: Page, address: str, log: str) -> Iterator[tuple[str, str]]:
    """A teacher's pages; the teacher of the page's language."""
    teachers = re.findall(r"Teacher: (\S+)\s+password: (\S+)", log)
    email, password = teachers[0 if address.endswith("mk") else 1]
    page.goto(f"{address}/staff/sign-in")
    page.locator("[name=email]").fill(email)
    page.locator("[name=password]").fill(password)
    page.locator("[name=password]").press("Enter")
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
