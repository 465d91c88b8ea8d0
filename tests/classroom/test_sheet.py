"""The CSV: opens right by a double click in a Macedonian or Albanian Excel."""

import csv
import io
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from flask.testing import FlaskClient

from quizapp.classroom import sheet as sheet_module
from quizapp.db import db
from tests.classroom.room import WRONG, Room
from tests.learning.stage import RIGHT
from tools import catalogs


def sheet(client: FlaskClient, room: Room, language: str = "mk") -> list[list[str]]:
    """The rows as a spreadsheet reads them."""
    answer = client.get(room.path.replace("/en/", f"/{language}/") + "/participation.csv")
    assert answer.mimetype == "text/csv"
    text = answer.data.decode()
    assert text.startswith("\ufeff")
    assert "\n" not in text.replace("\r\n", "")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))


def test_what_stands_in_it(room: Room, ana: FlaskClient) -> None:
    room.take(room.cast.fox, RIGHT)
    room.take(room.cast.bee, WRONG, finish=False)
    head, fox, bee, blank, *foot = sheet(ana, room)
    assert len(head) == 4
    assert (fox[0], fox[2:]) == ("Лисица со шал", ["3", "3"])
    assert bee[2:] == ["", ""]
    assert fox[1] != bee[1]
    assert blank == []
    assert room.cast.ana_class.name in foot[0][0]
    assert re.search(r"\d\d\.\d\d\.\d{4} \d\d:\d\d$", foot[1][0])


def test_words_are_in_the_language_of_the_page(room: Room, ana: FlaskClient) -> None:
    assert {row[0] for row in sheet(ana, room, "sq")[1:3]} == {"Dhelpra me shall", "Bleta me libër"}


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("name", "stem", "own"),
    [
        ("2-б", "2-b", "2-б"),
        ("VIII Љубов", "VIII-Ljubov", "VIII-Љубов"),
        ("Klasa e dytë", "Klasa-e-dyte", "Klasa-e-dytë"),
        ('7/"a', r"class-\d+", "7-a"),
        ("..", r"class-\d+", r"class-\d+"),
        ("二", r"class-\d+", "二"),
        ("IV-2 „Сонце“", r"class-\d+", "IV-2-Сонце"),
    ],
)
def test_the_file_has_its_own_name_and_a_plain_one(
    room: Room, ana: FlaskClient, name: str, stem: str, own: str
) -> None:
    room.cast.ana_class.name = name
    answer = ana.get(f"{room.path}/participation.csv")
    header = answer.headers["Content-Disposition"]
    assert header.isascii()
    day = r"-\d{4}-\d\d-\d\d\.csv"
    plain, named = rf'attachment; filename="{stem}{day}"', rf"filename\*=UTF-8''{own}{day}"
    assert re.fullmatch(f"{plain}; {named}", unquote(header))


def test_every_heading_can_be_translated() -> None:
    """A text inside an f-string is not found by the extraction."""
    found = {str(message.id) for message in catalogs.extract()}
    source = Path(sheet_module.__file__).read_text("utf-8")
    texts = set(re.findall(r'\b_\(\s*["\']([^"\']+)', source))
    assert len(texts) >= 5
    assert texts <= found


def test_no_cell_is_a_formula_or_a_date(room: Room, ana: FlaskClient) -> None:
    room.take(room.cast.fox, RIGHT)
    for name in ('=HYPERLINK("http://x")', "+1", "-1", "@x", "4-2", "\u0301a", '"; =1'):
        room.cast.ana_class.name = name
        db.session.commit()
        for row in sheet(ana, room):
            assert all(cell == "" or cell.isdigit() or cell[0].isalpha() or cell[0] == "'" for cell in row)
