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
from quizapp.lessons.catalogue import lesson_of
from quizapp.lessons.models import Revision
from quizapp.lessons.rendering import HelpNumber, PageUrls, paragraphs, picture_url, render_lesson

KEPT_PAGES = 128
PageKey = tuple[str, int, str, date]


@dataclass(frozen=True)
class Page:
    """A page ready to send."""

    body: bytes
    gzip: bytes
    br: bytes
    etag: str


class PageShelf:
    """The pages this process has rendered, the least used given up first.

    A revision never changes and a process has one build; a number to call may expire, so a page is good for
    one day.
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
    app.add_template_global(paragraphs)
    app.add_template_global(picture_url)


def kept_page(lesson_id: str, number: int, language: str) -> Page | None:
    """A page rendered before, without asking the database."""
    return _shelf().get((lesson_id, number, language, clock.today()))


def lesson_page(
    revision: Revision, language: str, urls: PageUrls, help_numbers: Sequence[HelpNumber] = ()
) -> Page:
    """The page of a revision with today's numbers, rendered at most once a day in this process."""
    key = (revision.lesson_id, revision.number, language, clock.today())
    page = _shelf().get(key)
    if page is None:
        lesson = lesson_of(revision)
        body = render_lesson(lesson, revision.number, language, urls, help_numbers=help_numbers).encode()
        page = Page(
            body, gzip.compress(body, 9, mtime=0), brotli.compress(body), sha256(body).hexdigest()[:32]
        )
        _shelf().put(key, page)
    return page


def _shelf() -> PageShelf:
    shelf: PageShelf = current_app.extensions["lesson_pages"]
    return shelf
