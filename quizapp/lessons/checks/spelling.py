"""Is every word spelt as the dictionary of its language has it?"""

import re
import sys
import unicodedata
from collections.abc import Collection
from functools import cache
from threading import Lock

from hunspell import Hunspell

from quizapp.config import PACKAGE
from quizapp.lessons.checks.letters import WORD
from quizapp.lessons.checks.terms import known_words

DICTIONARIES = PACKAGE / "lessons" / "dictionaries"
SUGGESTIONS = 5
# No word of a lesson is longer, and looking for what is near a longer one takes long.
LONGEST_WORD = 40
# Each begins only where nothing of its kind stands before: from every letter on, it would take seconds.
NO_WORDS = re.compile(
    r"(?:https?://|www\.)\S+|(?<!\S)\S+@\S+"
    r"|(?<!\w\.)\b\w+(?:\.\w+)*\.(?:mk|com|org|al|eu|net)\b|\b\w*\d\w*"
)
ALPHABETS = {"mk": "CYRILLIC", "sq": "LATIN"}
_loading = Lock()


def misspelt(text: str, language: str, known: Collection[str] = ()) -> list[str]:
    """The words nobody knows, each once, as they stand in the text; known: words taken as right."""
    written = NO_WORDS.sub(" ", unicodedata.normalize("NFC", text))
    right = {word.casefold() for word in known}
    return [
        word
        for word in dict.fromkeys(WORD.findall(written))
        if _is_to_be_checked(word, language)
        and word.casefold() not in right
        and not _is_right(word, language)
    ]


def suggest(word: str, language: str) -> list[str]:
    """Up to five words that may have been meant. Takes up to a fifth of a second: ask only on request."""
    if len(word) > LONGEST_WORD:
        return []
    try:
        return list(_dictionary(language).suggest(word))[:SUGGESTIONS]
    except UnicodeEncodeError:
        return []


def _is_to_be_checked(word: str, language: str) -> bool:
    """Not single letters, abbreviations, nor what is in the other alphabet: letters.py tells slips."""
    if len(word) < 2 or (word.isupper() and len(word) < 6):
        return False
    return unicodedata.name(word[0], "").startswith(ALPHABETS[language])


def _is_right(word: str, language: str) -> bool:
    if word.casefold() in known_words(language):
        return True
    try:
        return bool(_dictionary(language).spell(word))
    except UnicodeEncodeError:  # a letter that this dictionary's encoding doesn't even have
        return False


def _dictionary(language: str) -> Hunspell:
    with _loading:
        return _loaded(language)


@cache
def _loaded(language: str) -> Hunspell:
    """Some 30 MB for both, from the first text that is checked on."""
    folder = DICTIONARIES / language
    # Its own guess at the encoding of paths is the locale's, which is ASCII under many a server.
    return Hunspell(language, hunspell_data_dir=str(folder), system_encoding=sys.getfilesystemencoding())
