"""A spreadsheet from outside: every part is looked at before the reader sees it; no formula is worked out.

An XLSX file is a zip of XML. Python's expat goes over each part first: a DTD (the home of entity bombs), a
formula, a cell far outside the table or too much text is refused. The reader then gets a zip made anew of
what was looked at, so that it cannot understand the file in another way.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from xml.parsers.expat import ExpatError, ParserCreate

from python_calamine import CalamineError, load_workbook

from quizapp.authoring.exchange.archive import Bounds, packed, read_archive
from quizapp.authoring.exchange.refused import FileRefused, refuse
from quizapp.lessons.problems import Problem

MOST_BYTES = 2_000_000
MOST_ROWS, MOST_COLUMNS = 2000, 60
MOST_SIGNS = 20_000_000  # of all cells together: many cells may share one long text
LONGEST_CELL = 32_767
BOUNDS = Bounds(expected=lambda name: True, most=10_000_000, total=20_000_000, entries=100)
XML = re.compile(r".*\.(xml|rels)", re.IGNORECASE)
REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
Row = Sequence[str]


@dataclass
class _Seen:
    """What was met in one part of the file."""

    formulas: list[str] = field(default_factory=list)
    cells: int = 0
    longest: int = 0
    far: bool = False
    doctype: bool = False


def read_workbook(data: bytes, file: str) -> Mapping[str, Sequence[Row]]:
    """Every sheet by its name: its rows from the very first, as texts. Raises FileRefused."""
    if len(data) > MOST_BYTES:
        raise refuse("file_too_large", file, most=MOST_BYTES // 1000)
    parts = {name: part for name, part in read_archive(data, file, BOUNDS).items() if XML.fullmatch(name)}
    _look_through(parts, file)
    try:
        workbook = load_workbook(BytesIO(packed(parts)))
        return {
            name: _rows(workbook.get_sheet_by_name(name).to_python(False)) for name in workbook.sheet_names
        }
    except (CalamineError, ValueError, OSError) as error:
        raise refuse("not_a_sheet", file) from error
    except BaseException as error:  # a panic of the reader is no Exception
        if type(error).__name__ != "PanicException":
            raise
        raise refuse("not_a_sheet", file) from error


def cell(row: int, column: int) -> str:
    """What a spreadsheet calls a cell; both counted from 0. For the first 702 columns."""
    first, second = divmod(column, 26)
    return f"{chr(64 + first) if first else ''}{chr(65 + second)}{row + 1}"


def _rows(rows: Sequence[Sequence[object]]) -> list[Row]:
    return [[_as_text(value) for value in row] for row in rows]


def _as_text(value: object) -> str:
    """What was typed: 3 for 3.0, and true as it stands in the file."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value).replace("\r\n", "\n").replace("\r", "\n")


def _look_through(parts: Mapping[str, bytes], file: str) -> None:
    """Raises FileRefused for what no table of texts has."""
    seen = [_looked_at(part, file) for part in parts.values()]
    if any(one.doctype for one in seen):
        raise refuse("has_dtd", file)
    if any(one.far for one in seen):
        raise refuse("too_many_cells", file, rows=MOST_ROWS, columns=MOST_COLUMNS)
    if sum(one.cells for one in seen) * max((one.longest for one in seen), default=0) > MOST_SIGNS:
        raise refuse("unpacks_too_large", file)
    if formulas := [at for one in seen for at in one.formulas]:
        raise FileRefused([Problem("formula", file, at) for at in formulas])


def _looked_at(part: bytes, file: str) -> _Seen:
    seen, where, length, rows, columns, far_row = _Seen(), "", 0, 0, 0, False
    parser = ParserCreate()

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal where, length, rows, columns, far_row
        tag = name.rpartition(":")[2]
        seen.far |= any(_is_count(one) and _is_huge(value) for one, value in attributes.items())
        if tag == "c":
            where, length, columns, seen.cells = attributes.get("r", ""), 0, columns + 1, seen.cells + 1
            seen.far |= far_row or _is_far(where) or columns > MOST_COLUMNS
        elif tag == "row":  # an empty one at the very end is how some programs say that a column is styled
            rows, columns = rows + 1, 0
            far_row = not _is_row(attributes.get("r", "1")) or rows > MOST_ROWS
        elif tag == "si":
            length = 0
        elif tag == "f":
            seen.formulas.append(where)

    def text(content: str) -> None:
        nonlocal length
        length += len(content)
        seen.longest = max(seen.longest, length)

    def doctype(*_: object) -> None:
        seen.doctype = True
        raise _Enough

    parser.StartElementHandler, parser.CharacterDataHandler = start, text
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(part, True)
    except _Enough:
        pass
    except (ExpatError, ValueError, LookupError) as error:  # LookupError: an encoding nobody knows
        raise refuse("not_a_sheet", file) from error
    return seen


def _is_count(attribute: str) -> bool:
    """The reader makes room for as many texts or cells as a count promises: a false one ends the process."""
    return attribute.lower().endswith("count")


def _is_huge(number: str) -> bool:
    return not (number.isascii() and number.isdigit() and len(number) < 7)


class _Enough(Exception):
    """Nothing more needs to be read."""


def _is_far(reference: str) -> bool:
    if not reference:
        return False
    found = REFERENCE.fullmatch(reference)
    if found is None:
        return True
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return column > MOST_COLUMNS or not 1 <= int(found[2]) <= MOST_ROWS


def _is_row(number: str) -> bool:
    return number.isascii() and number.isdigit() and len(number) < 8 and 1 <= int(number) <= MOST_ROWS
