"""Spreadsheets: texts for translators and questions, out and in again, and what is refused."""

import io
import re
from collections.abc import Callable

import pytest
import xlsxwriter
from flask import Flask
from flask.testing import FlaskClient
from python_calamine import CalamineError, CalamineWorkbook

from quizapp.accounts.models import Person
from quizapp.authoring import drafts, history, writing
from quizapp.authoring.exchange import question_sheet, translation_sheet
from quizapp.authoring.exchange.question_sheet import COLUMNS
from quizapp.authoring.exchange.refused import FileRefused
from quizapp.authoring.exchange.workbook import read_workbook
from quizapp.authoring.models import Draft
from quizapp.db import db
from quizapp.lessons import catalogue
from tests.authoring.exchange.files import bring, respelt, take
from tests.cast import a_trainer, sign_in
from tests.lessons.sample_lesson import sample_lesson

CELLS = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
Rows = list[list[str]]


def book(sheets: dict[str, Rows], formula: str = "") -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, OPTIONS) as made:
        for name, rows in sheets.items():
            sheet = made.add_worksheet(name)
            for at, row in enumerate(rows):
                for column, text in enumerate(row):
                    sheet.write_string(at, column, text)
            if formula:
                sheet.write_formula("B2", formula)
    return buffer.getvalue()


def edited(data: bytes, change: Callable[[Rows], None]) -> bytes:
    """The sheet of texts as a translator sends it back."""
    rows = [list(row) for row in read_workbook(data, "x")["texts"]]
    change(rows)
    return book({"texts": rows})


def problems(data: bytes) -> list[tuple[str, str]]:
    with pytest.raises(FileRefused) as refused:
        read_workbook(data, "x")
    return [(problem.code, problem.key) for problem in refused.value.problems]


def row_of(rows: Rows, key: str) -> list[str]:
    return next(row for row in rows if row[0] == key)


@pytest.fixture
def trainer(app: Flask, client: FlaskClient) -> Person:
    person = a_trainer("trainer@example.org")
    sign_in(client, person)
    return person


@pytest.fixture
def draft(trainer: Person) -> Draft:
    found = drafts.adapt(trainer, catalogue.publish(sample_lesson()))
    db.session.commit()
    return found


def sheet_of(client: FlaskClient, draft: Draft) -> bytes:
    return client.get(f"/en/staff/desk/{draft.lesson_id}/texts.xlsx").data


def said(draft: Draft, language: str, key: str) -> str:
    db.session.expire_all()
    return drafts.texts_of(draft)[language][key].text


def test_the_sheet_as_it_went_out_changes_nothing(client: FlaskClient, draft: Draft) -> None:
    answer = bring(client, f"/{draft.lesson_id}/import", sheet_of(client, draft))
    assert answer.status_code == 400
    assert "data-key" not in answer.text


def test_what_a_translator_changed_is_shown_and_taken(client: FlaskClient, draft: Draft) -> None:
    def change(rows: Rows) -> None:
        row_of(rows, "title")[3] = "=Loja(1)"
        row_of(rows, "steps.hello.text")[2] = "Денес\nучиме."
        row_of(rows, "title")[4] = "па да видиме"

    preview = bring(client, f"/{draft.lesson_id}/import", edited(sheet_of(client, draft), change))
    assert preview.text.count("data-key=") == 2
    assert "па да видиме" in preview.text
    assert said(draft, "sq", "title") == "Luajmë bashkë"
    assert take(client, f"/{draft.lesson_id}/import", preview).status_code == 302
    assert said(draft, "sq", "title") == "=Loja(1)"
    assert said(draft, "mk", "steps.hello.text") == "Денес\nучиме."


