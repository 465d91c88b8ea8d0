"""The pictures of the trainers' guide, taken from the app in each language: python tools/guide_pictures.py

They show the demonstration school. Take them again when the desk looks otherwise.
"""

import io
from collections.abc import Iterator

from PIL import Image
from playwright.sync_api import Page
from shown import ROOT, Shown, shown

FOLDER = ROOT / "quizapp" / "static" / "pictures" / "guide"
LANGUAGES = ("mk", "sq", "en")
WIDTH = 820
# As narrow as both languages still stand beside each other: then letters stay large in a column of text.
LOOKS = {"viewport": {"width": WIDTH, "height": 1000}, "device_scale_factor": 1.5, "bypass_csp": True}
MARKED = "[data-step]:has(> .pair [data-mark])"
HEAVIEST = 40_000
# Quality and size, the best first: until a file is light enough.
WAYS = ((80, 1), (60, 1), (70, 0.8), (55, 0.8), (60, 0.67), (45, 0.67))


def main() -> None:
    """All of them, in every language."""
    with shown() as site:
        for language in LANGUAGES:
            with site.context("mira", **LOOKS) as context:
                of_the_author(context.new_page(), site, language)
            with site.context("liridon", **LOOKS) as context:
                page = context.new_page()
                page.goto(f"{site.address}/{language}/staff/desk/t2/review")
                take(page, "#state", language, "review")


def of_the_author(page: Page, site: Shown, language: str) -> None:
    """What whoever writes a lesson sees."""
    page.goto(f"{site.address}/{language}/staff/desk/t1")
    page.add_style_tag(content=".desk-bar { position: static; }")  # else it lies over what is taken
    take(page, "#add", language, "kinds")
    page.locator("#problems details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    take(page, "#problems", language, "checks")
    take(page, MARKED, language, "editor", 700)
    page.goto(f"{site.address}/{language}/staff/desk/t1/preview")
    page.wait_for_load_state("networkidle")
    take(page, ".previews", language, "preview", 660)


def take(page: Page, selector: str, language: str, name: str, highest: int = 2000) -> None:
    """One part of a page, with a little air around it, as a file that a slow line carries."""
    page.evaluate("document.fonts.ready.then(() => null)")
    part = page.locator(selector).first.bounding_box()
    assert part, f"{selector} isn't there"
    clip = {"x": 0, "y": part["y"] - 8, "width": WIDTH, "height": min(part["height"], highest) + 16}
    picture = Image.open(io.BytesIO(page.screenshot(full_page=True, clip=clip))).convert("RGB")
    file = FOLDER / language / f"{name}.webp"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(next(one for one in _lighter_and_lighter(picture) if len(one) < HEAVIEST))
    print(file.relative_to(ROOT), file.stat().st_size, flush=True)


def _lighter_and_lighter(picture: Image.Image) -> Iterator[bytes]:
    for quality, share in WAYS:
        out = io.BytesIO()
        size = (round(picture.width * share), round(picture.height * share))
        picture.resize(size, Image.Resampling.LANCZOS).save(out, "webp", quality=quality, method=6)
        yield out.getvalue()


if __name__ == "__main__":
    main()
