"""Files are looked at, then taken in whole or not at all, on both databases."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from quizapp.accounts.models import Person
from quizapp.authoring import drafts, history, writing
from quizapp.authoring.checking import lesson_from
from quizapp.authoring.models import Draft, DraftText, DraftVersion, Upload
from quizapp.db import db
from quizapp.lessons import catalogue
from quizapp.trail import TrailEntry
from tests.authoring.exchange.files import a_package, bring, files_of, respelt, take, token_of, zipped
from tests.cast import a_trainer, sign_in
from tests.lessons.sample_lesson import sample_lesson

GIFT = """::one:: Колку е два и два? {=четири#Така е. ~пет#Брои уште еднаш.}

// ред
Небото е сино.{T}
""".encode()


@pytest.fixture
def trainer(app: Flask) -> Person:
    return a_trainer("trainer@example.org")


@pytest.fixture
def desk(client: FlaskClient, trainer: Person) -> FlaskClient:
    sign_in(client, trainer)
    return client


@pytest.fixture
def draft(trainer: Person) -> Draft:
    found = drafts.adapt(trainer, catalogue.publish(sample_lesson()))
    db.session.commit()
    return found


def rows() -> tuple[int, ...]:
    db.session.rollback()
    kinds = (Draft, DraftText, DraftVersion, TrailEntry)
    return tuple(db.session.scalar(select(func.count()).select_from(kind)) or 0 for kind in kinds)


def state(lesson_id: str) -> tuple[object, object]:
    db.session.expire_all()
    found = drafts.draft_for(lesson_id)
    return drafts.structure_of(found), drafts.plain(drafts.texts_of(found))


def test_a_package_becomes_a_draft_that_says_the_same(desk: FlaskClient) -> None:
    catalogue.publish(sample_lesson())
    db.session.commit()
    package = desk.get("/en/staff/desk/sample/package.zip").data
    assert package == desk.get("/en/staff/desk/sample/package.zip").data
    taken = take(desk, "/import", bring(desk, "/import", package))
    assert taken.status_code == 302
    structure, texts = state("t1")
    lesson, problems = lesson_from(
        structure.model_copy(update={"id": "sample"}), texts, {"cake", *_pictures(structure)}
    )
    assert lesson is not None, problems
    assert lesson.to_json() == sample_lesson().to_json()
    assert drafts.draft_for("t1").adapted_from == "sample/1"
    assert files_of(desk.get("/en/staff/desk/t1/package.zip").data)["mk.toml"] == files_of(package)["mk.toml"]
    assert db.session.scalar(select(func.count()).select_from(Upload)) == 0


def _pictures(structure: object) -> set[str]:
    return {picture for step in structure.steps for picture in step.pictures().values()}  # type: ignore[attr-defined]


def test_what_is_only_looked_at_changes_nothing(desk: FlaskClient, draft: Draft) -> None:
    before = rows()
    for data in (a_package(), GIFT):
        assert bring(desk, f"/{draft.lesson_id}/import", data).status_code == 200
    assert bring(desk, "/import", a_package()).status_code == 200
    assert rows() == before


def test_a_package_takes_the_place_of_a_draft(desk: FlaskClient, draft: Draft) -> None:
    lesson_id = draft.lesson_id
    package = desk.get(f"/en/staff/desk/{lesson_id}/package.zip").data
    other = respelt(
        package, "mk.toml", lambda toml: toml.replace("Заедно играме".encode(), "Сега читаме".encode())
    )
    emptied = respelt(other, "sq.toml", lambda toml: toml.replace("Ka një lumë.".encode(), b""))
    preview = bring(desk, f"/{lesson_id}/import", emptied)
    assert preview.text.count("data-key=") == 2
    assert take(desk, f"/{lesson_id}/import", preview).status_code == 302
    _structure, texts = state(lesson_id)
    assert texts["mk"]["title"] == "Сега читаме"
    assert texts["sq"]["steps.lefty.text"] == ""
    assert files_of(desk.get(f"/en/staff/desk/{lesson_id}/package.zip").data) == files_of(emptied)


def test_questions_become_steps_before_the_end(desk: FlaskClient, draft: Draft) -> None:
    lesson_id = draft.lesson_id
    before = drafts.structure_of(draft).steps
    preview = bring(desk, f"/{lesson_id}/import", GIFT)
    assert take(desk, f"/{lesson_id}/import", preview).status_code == 302
    structure, texts = state(lesson_id)
    assert len(structure.steps) == len(before) + 2
    assert [step.kind for step in structure.steps[-4:]] == ["question", "question", "talk", "take_home"]
    new = structure.steps[-4].id
    assert texts["mk"][f"steps.{new}.heading"] == "Колку е два и два?"
    assert f"steps.{new}.heading" not in texts["sq"]


def test_a_file_is_taken_once(desk: FlaskClient, draft: Draft) -> None:
    preview = bring(desk, f"/{draft.lesson_id}/import", GIFT)
    assert take(desk, f"/{draft.lesson_id}/import", preview).status_code == 302
    after = rows()
    assert take(desk, f"/{draft.lesson_id}/import", preview).status_code == 400
    assert rows() == after


def test_a_draft_that_changed_after_the_look_is_shown_again(
    desk: FlaskClient, draft: Draft, trainer: Person
) -> None:
    lesson_id = draft.lesson_id
    preview = bring(desk, f"/{lesson_id}/import", a_package() + b"")
    row = drafts.texts_of(draft)["mk"]["title"]
    writing.write(draft, trainer, "mk", "title", "Нешто друго", row.version)
    history.keep(draft, trainer)
    db.session.commit()
    again = take(desk, f"/{lesson_id}/import", preview)
    assert again.status_code == 400
    assert "Нешто друго" in again.text
    assert take(desk, f"/{lesson_id}/import", again).status_code == 302


def test_a_stale_token_changes_nothing(desk: FlaskClient, draft: Draft) -> None:
    preview = bring(desk, f"/{draft.lesson_id}/import", GIFT)
    before = rows()
    assert take(desk, f"/{draft.lesson_id}/import", preview, csrf_token="old").status_code == 400
    assert rows() == before


def test_another_trainers_upload_is_not_taken(app: Flask, desk: FlaskClient, draft: Draft) -> None:
    preview = bring(desk, f"/{draft.lesson_id}/import", GIFT)
    sign_in(desk, a_trainer("other@example.org"))
    page = desk.get(f"/en/staff/desk/{draft.lesson_id}/exchange")
    before = rows()
    answer = take(desk, f"/{draft.lesson_id}/import", preview, csrf_token=token_of(page))
    assert answer.status_code == 400
    assert rows() == before


@pytest.mark.parametrize(
    "data", [b"", b"\x00\x01", b"PK\x03\x04", zipped({"../x": b""}), b"\xd0\xcf\x11\xe0", b"{"]
)
def test_what_is_none_of_ours_is_refused_in_words(desk: FlaskClient, draft: Draft, data: bytes) -> None:
    before = rows()
    for address in ("/import", f"/{draft.lesson_id}/import"):
        answer = bring(desk, address, data)
        assert answer.status_code == 400
    assert rows() == before


def test_a_file_beyond_the_limit_is_refused_in_words(desk: FlaskClient, draft: Draft) -> None:
    assert bring(desk, "/import", b"PK\x03\x04" + bytes(9_000_000)).status_code == 413
    assert bring(desk, "/import", b"PK\x03\x04" + bytes(1_000_000)).status_code == 400
    assert bring(desk, f"/{draft.lesson_id}/import", b"a" * 300_000).status_code == 400


def test_only_uploads_may_be_large(desk: FlaskClient, client: FlaskClient) -> None:
    assert desk.post("/en/staff/account", data={"csrf_token": "a" * 300_000}).status_code == 413