@pytest.mark.parametrize("meanwhile", [True, False])
def test_what_somebody_changed_meanwhile_is_marked(
    client: FlaskClient, draft: Draft, trainer: Person, meanwhile: bool
) -> None:
    sheet = sheet_of(client, draft)
    for key in ("title", "summary"):
        version = drafts.texts_of(draft)["mk"][key].version
        writing.write(draft, trainer, "mk", key, "Новото", version)
    history.keep(draft, trainer)
    db.session.commit()

    def change(rows: Rows) -> None:
        row_of(rows, "title")[2] = "Преводот"
        row_of(rows, "steps.hello.heading")[2] = "Добар ден"

    preview = bring(client, f"/{draft.lesson_id}/import", edited(sheet, change))
    assert re.findall(r'data-key="([a-z.]+)" data-language="mk"( data-meanwhile)?', preview.text) == [
        ("title", " data-meanwhile"),
        ("steps.hello.heading", ""),
    ]
    fields = {"meanwhile": "y"} if meanwhile else {}
    assert take(client, f"/{draft.lesson_id}/import", preview, **fields).status_code == 302
    assert said(draft, "mk", "title") == ("Преводот" if meanwhile else "Новото")
    assert said(draft, "mk", "summary") == "Новото"
    assert said(draft, "mk", "steps.hello.heading") == "Добар ден"


def test_a_sheet_with_flaws_changes_nothing_and_tells_all_of_them(client: FlaskClient, draft: Draft) -> None:
    def change(rows: Rows) -> None:
        row_of(rows, "title")[2] = "Преводот"
        row_of(rows, "summary")[0] = "sumary"
        row_of(rows, "steps.hello.text")[3] = "a" * 5000
        rows.append(["title", "", "x"])

    answer = bring(client, f"/{draft.lesson_id}/import", edited(sheet_of(client, draft), change))
    assert answer.status_code == 400
    assert len(re.findall(r"<strong>[^<]* [A-Z]+\d+</strong>", answer.text)) == 3
    assert said(draft, "mk", "title") == "Заедно играме"


def test_the_sheet_of_another_lesson(client: FlaskClient, draft: Draft, trainer: Person) -> None:
    other = drafts.begin(trainer, "1-3", {"mk": "Друга", "sq": "Tjetër"})
    db.session.commit()
    answer = bring(client, f"/{other.lesson_id}/import", sheet_of(client, draft))
    assert answer.status_code == 400
    assert draft.lesson_id in answer.text


def test_nothing_in_the_sheet_is_a_formula_or_a_link(
    client: FlaskClient, draft: Draft, trainer: Person
) -> None:
    for key, text in (("title", "=cmd|'/c calc'!A1"), ("summary", "http://elsewhere.invalid/")):
        row = drafts.texts_of(draft)["mk"][key]
        writing.write(draft, trainer, "mk", key, text, row.version)
    db.session.commit()
    rows = read_workbook(sheet_of(client, draft), "x")["texts"]  # which refuses formulas
    assert [row[2] for row in rows[1:3]] == ["=cmd|'/c calc'!A1", "http://elsewhere.invalid/"]


def test_an_entity_bomb_is_refused_and_the_reader_would_not_open_it_either() -> None:
    dtd = b'?>\n<!DOCTYPE sst [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    bomb = respelt(
        book({"one": [["x"]]}), STRINGS, lambda xml: xml.replace(b"?>", dtd, 1).replace(b">x<", b">&b;<")
    )
    assert problems(bomb) == [("has_dtd", "")]
    with pytest.raises(CalamineError):
        CalamineWorkbook.from_filelike(io.BytesIO(bomb)).get_sheet_by_name("one").to_python()


def test_a_formula_is_refused_at_its_cell() -> None:
    assert problems(book({"one": [["x"]]}, "=1+1")) == [("formula", "B2")]


@pytest.mark.parametrize(
    ("part", "old", "new", "code"),
    [
        (CELLS, b'r="A1"', b'r="XFD1048576"', "too_many_cells"),
        (CELLS, b"<sheetData>", b"<sheetData>" + b"<row><c/></row>" * 3000, "too_many_cells"),
        (CELLS, b"<sheetData>", b"<sheetData><row>" + b"<c/>" * 100 + b"</row>", "too_many_cells"),
        (STRINGS, b'uniqueCount="1"', b'uniqueCount="4294967290"', "too_many_cells"),
        (CELLS, b"<v>0</v>", b"<v>99999</v>", "not_a_sheet"),
        (CELLS, b"<sheetData>", b"<sheetData", "not_a_sheet"),
    ],
)
def test_a_table_that_promises_too_much(part: str, old: bytes, new: bytes, code: str) -> None:
    data = respelt(book({"one": [["x"]]}), part, lambda xml: xml.replace(old, new))
    assert problems(data)[0][0] == code


