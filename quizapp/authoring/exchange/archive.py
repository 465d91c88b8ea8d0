"""A zip from outside, read into memory within bounds: a package of a lesson, or a spreadsheet."""

import stat
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from quizapp.authoring.exchange.refused import FileRefused, refuse
from quizapp.lessons.problems import Problem

SIGNATURE = b"PK\x03\x04"
DIRECTORY_ENTRY = b"PK\x01\x02"
ENCRYPTED = 0x1
RATIO = 200  # text rarely shrinks to a fiftieth; bombs are a thousandth
RATIO_FROM = 100_000  # bytes unpacked; below this a ratio says nothing
CHUNK = 64 * 1024
# What readers meet in a damaged or forged archive.
DAMAGE = (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, KeyError)


@dataclass(frozen=True)
class Bounds:
    """expected: whether a file of this name may be there; most: bytes of one file; total: of all together."""

    expected: Callable[[str], bool]
    most: int
    total: int
    entries: int


def is_zip(data: bytes) -> bool:
    return data.startswith(SIGNATURE)


def read_archive(data: bytes, file: str, bounds: Bounds) -> Mapping[str, bytes]:
    """Every file by its name. Raises FileRefused; nothing is ever written to a disk.

    file: what the archive is called in problems.
    """
    if data.count(DIRECTORY_ENTRY) > bounds.entries:  # before a list of them is made
        raise refuse("too_many_files", file, most=bounds.entries)
    try:
        with ZipFile(BytesIO(data)) as archive:
            return _read(archive, file, bounds)
    except DAMAGE as error:
        raise refuse("broken_archive", file) from error


def _read(archive: ZipFile, file: str, bounds: Bounds) -> Mapping[str, bytes]:
    entries = archive.infolist()
    if len(entries) > bounds.entries:
        raise refuse("too_many_files", file, most=bounds.entries)
    problems = [
        *_directory_problems(entries, file),
        *(p for one in entries for p in _entry_problems(one, bounds)),
    ]
    if sum(one.file_size for one in entries) > bounds.total:
        problems.append(Problem("unpacks_too_large", file))
    if problems:
        raise FileRefused(problems)
    found: dict[str, bytes] = {}
    for one in entries:
        if not one.is_dir():
            left = bounds.total - sum(len(content) for content in found.values())
            found[one.filename] = _unpacked(archive, one, min(bounds.most, left))
    return found


def _directory_problems(entries: list[ZipInfo], file: str) -> Iterator[Problem]:
    # Some systems take "A.toml" and "a.toml" for one file.
    for name, times in Counter(one.filename.casefold() for one in entries).items():
        if times > 1:
            yield Problem("name_twice", file, parameters={"name": _shown(name)})


def _entry_problems(one: ZipInfo, bounds: Bounds) -> Iterator[Problem]:
    name, kind = _shown(one.orig_filename), stat.S_IFMT(one.external_attr >> 16)
    if _leads_out(one.orig_filename):
        yield Problem("unsafe_path", name)
    elif kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        yield Problem("not_a_plain_file", name)
    elif one.flag_bits & ENCRYPTED:
        yield Problem("encrypted", name)
    elif one.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        yield Problem("unknown_compression", name)
    elif not bounds.expected(one.filename):
        yield Problem("nested_archive" if name.lower().endswith(".zip") else "unexpected_file", name)
    elif one.file_size > bounds.most:
        yield Problem("file_too_large", name, parameters={"most": bounds.most // 1000})
    elif one.file_size > RATIO_FROM and one.file_size > RATIO * max(1, one.compress_size):
        yield Problem("packed_too_tight", name)


def _leads_out(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return (
        not name
        or "\0" in name
        or ":" in name
        or name.startswith(("/", "\\"))
        or ".." in parts
        or "\\" in name
    )


def _unpacked(archive: ZipFile, one: ZipInfo, most: int) -> bytes:
    """What is really in it, whatever the directory says; reading to the end checks its sum."""
    content = bytearray()
    with archive.open(one) as stream:
        while chunk := stream.read(CHUNK):
            content += chunk
            if len(content) > most:
                raise refuse("unpacks_too_large", _shown(one.filename))
    if content.startswith(SIGNATURE):
        raise refuse("nested_archive", _shown(one.filename))
    return bytes(content)


def _shown(name: str) -> str:
    """A name fit to be shown."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in name[:80])


def packed(files: Mapping[str, bytes]) -> bytes:
    """A zip of these files: the same files give the same bytes."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type, info.create_system = ZIP_DEFLATED, 3
            info.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(info, content)
    return buffer.getvalue()
