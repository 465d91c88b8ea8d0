"""What pages make a slow line carry."""

import gzip
import re

import pytest
from flask import Flask

from quizapp.config import PACKAGE
from quizapp.db import db
from quizapp.lessons import catalogue

MOST = 15_000  # bytes of scripts, compressed
ASKED_FOR = re.compile(r'(?:<script[^>]* src|<link rel="modulepreload" href)="([^"]+)"')
IMPORTED = re.compile(r'from "[./]+/(?:js/)?([a-z]+)\.js"')


LESSONS = sorted(folder.name for folder in (PACKAGE / "content").iterdir() if folder.is_dir())


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.parametrize("lesson", LESSONS)
def test_scripts_of_a_lesson(app: Flask, lesson: str) -> None:
    catalogue.import_bundled()
    db.session.commit()
    client = app.test_client()
    page = client.get(client.get(f"/mk/l/{lesson}").location).text
    scripts = {
        address: client.get(address, headers={"Accept-Encoding": "gzip"})
        for address in ASKED_FOR.findall(page)
    }
    assert {reply.status_code for reply in scripts.values()} == {200}
    assert sum(len(reply.data) for reply in scripts.values()) <= MOST
    imported = {name for address in scripts for name in IMPORTED.findall(client.get(address).text)}
    assert imported <= {address.rsplit("/", 1)[1].removesuffix(".js") for address in scripts}


def test_scripts_of_the_desk() -> None:
    modules = [*(PACKAGE / "static" / "js").glob("desk*.js"), PACKAGE / "static" / "js" / "kept.js"]
    assert len(modules) > 5
    assert sum(len(gzip.compress(module.read_bytes())) for module in modules) <= MOST