def test_many_cells_that_share_a_long_text_are_too_much() -> None:
    assert problems(book({"one": [["a" * 30_000] * 50] * 40}))[0][0] in (
        "unpacks_too_large",
        "packed_too_tight",
    )


def filled(**cells: str) -> list[str]:
    return [cells.get(name.replace(".", "_"), "") for name in COLUMNS]


def questions_book(*rows: list[str]) -> bytes:
    return book({"questions": [list(COLUMNS), list(COLUMNS), *rows]})


def test_the_template_and_its_examples(client: FlaskClient, trainer: Person) -> None:
    sheets = read_workbook(client.get("/mk/staff/desk/questions/empty.xlsx").data, "x")
    assert question_sheet.is_one(sheets)
    assert not translation_sheet.is_one(sheets)
    examples = question_sheet.read({"questions": sheets["examples"]})
    assert [new.question.kind for new in examples] == ["single", "truefalse", "match"]
    assert all(set(new.texts) == {"mk", "sq"} for new in examples)
    with pytest.raises(FileRefused):
        question_sheet.read(sheets)  # nothing is filled in yet


def test_questions_of_every_kind() -> None:
    four = {"choice1_mk": "а", "choice2_mk": "б", "choice3_mk": "в", "choice3_sq": "c"}
    pairs = {"choice1_mk": "дожд = чадор", "choice2_mk": "студ = шал"}
    rows = [
        filled(kind="single: One is right", question_mk="?", right="2", **four),
        filled(kind="multiple", mode="scored: Counted", question_mk="?", right="1, 3", **four),
        filled(kind="multiple", mode="private", question_mk="?", **four),
        filled(kind="truefalse", question_mk="?", right="Да", feedback1_mk="така", feedback2_mk="не"),
        filled(kind="order", question_mk="?", **four),
        filled(kind="match", question_sq="?", **pairs),
        filled(kind="buckets", question_mk="?", **pairs),
    ]
    found = question_sheet.read(read_workbook(questions_book(*rows), "x"))
    assert [new.question.kind for new in found] == [
        "single", "multiple", "multiple", "truefalse", "order", "match", "buckets",
    ]  # fmt: skip
    assert [new.question.key() for new in found[:4]] == ["c2", ["c1", "c3"], None, "true"]
    assert all(not list(new.question.flaws()) for new in found)
    order = found[4]
    assert [order.texts["mk"][f"items.{item}"] for item in order.question.key()] == ["а", "б", "в"]  # type: ignore[union-attr]


def test_every_problem_by_row_and_column() -> None:
    rows = [
        filled(kind="essay", question_mk="?"),
        filled(kind="single", mode="often", right="7", choice1_mk="а"),
        filled(kind="truefalse", question_mk="?", right="maybe"),
        filled(kind="match", question_mk="?", choice1_mk="дожд", choice2_mk="a = b", right="1"),
        filled(kind="single", mode="private", question_mk="?", right="1", choice1_mk="а", choice2_mk="б"),
    ]
    with pytest.raises(FileRefused) as refused:
        question_sheet.read(read_workbook(questions_book(*rows), "x"))
    assert [(problem.key, problem.code) for problem in refused.value.problems] == [
        ("A3", "not_one_of"),
        ("B4", "not_one_of"),
        ("C4", "no_question_text"),
        ("E4", "right_numbers"),
        ("F4", "two_choices"),
        ("E5", "true_or_false"),
        ("E6", "right_not_here"),
        ("F6", "pair_needs_equals"),
        ("E7", "right_on_private"),
    ]
