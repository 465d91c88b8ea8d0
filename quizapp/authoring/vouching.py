"""Words that a lesson needs and no dictionary has: vouched for with a reason, or put right in the text."""

import re
import unicodedata
from collections.abc import Sequence

from sqlalchemy import delete, select

from quizapp import clock
from quizapp.accounts.models import Person
from quizapp.authoring import history, writing
from quizapp.authoring.models import Draft, DraftText, KnownWord
from quizapp.db import db
from quizapp.lessons.checks.letters import WORD

LONGEST = 60  # letters of a word


class NoWord(Exception):
    """Not one single word."""


class NotInText(Exception):
    """The word doesn't stand in this text any more."""


def vouch(draft: Draft, person: Person, language: str, word: str, reason: str) -> None:
    """This word is right in this lesson; the last reason counts. Raises NoWord."""
    known = KnownWord(lesson_id=draft.lesson_id, language=language, word=one_word(word), reason=reason)
    known.person_id, known.at = person.id, clock.now()
    db.session.merge(known)


def take_back(draft: Draft, language: str, word: str) -> None:
    """Nobody vouches for the word any more."""
    mine = (
        KnownWord.lesson_id == draft.lesson_id,
        KnownWord.language == language,
        KnownWord.word == word,
    )
    db.session.execute(delete(KnownWord).where(*mine))


def vouched(draft: Draft) -> Sequence[tuple[KnownWord, str]]:
    """The words of a lesson, each with the name of who vouches for it (empty where they are gone)."""
    mine = (
        select(KnownWord, Person.name)
        .outerjoin(Person, Person.id == KnownWord.person_id)
        .where(KnownWord.lesson_id == draft.lesson_id)
        .order_by(KnownWord.language, KnownWord.word)
    )
    return [(known, name or "") for known, name in db.session.execute(mine)]


def put_right(
    draft: Draft, person: Person, language: str, key: str, word: str, instead: str, base: int
) -> None:
    """Another word in its place wherever it stands in one text; base: the version that was read.

    Raises NotInText, writing.Conflict, writing.TooLong.
    """
    row = db.session.get(DraftText, (draft.lesson_id, key, language))
    if row is None or not (stands := _standing(word)).search(row.text):
        raise NotInText
    writing.write(draft, person, language, key, stands.sub(lambda _found: instead, row.text), base)
    history.keep(draft, person)


def parts_around(text: str, word: str) -> tuple[str, str, str] | None:
    """What stands before a word, the word, and what stands after it, where it comes first."""
    found = _standing(word).search(text)
    return (text[: found.start()], found.group(), text[found.end() :]) if found else None


def one_word(word: str) -> str:
    """As the check of spelling finds it in a text. Raises NoWord."""
    word = unicodedata.normalize("NFC", word).strip()
    if not WORD.fullmatch(word) or len(word) > LONGEST:
        raise NoWord
    return word


def _standing(word: str) -> re.Pattern[str]:
    """The word by itself, not as a part of a longer one."""
    letter = r"[^\W\d_]"
    return re.compile(rf"(?<!{letter}){re.escape(word)}(?!{letter})")
