"""Every bundled lesson, played to its end in both languages, on a phone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from quizapp.config import PACKAGE
from tests.journeys.player import visitor
from tests.journeys.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.server]
LESSONS = sorted(folder.name for folder in Path(PACKAGE, "content").iterdir() if folder.is_dir())

MISSING_PICTURES = """[...document.images].filter((image) => image.checkVisibility() && image.complete
  && !image.naturalWidth).map((image) => image.src)"""


@pytest.mark.parametrize("language", ["mk", "sq"])
@pytest.mark.parametrize("lesson", LESSONS)
def test_plays_to_its_end(
    site: Site, device: Callable[..., BrowserContext], lesson: str, language: str
) -> None:
    player = visitor(device(), f"{site.address}/{language}/l/{lesson}/1")
    while player.kind != "finish":
        assert player.page.evaluate("document.documentElement.scrollWidth") <= 360, player.step
        assert player.page.evaluate(MISSING_PICTURES) == [], player.step
        player.take_step()
    assert not player.troubles
