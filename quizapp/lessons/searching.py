"""Finding lessons by their words: case and accents don't matter, e finds ë, c finds ç, г finds ѓ.

Each lesson has a row for each language with every different word in it once, folded: a third of its text.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import delete, select

from quizapp.db import db
from quizapp.lessons.models import Searchable

Source = Literal["published", "draft"]
MOST_WORDS = 8  # of a question; who types more has pasted something else
WORD = re.compile(r"\w+")
AROUND = 60  # characters shown on each side of what was found


@dataclass(frozen=True)
class Found:
    """A lesson in which every word was found."""

    source: str
    lesson_id: str
    language: str


@dataclass(frozen=True)
class Place:
    """Where a word stands in a lesson, with what is around it."""

    key: str
    before: str
    word: str
    after: str


def fold(text: str) -> str:
    """The same text for whoever types without accents; as long as the text itself."""
    return text.translate(_PLAIN)


def note(source: Source, lesson_id: str, texts: Mapping[str, Mapping[str, str]]) -> None:
    """Let a lesson be found by what it says now: language -> key -> text."""
    same = (Searchable.source == source, Searchable.lesson_id == lesson_id)
    db.session.execute(delete(Searchable).where(*same))
    for language, said in texts.items():
        words = sorted({word for text in said.values() for word in WORD.findall(fold(text))})
        db.session.add(
            Searchable(source=source, lesson_id=lesson_id, language=language, words=f" {' '.join(words)}")
        )


def words_of(question: str) -> list[str]:
    """What somebody looks for, as it is compared."""
    folded = fold(unicodedata.normalize("NFC", question))
    return list(dict.fromkeys(WORD.findall(folded)))[:MOST_WORDS]


def find(words: Sequence[str]) -> list[Found]:
    """The lessons with all words in one language, published or in the making; parts of words count."""
    wanted = [Searchable.words.contains(word, autoescape=True) for word in words]
    query = select(Searchable.source, Searchable.lesson_id, Searchable.language).where(*wanted)
    return [Found(*row) for row in db.session.execute(query.order_by(Searchable.lesson_id))] if words else []


def place_of(words: Sequence[str], texts: Mapping[str, str]) -> Place | None:
    """The first text with the most of the words, and where the first of them stands in it."""
    folded = {key: fold(text) for key, text in texts.items()}
    best = max(folded, key=lambda key: sum(word in folded[key] for word in words), default=None)
    if best is None:
        return None
    starts = {folded[best].find(word): word for word in reversed(words)}
    at = min((start for start in starts if start >= 0), default=None)
    return None if at is None else _cut(best, texts[best], at, at + len(starts[at]))


def _cut(key: str, text: str, start: int, end: int) -> Place:
    left = _whole_words(text[max(0, start - AROUND) : start], cut=start > AROUND, at_start=True)
    right = _whole_words(text[end : end + AROUND], cut=end + AROUND < len(text), at_start=False)
    return Place(key, left, text[start:end], right)


def _whole_words(part: str, *, cut: bool, at_start: bool) -> str:
    if not cut:
        return part
    if at_start:
        return f"… {part.partition(' ')[2]}" if " " in part else f"…{part}"
    return f"{part.rpartition(' ')[0]} …" if " " in part else f"{part}…"


class _Plain(dict[int, str]):
    """Each sign without case and accent, found out once: texts are folded while people write."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        lower = unicodedata.normalize("NFD", sign)[0].lower()
        self[code] = lower if len(lower) == 1 else sign
        return self[code]


_PLAIN = _Plain()
