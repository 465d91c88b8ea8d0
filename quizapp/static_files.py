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
    digest = hashlib.sha256()
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
        if file.suffix == ".css":
            copy.write_text(_flat(file), encoding="utf-8")
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


def _compress(file: Path) -> None:
    data = file.read_bytes()
    file.with_name(file.name + ".gz").write_bytes(gzip.compress(data, 9, mtime=0))
    file.with_name(file.name + ".br").write_bytes(brotli.compress(data))


def serve_static(app: Flask, folder: Path, headers: dict[str, str]) -> None:
    """Let WhiteNoise answer for the build's files, with the same headers as every page."""

    def add(response_headers: Headers, _path: str, _url: str) -> None:
        for name, value in headers.items():
            response_headers[name] = value

    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
        app.wsgi_app,
        root=str(folder),
        prefix=app.static_url_path,
        immutable_file_test=lambda _path, _url: True,
        allow_all_origins=False,
        add_headers_function=add,
    )
