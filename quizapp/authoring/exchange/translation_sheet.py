"""The sheet for translators: every text of a draft, key by key, out and in again.

Three hidden columns say which lesson it is, and what each text was when the sheet was made: its version and a
hash. So a text that the translator left alone changes nothing, whatever others have made of it meanwhile.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO

from xlsxwriter import Workbook

from quizapp.authoring.exchange.refused import FileRefused, refuse, text_problems
from quizapp.authoring.exchange.source import Source
from quizapp.authoring.exchange.workbook import Row, cell
from quizapp.authoring.writing import needs_check, tidy
from quizapp.lessons.problems import Problem
from quizapp.lessons.shape import LANGUAGES
from quizapp.lessons.texts import text_keys

SHEET = "texts"
FILE = "texts.xlsx"
KEY, WHERE, NOTE, LESSON = 0, 1, 4, 7
TEXT = {language: 2 + at for at, language in enumerate(LANGUAGES)}
BASE = {language: 5 + at for at, language in enumerate(LANGUAGES)}
WIDTHS = {KEY: 24, WHERE: 30, **dict.fromkeys(TEXT.values(), 60), NOTE: 30}
# What a table made by us says above its hidden columns; the lesson's id stands above the last one.
MARKS = {BASE[language]: f"{language}-base" for language in LANGUAGES}


@dataclass(frozen=True)
class Labels:
    """What people read in the sheet; where: a text's place in words they understand."""

    headers: Sequence[str]
    instructions: Sequence[str]
    instructions_sheet: str
    where: Callable[[str], str]


@dataclass(frozen=True)
class Change:
    """A text as the sheet has it; meanwhile: somebody has changed it in the draft since it was made."""

    language: str
    key: str
    old: str
    new: str
    version: int
    meanwhile: bool
    note: str


def written(source: Source, labels: Labels) -> bytes:
    """The sheet. Nothing in it is a formula or a link, whatever the texts look like."""
    buffer = BytesIO()
    options = {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "in_memory": True,
    }
    with Workbook(buffer, options) as book:
        _write_instructions(book, labels)
        _write_texts(book, source, labels)
    return buffer.getvalue()


def _write_instructions(book: Workbook, labels: Labels) -> None:
    sheet = book.add_worksheet(labels.instructions_sheet)
    sheet.set_column(0, 0, 100)
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for row, line in enumerate(labels.instructions):
        sheet.write_string(row, 0, line, wrapped)


def _write_texts(book: Workbook, source: Source, labels: Labels) -> None:
    sheet = book.add_worksheet(SHEET)
    look = {"text_wrap": True, "valign": "top"}
    head = book.add_format({**look, "bold": True, "bg_color": "#DAF0EA"})
    fixed = book.add_format({**look, "font_color": "#5A5272", "bg_color": "#EEEEEE"})
    free, marked = (
        book.add_format({**look, "locked": False, **more}) for more in ({}, {"bg_color": "#FFEEC9"})
    )
    for column, width in WIDTHS.items():
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, labels.headers[column], head)
    sheet.set_column(min(BASE.values()), LESSON, None, None, {"hidden": True})
    for column, mark in {**MARKS, LESSON: source.id}.items():
        sheet.write_string(0, column, mark)
    for row, key in enumerate(text_keys(source.structure), start=1):
        sheet.write_string(row, KEY, key, fixed)
        sheet.write_string(row, WHERE, labels.where(key), fixed)
        sheet.write_blank(row, NOTE, None, free)
        for language in LANGUAGES:
            look_of_text = marked if _is_marked(source, language, key) else free
            sheet.write_string(row, TEXT[language], source.text(language, key), look_of_text)
            sheet.write_string(row, BASE[language], _base(source, language, key))
    sheet.freeze_panes(1, 2)
    sheet.protect("", {"format_columns": True, "format_rows": True, "format_cells": True})
    sheet.activate()


def read(sheets: Mapping[str, Sequence[Row]], source: Source) -> list[Change]:
    """Every change that the sheet brings. Raises FileRefused."""
    rows = [_padded(row) for row in sheets[SHEET]]
    _check_head(rows, source.id)
    problems: list[Problem] = []
    changes: list[Change] = []
    known, seen = set(text_keys(source.structure)), set[str]()
    for number, row in enumerate(rows[1:], start=1):
        key = row[KEY].strip()
        if not key:
            if any(row[column].strip() for column in TEXT.values()):
                problems.append(Problem("no_key", FILE, cell(number, KEY)))
        elif key not in known or key in seen:
            code = "key_twice" if key in seen else "unknown_key"
            problems.append(Problem(code, FILE, cell(number, KEY), {"name": key[:80]}))
        else:
            seen.add(key)
            problems += _unfit(number, row)
            changes += _changes(row, key, source) if not problems else []
    if problems:
        raise FileRefused(problems)
    return changes


def is_one(sheets: Mapping[str, Sequence[Row]]) -> bool:
    """Whether a workbook has a sheet of texts at all."""
    return SHEET in sheets


def _check_head(rows: Sequence[Row], lesson_id: str) -> None:
    if not rows or any(rows[0][column] != mark for column, mark in MARKS.items()):
        raise refuse("columns_changed", FILE, cell(0, 0))
    if rows[0][LESSON] != lesson_id:
        raise refuse("other_lesson", FILE, cell(0, LESSON), id=rows[0][LESSON][:20], lesson=lesson_id)


def _changes(row: Row, key: str, source: Source) -> Iterator[Change]:
    for language in LANGUAGES:
        old, new = source.text(language, key), tidy(row[TEXT[language]])
        version, _, sign = row[BASE[language]].partition(" ")
        if new == old or _sign(new) == sign:
            continue
        present = source.rows.get(language, {}).get(key)
        now = present.version if present else 0
        yield Change(language, key, old, new, now, str(now) != version, row[NOTE].strip()[:500])


def _unfit(number: int, row: Row) -> Iterator[Problem]:
    for column in TEXT.values():
        at = cell(number, column)
        yield from text_problems(
            row[column],
            lambda code, at=at, **parameters: Problem(code, FILE, at, parameters),
        )


def _padded(row: Row) -> Row:
    return [*row, *[""] * (LESSON + 1 - len(row))]


def _base(source: Source, language: str, key: str) -> str:
    row = source.rows.get(language, {}).get(key)
    return f"{row.version if row else 0} {_sign(source.text(language, key))}"


def _sign(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]


def _is_marked(source: Source, language: str, key: str) -> bool:
    other = next(one for one in LANGUAGES if one != language)
    rows = source.rows
    return needs_check(rows.get(language, {}).get(key), rows.get(other, {}).get(key))
