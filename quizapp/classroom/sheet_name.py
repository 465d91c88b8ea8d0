"""What a downloaded file is called: plain letters, which every system and every mail program takes."""

import re
import unicodedata
from datetime import date

from quizapp.accounts.models import SchoolClass

LATIN = dict(zip("абвгдезијклмнопрстуфхц", "abvgdezijklmnoprstufhc", strict=True)) | {
    "ѓ": "gj",
    "ж": "zh",
    "ѕ": "dz",
    "љ": "lj",
    "њ": "nj",
    "ќ": "kj",
    "ч": "ch",
    "џ": "dzh",
    "ш": "sh",
}
PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def sheet_name(school_class: SchoolClass, day: date) -> str:
    """Such as "IV-2-2026-03-01.csv"; the class's number, where its name has other signs than letters."""
    plain = _latin(school_class.name)
    stem = plain if PLAIN.fullmatch(plain) else f"class-{school_class.id}"
    return f"{stem}-{day.isoformat()}.csv"


def _latin(name: str) -> str:
    latin = "".join(_sign(sign) for sign in unicodedata.normalize("NFC", name))
    return "-".join(latin.split())


def _sign(sign: str) -> str:
    found = LATIN.get(sign.lower())
    if found is not None:
        return found if sign.islower() else found.capitalize()
    return unicodedata.normalize("NFD", sign)[0]
