"""The editor's form as it was sent: which texts, which parts of the structure, and what each was based on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from werkzeug.datastructures import MultiDict

from quizapp.authoring.models import DraftText
from quizapp.lessons.shape import LANGUAGES

HEAD = "head"
THEIRS = "theirs"


@dataclass(frozen=True)
class Sent:
    """One text of the form. base: the version that was changed; seen: the mark of what it said."""

    language: str
    key: str
    text: str
    token: str
    choice: str  # after two people met in it: "mine" or "theirs"

    @property
    def name(self) -> str:
        return text_field(self.language, self.key)

    @property
    def base(self) -> int:
        number = self.token.partition("-")[0]
        return int(number) if number.isascii() and number.isdigit() and len(number) < 9 else 0

    @property
    def seen(self) -> str:
        return self.token.partition("-")[2]


@dataclass(frozen=True)
class Part:
    """The fields of one step, or of the head, under their own names."""

    form: MultiDict[str, str]
    name: str

    def get(self, name: str, /) -> str | None:
        return self.form.get(f"s.{self.name}.{name}")

    def getlist(self, name: str, /) -> list[str]:
        return self.form.getlist(f"s.{self.name}.{name}")

    @property
    def base(self) -> str:
        return self.form.get(f"d.{self.name}", "")

    @property
    def theirs(self) -> bool:
        return self.form.get(f"c.s.{self.name}") == THEIRS


def text_field(language: str, key: str) -> str:
    """What the field of a text is called."""
    return f"t.{language}.{key}"


def token(row: DraftText | None) -> str:
    """By which the page says what it changes: the version, and a mark of what the text said then."""
    return f"{row.version}-{mark(row.text)}" if row else f"0-{mark('')}"


def mark(text: str) -> str:
    """Eight hexadecimal digits of a text."""
    return sha256(text.encode()).hexdigest()[:8]


def texts(form: MultiDict[str, str]) -> Iterator[Sent]:
    """Every text of the form."""
    for name, text in form.items():
        prefix, _dot, rest = name.partition(".")
        language, _dot, key = rest.partition(".")
        if prefix == "t" and language in LANGUAGES and 0 < len(key) <= 200:
            yield Sent(language, key, text, form.get(f"v.{rest}", ""), form.get(f"c.{name}", ""))


def parts(form: MultiDict[str, str]) -> Mapping[str, Part]:
    """Every step whose choices came along, by its id, and the head."""
    names = [name.removeprefix("d.") for name in form if name.startswith("d.")]
    return {name: Part(form, name) for name in names}
