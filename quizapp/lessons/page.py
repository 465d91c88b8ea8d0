"""The lesson page: rendered and compressed once, then the same bytes for everyone."""

import gzip
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from threading import Lock

import brotli
from flask import Flask, current_app

from quizapp import clock
from quizapp.lessons import news
from quizapp.lessons.catalogue import lesson_of
from quizapp.lessons.models import Revision
from quizapp.lessons.rendering import (
    HelpNumber,
    PageUrls,
    has_long_word,
    paragraphs,
    picture_url,
    render_lesson,
)

KEPT_PAGES = 128
PageKey = tuple[str, int, str, date, int]  # lesson, revision, language, day, news


@dataclass(frozen=True)
class Page:
    """A page ready to send."""

    body: bytes
    gzip: bytes
    br: bytes
    etag: str


class PageShelf:
    """The pages this process has rendered, the least used given up first.

    A revision never changes and a process has one build. But a number to call may expire, so a page is good
    for one day, and after news another one takes its place.
    """

    def __init__(self, size: int = KEPT_PAGES) -> None:
        self._size = size
        self._pages: OrderedDict[PageKey, Page] = OrderedDict()
        self._lock = Lock()

    def get(self, key: PageKey) -> Page | None:
        with self._lock:
            page = self._pages.get(key)
            if page:
                self._pages.move_to_end(key)
            return page

    def put(self, key: PageKey, page: Page) -> None:
        with self._lock:
            self._pages[key] = page
            while len(self._pages) > self._size:
                self._pages.popitem(last=False)


def init_page(app: Flask) -> None:
    """Give the app its shelf of pages, and templates what lesson templates need."""
    app.extensions["lesson_pages"] = PageShelf()
    app.add_template_global(has_long_word)
    app.add_template_global(paragraphs)
    app.add_template_global(picture_url)


def page_key(lesson_id: str, number: int, language: str) -> PageKey:
    """What a page is kept by. Made before anything is read for the page: no later news may be in the key."""
    return lesson_id, number, language, clock.today(), news.latest().number


def kept_page(key: PageKey) -> Page | None:
    """A page rendered before, without asking the database."""
    return _shelf().get(key)


def lesson_page(
    key: PageKey, revision: Revision, urls: PageUrls, help_numbers: Sequence[HelpNumber] = ()
) -> Page:
    """The page of a revision with today's numbers, rendered once for a key in this process."""
    page = _shelf().get(key)
    if page is None:
        language = key[2]
        body = render_lesson(
            lesson_of(revision), revision.number, language, urls, help_numbers=help_numbers
        ).encode()
        page = Page(
            body, gzip.compress(body, 9, mtime=0), brotli.compress(body), sha256(body).hexdigest()[:32]
        )
        _shelf().put(key, page)
    return page


def _shelf() -> PageShelf:
    shelf: PageShelf = current_app.extensions["lesson_pages"]
    return shelf
