"""A table as CSV that opens right by a double click in a Macedonian or Albanian Excel."""

import csv
import io
from collections.abc import Iterable

MARK = "\ufeff"  # tells Excel that the text is UTF-8


def csv_sheet(rows: Iterable[Iterable[str | int]]) -> bytes:
    """The rows, each value as it was meant."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerows([_as_text(value) if isinstance(value, str) else value for value in row] for row in rows)
    return (MARK + out.getvalue()).encode()


def _as_text(value: str) -> str:
    """Text that a spreadsheet takes neither for a formula nor for a number or a date."""
    return value if not value or value[0].isalpha() else f"'{value}"
