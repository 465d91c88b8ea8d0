"""Files as people bring them, whole or spoilt."""

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from quizapp.authoring.exchange import package_zip
from quizapp.authoring.exchange.source import of_lesson
from quizapp.lessons.pictures import drawing
from tests.lessons.sample_lesson import sample_lesson


def a_package(media: Mapping[str, bytes] | None = None) -> bytes:
    """The sample lesson, packed."""
    source = of_lesson(sample_lesson())
    return package_zip.written(source.structure, source.texts, media or {})


def read_package(data: bytes) -> package_zip.Parcel:
    return package_zip.read(data, lambda one: bool(drawing(one)), lambda _one: None)


def respelt(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The same archive with one file changed."""
    files = files_of(data)
    return zipped(files | {name: change(files[name])})


def files_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(files: Mapping[str, bytes], mode: int | None = None) -> bytes:
    """A zip of these files; mode: what each says it is, such as a symbolic link."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            if mode is not None:
                info.create_system, info.external_attr = 3, mode << 16
            archive.writestr(info, content)
    return buffer.getvalue()


def bring(client: FlaskClient, address: str, data: bytes, **fields: str) -> TestResponse:
    """Choose a file on the page where it is brought, and send it. address: below /en/staff/desk."""
    page = client.get(
        f"/en/staff/desk{address.replace('/import', '/exchange') if address != '/import' else address}"
    )
    sent = {"csrf_token": token_of(page), "file": (BytesIO(data), "file"), "words": "mk", **fields}
    return client.post(f"/en/staff/desk{address}", data=sent, content_type="multipart/form-data")


def take(client: FlaskClient, address: str, preview: TestResponse, **fields: str) -> TestResponse:
    """Press the button below what would change."""
    sent = {"csrf_token": token_of(preview), "seen": value_of(preview, "seen"), **fields}
    return client.post(f"/en/staff/desk{address}/take", data=sent)


def token_of(page: TestResponse) -> str:
    return value_of(page, "csrf_token", last=True)


def value_of(page: TestResponse, name: str, last: bool = False) -> str:
    """The value of a hidden field."""
    parts = page.text.split(f'name="{name}"')
    assert len(parts) > 1, f"no field {name}: {page.status_code}"
    return parts[-1 if last else 1].split('value="')[1].split('"')[0]
