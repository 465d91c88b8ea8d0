"""Writing a text in one language, and holding it against the other."""

import unicodedata

from quizapp import clock
from quizapp.accounts.models import Person
from quizapp.authoring import drafts, history
from quizapp.authoring.history import STRETCH
from quizapp.authoring.models import Draft, DraftText
from quizapp.authoring.standing import needs_check as needs_check  # a rule of writing, too
from quizapp.db import db
from quizapp.lessons.shape import LANGUAGES

LONGEST = 4000


class Conflict(Exception):
    """Somebody else has changed this text meanwhile."""

    def __init__(self, theirs: DraftText) -> None:
        super().__init__(theirs.key)
        self.theirs = theirs


class UnknownText(Exception):
    """The draft has no place for this text."""


class TooLong(Exception):
    """More than anybody would read."""


def write(draft: Draft, person: Person, language: str, key: str, text: str, base: int) -> DraftText:
    """Let a text say something else; base: the version that was changed, 0 for none.

    The text that is written follows the other language where it was empty or marked, and both are in step
    then; where it was in step itself, the other one is marked. What a person goes on typing keeps its role.
    The caller calls history.keep once. Raises Conflict, TooLong.
    """
    text = tidy(text)
    row, other = _row(draft, language, key), _row(draft, _other(language), key)
    if row is not None and row.text == text:
        return row
    if row is not None and row.version != base:
        raise Conflict(row)
    follows = _follows(row, other, person)
    if row is not None and row.text and row.changed_by not in (None, person.id):
        history.end_stretch(draft, row.changed_by)
    with db.session.no_autoflush:  # a new row is written once it is whole
        if row is None:
            row = DraftText(lesson_id=draft.lesson_id, key=key, language=language, version=0)
            row.checked_against = 0
            db.session.add(row)
        row.text, row.translates = text, follows
        row.version += 1
        row.changed_by, row.changed_at = person.id, clock.now()
        if follows and other is not None:
            row.checked_against, other.checked_against = other.version, row.version
    drafts.remember_author(draft, person, language)
    return row


def confirm(draft: Draft, person: Person, language: str, key: str) -> None:
    """Somebody has held a marked text against the other language: it still fits. Raises UnknownText."""
    row, other = _row(draft, language, key), _row(draft, _other(language), key)
    if row is None or other is None:
        raise UnknownText
    row.checked_against = other.version
    history.keep(draft, person)


def tidy(text: str) -> str:
    """As it is kept: without spaces at the ends, letters one with their accents. Raises TooLong."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if len(text) > LONGEST:
        raise TooLong
    return text


def _follows(row: DraftText | None, other: DraftText | None, person: Person) -> bool:
    if other is None or not other.text:
        return False
    if row is None or not row.text or needs_check(row, other):
        return True
    typing = row.changed_by == person.id and row.changed_at > clock.now() - STRETCH
    return row.translates and typing and other.changed_at <= row.changed_at


def _row(draft: Draft, language: str, key: str) -> DraftText | None:
    return db.session.get(DraftText, (draft.lesson_id, key, language))


def _other(language: str) -> str:
    return next(one for one in LANGUAGES if one != language)
