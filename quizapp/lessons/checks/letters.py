"""Is a text written with the right characters of its language?"""

import re
import unicodedata
from collections.abc import Iterator

# Code and what to show of the text.
Finding = tuple[str, str]

WORD = re.compile(r"[^\W\d_]+")
QUOTES = {"mk": ("„", "“"), "sq": ("“", "”")}
ANY_QUOTE = re.compile("[\"„“”«»‹›']")


def findings(text: str, language: str) -> Iterator[Finding]:
    """Everything wrong with the characters of one text."""
    yield from _control(text)
    if unicodedata.normalize("NFC", text) != text:
        yield "not_nfc", text[:30]
    # Normalised first: a letter and its accent apart are one letter in the wrong form, told above.
    yield from _scripts(unicodedata.normalize("NFC", text), language)
    yield from _quotes(text, language)


def _control(text: str) -> Iterator[Finding]:
    odd = [char for char in text if unicodedata.category(char) in ("Cc", "Cf", "Co", "Cs") and char != "\n"]
    if odd:
        yield "control_character", f"U+{ord(odd[0]):04X}"


def _scripts(text: str, language: str) -> Iterator[Finding]:
    for word in WORD.findall(text):
        scripts = {_script(letter) for letter in word}
        mixed = len(scripts) > 1
        # A single Latin letter in Macedonian is a slip of the keyboard: “a”, “e”, “o” look just like ours.
        slip = language == "mk" and len(word) == 1 and word.islower() and scripts == {"LATIN"}
        if mixed or slip or (language == "sq" and "CYRILLIC" in scripts):
            yield "mixed_script", word


def _script(letter: str) -> str:
    return unicodedata.name(letter, "?").split()[0]


def _quotes(text: str, language: str) -> Iterator[Finding]:
    """Quotation marks that aren't this language's, or don't come in pairs."""
    pair = QUOTES[language]
    marks = ANY_QUOTE.findall(text)
    wrong = [mark for mark in marks if mark not in pair]
    if wrong:
        yield "wrong_quotes", wrong[0]
    elif any(mark != pair[at % 2] for at, mark in enumerate(marks)) or len(marks) % 2:
        yield "unpaired_quotes", text[:30]
