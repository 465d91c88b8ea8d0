"""What a downloaded file is called: in the class's own letters, and plainly for whoever can't take those."""

import re
import unicodedata
from datetime import date
from urllib.parse import quote

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


def disposition(school_class: SchoolClass, day: date) -> str:
    """The header that names a download: in the class's own letters, and plainly for who can't take those."""
    letters = unicodedata.normalize("NFC", school_class.name)
    own = "-".join("".join(one if one.isalnum() or one in "._-" else " " for one in letters).split())
    plain = sheet_name(school_class, day)
    # Signs without a letter or a number among them name nothing, and a leading dot hides a file.
    named = f"{own}-{day.isoformat()}.csv" if own[:1].isalnum() else plain
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(named)}"


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
