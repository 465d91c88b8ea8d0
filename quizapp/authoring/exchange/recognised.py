"""What kind of file somebody has brought: told by what is in it, never by its name."""

from collections.abc import Mapping, Sequence
from typing import Literal

from quizapp.authoring.exchange import question_sheet, translation_sheet
from quizapp.authoring.exchange.archive import is_zip
from quizapp.authoring.exchange.refused import refuse
from quizapp.authoring.exchange.workbook import Row, read_workbook

Kind = Literal["package", "workbook", "gift"]
CONTENT_TYPES = b"[Content_Types].xml"
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
FILE = "file"


def kind_of(data: bytes) -> Kind:
    """Raises FileRefused for what is none of ours."""
    if not data.strip():
        raise refuse("empty_file", FILE)
    if data.startswith(OLD_OFFICE):  # also what a locked XLSX is
        raise refuse("old_office", FILE)
    if is_zip(data):
        return "workbook" if CONTENT_TYPES in data else "package"
    if b"\0" in data[:1000]:
        raise refuse("unknown_file", FILE)
    return "gift"


def sheets_of(data: bytes) -> tuple[Literal["texts", "questions"], Mapping[str, Sequence[Row]]]:
    """A workbook, and which of ours it is. Raises FileRefused."""
    sheets = read_workbook(data, FILE)
    if translation_sheet.is_one(sheets):
        return "texts", sheets
    if question_sheet.is_one(sheets):
        return "questions", sheets
    raise refuse("unknown_sheet", FILE)
