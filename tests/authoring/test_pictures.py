"""Pictures to choose from, and pictures brought: good ones are kept, hostile ones refused without a trace."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from quizapp.authoring import drafts
from quizapp.authoring.checking import candidate
from quizapp.authoring.pictures import drawings, matching, suggested_alt
from quizapp.config import PACKAGE
from quizapp.db import db
from quizapp.lessons.checks.letters import findings
from quizapp.lessons.media import picture_bytes
from quizapp.lessons.models import Media
from quizapp.trail import TrailEntry
from tests.accounts.pages import token_of
from tests.authoring.conftest import Desk
from tests.cast import sign_in
from tests.learning.stage import rows
from tests.lessons.picture_files import SECRET, SVG, bomb, many_scans, picture, telling

PAGE = "/en/staff/desk/pictures/new"
SAID = {"title": "Мост", "made_by": "Ана Анова", "licence": "cc_by", "harmless": "y"}


@pytest.fixture
def vesna(client: FlaskClient, desk: Desk) -> FlaskClient:
    """Vesna's browser."""
    sign_in(client, desk.vesna)
    return client


def bring(client: FlaskClient, data: bytes, name: str = "a.png", **said: Any) -> TestResponse:
    token = token_of(client.get(PAGE).text)
    fields = {"csrf_token": token, **SAID, **said, "file": (BytesIO(data), name)}
    return client.post(PAGE, data=fields, content_type="multipart/form-data")


def test_a_picture_is_kept_with_its_credit_and_nothing_else(vesna: FlaskClient, desk: Desk) -> None:
    answer = bring(vesna, telling("JPEG"), "Мојата слика.JPG")
    assert answer.status_code == 302
    media = db.session.scalars(select(Media)).one()
    assert (media.title, media.made_by, media.licence) == ("Мост", "Ана Анова", "cc_by")
    assert media.uploaded_by == desk.vesna.id
    data = picture_bytes(media.id)
    assert data
    assert SECRET not in data
    assert db.session.scalar(select(TrailEntry.subject).where(TrailEntry.deed == "picture_added"))
    assert f'id="{media.id}"' in vesna.get(answer.location).text
    assert media.id in vesna.get("/en/staff/desk/pictures/choose").text
    assert f'id="{media.id}"' in vesna.get("/en/staff/desk/pictures?q=МОСТ").text


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "a.png"),
        (SVG, "a.svg"),
        (SVG, "a.png"),
        (picture("PNG"), "a.svg"),
        (picture("PNG"), "../../etc/passwd"),
        (picture("PNG", (600, 600))[:-200], "a.png"),
        (picture("JPEG")[:-900], "a.jpg"),
        (b"GIF89a" + bytes(200), "a.png"),
        (b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'b'>]><a>&b;</a>", "a.webp"),
        (picture("PNG", (4001, 3000)), "a.png"),
        (bomb(), "a.png"),
        (many_scans(), "a.jpg"),
        (picture("PNG") + bytes(5_000_000), "a.png"),
        (bytes(6_000_000), "a.png"),
    ],
)
def test_hostile_files_change_no_row(vesna: FlaskClient, data: bytes, name: str) -> None:
    answer = bring(vesna, data, name)
    assert answer.status_code in (400, 413)
    assert "Traceback" not in answer.text
    assert rows(Media) == 0


@pytest.mark.parametrize("missing", ["title", "made_by", "licence", "harmless", "csrf_token", "file"])
def test_all_of_it_is_asked_for(vesna: FlaskClient, missing: str) -> None:
    said = {"csrf_token": token_of(vesna.get(PAGE).text), **SAID, "file": (BytesIO(picture()), "a.png")}
    del said[missing]
    answer = vesna.post(PAGE, data=said, content_type="multipart/form-data")
    assert answer.status_code == 400
    assert missing == "title" or 'value="Мост"' in answer.text
    assert rows(Media) == 0


def test_a_draft_may_show_it(vesna: FlaskClient, desk: Desk) -> None:
    bring(vesna, picture())
    name = db.session.scalars(select(Media.id)).one()
    for cover, missing in ((name, False), (f"u-{'0' * 24}", True)):
        structure = drafts.structure_of(desk.whole).model_copy(update={"cover": cover})
        drafts.overwrite(desk.whole, desk.vesna, structure, drafts.plain(drafts.texts_of(desk.whole)))
        lesson, problems = candidate(desk.whole)
        assert ("missing_picture" in {problem.code for problem in problems}) is missing
        assert (lesson is None) is missing


def test_the_same_picture_again_is_no_second_row(vesna: FlaskClient) -> None:
    for kind in ("PNG", "PNG"):
        assert bring(vesna, telling(kind)).status_code == 302
    assert db.session.scalar(select(func.count()).select_from(Media)) == 1


def test_every_drawing_has_a_name_that_could_describe_it() -> None:
    folders = {
        group: {file.stem for file in Path(PACKAGE / "static/pictures" / group).glob("*.svg")}
        for group in ("scenes", "cast", "things", "animals")
    }
    assert {group: {one.id for one in choices} for group, choices in drawings().items()} == folders
    for choices in drawings().values():
        for one in choices:
            assert set(one.names) == {"mk", "sq", "en"}
            for language in ("mk", "sq"):
                assert not list(findings(one.names[language], language)), one.id
    assert suggested_alt("cake")["mk"] == "Роденденска торта"
    assert not suggested_alt("nobody")


def test_pictures_are_found_in_any_language() -> None:
    for question in ("femije zemeruar", "налутено", "ANGRY child"):
        assert [one.id for group in matching(drawings(), question).values() for one in group][:1] == ["angry"]
    assert matching(drawings(), "") == drawings()
    assert not matching(drawings(), "nothing at all")
