"""Does a text say what no lesson may say?"""

import re
from collections.abc import Iterator

from quizapp.lessons.checks.letters import Finding

# Six digits or more, however they are grouped; or the short numbers everybody knows.
PHONE = re.compile(r"\+?\d(?:[ /.\-–]{0,2}\d){5,}|(?<!\d)(?:112|19[2-5])(?!\d)")
BARE_TRAFIK = re.compile(r"\btrafik(?:u|un|ut|ë|ët)?\b", re.IGNORECASE)
TOO_EARLY = {
    "mk": re.compile(r"трговиј\w*|трговец\w*|трафик\w*", re.IGNORECASE),
    "sq": re.compile(r"trafikim\w*|trafikant\w*", re.IGNORECASE),
}


def findings(text: str, language: str) -> Iterator[Finding]:
    """What no text of any band may contain."""
    if phone := PHONE.search(text):
        yield "phone_number", phone.group()
    if language == "sq" and (word := BARE_TRAFIK.search(text)):
        yield "bare_trafik", word.group()


def too_early(text: str, language: str) -> Iterator[Finding]:
    """A word that grades 1 to 3 never meet."""
    if word := TOO_EARLY[language].search(text):
        yield "word_too_early", word.group()
