"""Static files: gathered from every room into one folder for a build, compressed once, served by WhiteNoise.

A build is named by the hash of what is in it: what an address gives never changes and is kept for ever.
"""

import gzip
import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import brotli
from flask import Flask
from whitenoise import WhiteNoise
from whitenoise.responders import Headers

from quizapp.config import PACKAGE, Config

IMPORT = re.compile(r'@import url\("([a-z-]+\.css)"\);')
COMMENTS = {
    ".js": re.compile(r"^\s*//.*\n", re.MULTILINE),
    ".css": re.compile(r"/\*.*?\*/\s*", re.DOTALL),
}
INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
# What says how a document may behave means nothing on these, and comes again with each of twenty files.
NO_DOCUMENTS = (".css", ".js", ".woff2")
ALWAYS = ("X-Content-Type-Options", "Strict-Transport-Security")
COMPRESSIBLE = {".css", ".js", ".svg", ".json", ".webmanifest", ".txt"}


def sources() -> Iterator[tuple[str, Path]]:
    """Every static file as (path below the static root, file)."""
    roots = [
        (PACKAGE / "static", "", "*"),
        (PACKAGE / "lessons" / "questions", "questions/", "behaviour.js"),
        (PACKAGE / "content", "lessons/", "media/*"),
    ]
    for root, prefix, pattern in roots:
        for file in sorted(root.rglob(pattern)):
            if file.is_file():
                yield prefix + file.relative_to(root).as_posix(), file


def build_name() -> str:
    """The name of the present build: twelve hexadecimal digits."""
    digest = hashlib.sha256(Path(__file__).read_bytes())  # which says what is made of the sources
    for path, file in sources():
        digest.update(path.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:12]


def gather(config: Config, build: str) -> Path:
    """Lay the build out below the data folder, unless it lies there already."""
    target = config.data_folder / "static" / build
    if target.is_dir():
        return target
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(dir=target.parent))
    draft.chmod(0o755)
    for path, file in sources():
        copy = draft / path
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)
        if file.suffix in COMMENTS:
            copy.write_text(_lean(file), encoding="utf-8")
        if file.suffix in COMPRESSIBLE:
            _compress(copy)
    try:
        os.rename(draft, target)
    except OSError:  # another worker was quicker
        shutil.rmtree(draft)
    return target


def _flat(stylesheet: Path) -> str:
    """A stylesheet with what it imports from beside it in place: one request instead of one for each."""
    text = stylesheet.read_text(encoding="utf-8")
    return IMPORT.sub(lambda found: _flat(stylesheet.with_name(found[1])), text)


def _lean(file: Path) -> str:
    """A script or stylesheet without comments and indents: a fifth less over a slow line.

    Of a script only whole lines of comment go; it may hold no text of several lines.
    """
    text = _flat(file) if file.suffix == ".css" else file.read_text(encoding="utf-8")
    return INDENT.sub("", COMMENTS[file.suffix].sub("", text))


def _compress(file: Path) -> None:
    data = file.read_bytes()
    file.with_name(file.name + ".gz").write_bytes(gzip.compress(data, 9, mtime=0))
    file.with_name(file.name + ".br").write_bytes(brotli.compress(data))


def serve_static(app: Flask, folder: Path, headers: dict[str, str]) -> None:
    """Let WhiteNoise answer for the build's files, with every page's headers where they mean something."""

    def add(response_headers: Headers, path: str, _url: str) -> None:
        for name, value in headers.items():
            if name in ALWAYS or not path.endswith(NO_DOCUMENTS):
                response_headers[name] = value

    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
        app.wsgi_app,
        root=str(folder),
        prefix=app.static_url_path,
        immutable_file_test=lambda _path, _url: True,
        allow_all_origins=False,
        add_headers_function=add,
    )
