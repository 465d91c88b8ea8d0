"""The translation catalogs: `update` takes in new texts, `check` finds what is missing, `compile` makes .mo.

No dates and no line numbers: a catalog changes when a text does.
"""

import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "translations"
TEMPLATE = FOLDER / "messages.pot"
# What CLDR says; the toolkit's own rule for Macedonian is wrong.
PLURALS = {
    "mk": "nplurals=2; plural=(n%10==1 && n%100!=11 ? 0 : 1);",
    "sq": "nplurals=2; plural=(n != 1);",
    "en": "nplurals=2; plural=(n != 1);",
}
SAME_AS_SOURCE = "en"
KEYWORDS = {
    "_": None,
    "gettext": None,
    "_l": None,
    "lazy_gettext": None,
    "ngettext": (1, 2),
    "lazy_ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "lazy_pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|%%")


def extract() -> Catalog:
    """Every text in code and templates."""
    catalog = Catalog(project="quizapp", charset="utf-8")
    with (ROOT / "babel.cfg").open() as file:
        methods, options = parse_mapping_cfg(file)
    found = extract_from_dir(
        ROOT, methods, options, KEYWORDS, comment_tags=("Translators:",), strip_comment_tags=True
    )
    for _file, _line, message, comments, context in found:
        catalog.add(message, auto_comments=comments, context=context)
    return catalog


def read(language: str) -> Catalog:
    """A language's catalog as it stands."""
    with po_file(language).open("rb") as file:
        return read_po(file, locale=language)


def po_file(language: str) -> Path:
    """Where a language's catalog stands."""
    return FOLDER / language / "LC_MESSAGES" / "messages.po"


def update() -> None:
    """Write the template, and bring every catalog to it: what is new is empty, what is gone is dropped."""
    template = extract()
    write(template, TEMPLATE)
    for language, plural in PLURALS.items():
        catalog = read(language) if po_file(language).exists() else Catalog(locale=language)
        catalog.update(template, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        if language == SAME_AS_SOURCE:
            fill_with_source(catalog)
        write(catalog, po_file(language), plural)


def fill_with_source(catalog: Catalog) -> None:
    """The texts in the code are English already."""
    for message in messages(catalog):
        if not translated(message):
            message.string = message.id


def write(catalog: Catalog, file: Path, plural: str | None = None) -> None:
    """A catalog without what changes by itself."""
    buffer = BytesIO()
    write_po(buffer, catalog, no_location=True, sort_output=True, omit_header=True, width=100)
    header = ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit"]
    if plural:
        header = [f"Language: {catalog.locale_identifier}", f"Plural-Forms: {plural}", *header]
    lines = "".join(f'"{line}\\n"\n' for line in header)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f'msgid ""\nmsgstr ""\n{lines}\n{buffer.getvalue().decode()}', encoding="utf-8")


def check() -> Iterator[str]:
    """Everything that keeps the catalogs from being fresh and complete."""
    wanted = {key(message): message for message in messages(extract())}
    with TEMPLATE.open("rb") as file:
        if {key(message) for message in messages(read_po(file))} != set(wanted):
            yield "messages.pot is stale: make catalogs"
    for language, plural in PLURALS.items():
        for problem in check_language(read(language), wanted, plural):
            yield f"{language}: {problem}"


def check_language(catalog: Catalog, wanted: dict[object, Message], plural: str) -> Iterator[str]:
    """What is wrong with one catalog."""
    if f"Plural-Forms: {plural}" not in po_file(str(catalog.locale)).read_text("utf-8"):
        yield f"the header does not say Plural-Forms: {plural}"
    present = {key(message): message for message in messages(catalog)}
    yield from (f"missing: {name}" for name in wanted.keys() - present.keys())
    yield from (f"no longer used: {name}" for name in present.keys() - wanted.keys())
    for message in present.values():
        yield from check_message(message)


def check_message(message: Message) -> Iterator[str]:
    """What is wrong with one translation."""
    if message.fuzzy:
        yield f"fuzzy: {message.id}"
    if not translated(message):
        yield f"not translated: {message.id}"
        return
    sources, texts = forms(message.id), forms(message.string)
    # A plural's singular may leave the number out; every other form has what the source has.
    for text in texts:
        if not any(placeholders(text) == placeholders(source) for source in sources):
            yield f"other placeholders than the source: {text}"


def messages(catalog: Catalog) -> list[Message]:
    """All but the header."""
    return [message for message in catalog if message.id]


def key(message: Message) -> object:
    """What makes two messages one."""
    return message.id, message.context


def forms(text: object) -> list[str]:
    """The forms of a text, one unless it has a plural."""
    return [text] if isinstance(text, str) else [str(form) for form in text]  # type: ignore[attr-defined]


def translated(message: Message) -> bool:
    """Whether every form has a text."""
    return bool(message.string) and all(form.strip() for form in forms(message.string))


def placeholders(text: str) -> list[str]:
    """The named places to fill in, in no order."""
    return sorted(match.group(0) for match in PLACEHOLDER.finditer(text))


def compile_all() -> None:
    """Make a .mo file beside each .po file that is newer."""
    for source in sorted(FOLDER.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            with source.open("rb") as text, target.open("wb") as binary:
                write_mo(binary, read_po(text, locale=source.parent.parent.name))


def main(asked: str) -> None:
    """Do what was asked for on the command line."""
    if asked == "update":
        update()
    elif asked == "compile":
        compile_all()
    elif problems := list(check()):
        sys.exit("\n".join([*problems, f"{len(problems)} problems in the catalogs"]))


if __name__ == "__main__":
    main(sys.argv[1])
