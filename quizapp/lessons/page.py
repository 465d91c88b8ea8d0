"""The lesson page: rendered and compressed once, then the same bytes for everyone."""

import gzip
from collections import OrderedDict
from dataclasses import dataclass
from hashlib import sha256
from threading import Lock

import brotli
from flask import Flask, current_app

from quizapp.lessons.catalogue import lesson_of
from quizapp.lessons.models import Revision
from quizapp.lessons.pictures import static_path
from quizapp.lessons.rendering import PageUrls, paragraphs, render_lesson

KEPT_PAGES = 128


@dataclass(frozen=True)
class Page:
    """A page ready to send."""

    body: bytes
    gzip: bytes
    br: bytes
    etag: str


class PageShelf:
    """The pages this process has rendered, the least used given up first.

    A revision never changes and a process has one build, so nothing here goes stale.
    """

    def __init__(self, size: int = KEPT_PAGES) -> None:
        self._size = size
        self._pages: OrderedDict[tuple[str, int, str], Page] = OrderedDict()
        self._lock = Lock()

    def get(self, lesson_id: str, number: int, language: str) -> Page | None:
        with self._lock:
            page = self._pages.get((lesson_id, number, language))
            if page:
                self._pages.move_to_end((lesson_id, number, language))
            return page

    def put(self, lesson_id: str, number: int, language: str, page: Page) -> None:
        with self._lock:
            self._pages[lesson_id, number, language] = page
            while len(self._pages) > self._size:
                self._pages.popitem(last=False)


def init_page(app: Flask) -> None:
    """Give the app its shelf of pages, and templates what lesson templates need."""
    app.extensions["lesson_pages"] = PageShelf()
    app.add_template_global(paragraphs)
    app.add_template_global(static_path, "picture_path")


def kept_page(lesson_id: str, number: int, language: str) -> Page | None:
    """A page rendered before, without asking the database."""
    return _shelf().get(lesson_id, number, language)


def lesson_page(revision: Revision, language: str, urls: PageUrls) -> Page:
    """The page of a revision, rendered at most once in this process."""
    page = kept_page(revision.lesson_id, revision.number, language)
    if page is None:
        body = render_lesson(lesson_of(revision), revision.number, language, urls).encode()
        page = Page(
            body, gzip.compress(body, 9, mtime=0), brotli.compress(body), sha256(body).hexdigest()[:32]
        )
        _shelf().put(revision.lesson_id, revision.number, language, page)
    return page


def _shelf() -> PageShelf:
    shelf: PageShelf = current_app.extensions["lesson_pages"]
    return shelf
