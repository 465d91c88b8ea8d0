"""Whatever comes in: no traceback, a list of problems or something sensible, and no row changed by a look."""

import io
import zipfile
from contextlib import suppress

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.authoring.exchange import gift_reading, question_sheet, toml_files
from quizapp.authoring.exchange.recognised import kind_of, sheets_of
from quizapp.authoring.exchange.refused import FileRefused
from tests.authoring.exchange.files import a_package, files_of, read_package, zipped
from tests.authoring.exchange.test_sheets import filled, questions_book

PACKAGE = a_package()
SHEET = questions_book(filled(kind="single", question_mk="?", right="1", choice1_mk="а", choice2_mk="б"))
GIFT = "::t::[html]<b>Што?</b>{~%50%а#не ~%50%б =в -> г####d}\n\n// x\nТочно?{T#a#b}\n".encode()
QUIETLY = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@st.composite
def spoilt(draw: st.DrawFn, whole: bytes) -> bytes:
    """A good file with some bytes changed, cut off, doubled."""
    data = bytearray(whole)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(0, len(data) - 1)))
        what = draw(st.sampled_from(["change", "cut", "double", "put in"]))
        if what == "change" and data:
            data[at] = draw(st.integers(0, 255))
        elif what == "cut":
            del data[at : at + draw(st.integers(1, 400))]
        elif what == "double":
            data[at:at] = data[at : at + draw(st.integers(1, 200))]
        else:
            data[at:at] = draw(st.binary(max_size=20))
    return bytes(data)


@st.composite
def spoilt_inside(draw: st.DrawFn, whole: bytes) -> bytes:
    """An archive that is sound, with one of its files spoilt: what a checksum doesn't tell."""
    files = files_of(whole)
    name = draw(st.sampled_from(sorted(files)))
    return zipped(files | {name: draw(spoilt(files[name]))})


def opened(data: bytes) -> None:
    """As the page does, without a database."""
    try:
        kind = kind_of(data)
        if kind == "package":
            read_package(data)
        elif kind == "gift":
            gift_reading.read(data, "mk")
        else:
            which, sheets = sheets_of(data)
            if which == "questions":
                question_sheet.read(sheets)
    except FileRefused as refused:
        assert refused.problems  # noqa: PT017


@QUIETLY
@given(st.binary() | st.binary().map(lambda tail: b"PK\x03\x04" + tail))
def test_any_bytes(data: bytes) -> None:
    opened(data)


@QUIETLY
@given(spoilt(PACKAGE) | spoilt_inside(PACKAGE))
def test_a_spoilt_package(data: bytes) -> None:
    opened(data)


@QUIETLY
@given(spoilt(SHEET) | spoilt_inside(SHEET))
def test_a_spoilt_sheet(data: bytes) -> None:
    opened(data)


@QUIETLY
@given(spoilt(GIFT))
def test_spoilt_questions(data: bytes) -> None:
    opened(data)


@QUIETLY
@given(st.text(st.sampled_from("[]{}=.\"'\n #ab1-_,")))
def test_any_toml(text: str) -> None:
    with suppress(FileRefused):
        toml_files.read(text.encode(), "mk.toml")


@QUIETLY
@given(st.dictionaries(st.text(max_size=20), st.binary(max_size=50), max_size=4))
def test_any_archive(files: dict[str, bytes]) -> None:
    buffer = io.BytesIO()
    try:
        with zipfile.ZipFile(buffer, "w") as archive:
            for name, content in files.items():
                archive.writestr(name, content)
    except (ValueError, OSError, IndexError):  # a name that no archive takes
        return
    opened(buffer.getvalue())
