"""The trainers' guide: a whole text in each language, with its pictures."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from quizapp.config import PACKAGE
from quizapp.db import db
from tests.cast import a_trainer, sign_in

PICTURES = PACKAGE / "static" / "pictures" / "guide"
HEAVIEST = 40_000

on_one_database = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


def said_in(client: FlaskClient, language: str) -> str:
    sign_in(client, a_trainer(f"{language}@example.org"))
    db.session.commit()
    answer = client.get(f"/{language}/staff/desk/help")
    assert answer.status_code == 200
    return answer.text


@on_one_database
@pytest.mark.parametrize("language", ["mk", "sq", "en"])
def test_shows_pictures_in_its_own_language_with_a_description(client: FlaskClient, language: str) -> None:
    shown = re.findall(
        r'<img src="[^"]*/guide/(\w+)/(\w+)\.webp" alt="([^"]{30,})"', said_in(client, language)
    )
    assert [spoken for spoken, _name, _alt in shown] == [language] * 5
    files = [PICTURES / language / f"{name}.webp" for _spoken, name, _alt in shown]
    assert max(file.stat().st_size for file in files) < HEAVIEST


def test_leaves_no_picture_behind() -> None:
    named: dict[str, set[str]] = {
        folder.name: {file.stem for file in folder.iterdir()} for folder in PICTURES.iterdir()
    }
    assert set(named) == {"mk", "sq", "en"}
    for language, names in named.items():
        text = Path(PACKAGE / "templates" / "authoring" / "guide" / f"{language}.html").read_text("utf-8")
        assert set(re.findall(r'shown\("(\w+)"', text)) == names


@on_one_database
def test_says_the_same_in_each_language(client: FlaskClient) -> None:
    headings = [len(re.findall("<h2", said_in(client, language))) for language in ("mk", "sq", "en")]
    assert len(set(headings)) == 1
