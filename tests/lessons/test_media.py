"""Uploaded pictures: kept once, given to anybody, shown in lessons, credited."""

import pytest
from flask import Flask, url_for
from flask.testing import FlaskClient
from sqlalchemy import func, select

from quizapp.db import db
from quizapp.lessons import catalogue
from quizapp.lessons.media import keep_picture, known_pictures, picture_bytes
from quizapp.lessons.models import Media
from quizapp.lessons.rebuilding import Rebuilt, rebuilt
from quizapp.trail import TrailEntry
from tests.learning.stage import counted_statements
from tests.lessons.picture_files import picture
from tests.lessons.sample_lesson import sample_lesson


@pytest.fixture
def media(app: Flask) -> Media:
    made = keep_picture(7, rebuilt(picture()), "Река", "Ана", "cc_by")
    db.session.commit()
    return made


def test_the_same_picture_twice_is_one_row_with_its_first_credit(media: Media) -> None:
    again = keep_picture(8, rebuilt(picture("PNG", comment="x")), "Друго", "Besa", "own")
    db.session.commit()
    assert again.id == media.id
    assert again.made_by == "Ана"
    assert db.session.scalar(select(func.count()).select_from(Media)) == 1
    deeds = db.session.scalars(select(TrailEntry).where(TrailEntry.deed == "picture_added")).all()
    assert [(deed.actor_id, deed.subject) for deed in deeds] == [(7, f"picture:{media.id}")]


def test_anybody_gets_it_and_may_keep_it(client: FlaskClient, media: Media) -> None:
    answer = client.get(f"/media/{media.id}.webp")
    assert answer.data == picture_bytes(media.id)
    assert answer.mimetype == "image/webp"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "immutable" in answer.headers["Cache-Control"]
    assert "Cookie" not in answer.headers.get("Vary", "")
    assert "Set-Cookie" not in answer.headers
    kept = client.get(f"/media/{media.id}.webp", headers={"If-None-Match": answer.headers["ETag"]})
    assert (kept.status_code, kept.data) == (304, b"")


@pytest.mark.parametrize("wrong", ["u-0", f"u-{'0' * 24}", "leo", "u-%27%20or%201", "..%2f..%2fetc"])
def test_what_is_no_picture_is_not_there(client: FlaskClient, wrong: str) -> None:
    assert client.get(f"/media/{wrong}.webp").status_code == 404


def test_known_pictures_are_drawings_and_uploads(app: Flask, media: Media) -> None:
    name = media.id
    with counted_statements() as seen:
        known = known_pictures(["leo", "kitchen", name, f"u-{'0' * 24}", "nobody"])
    assert known == {"leo", "kitchen", name}
    assert len(seen) == 1


def test_a_lesson_shows_it_and_the_credits_name_it(app: Flask, client: FlaskClient, media: Media) -> None:
    hidden = keep_picture(7, rebuilt(picture(colour="red")), "Нацрт", "Никој", "own")
    assert media.made_by not in client.get("/mk/credits").text
    lesson = sample_lesson()
    catalogue.publish(lesson.model_copy(update={"cover": media.id}))
    db.session.commit()
    with app.test_request_context():
        address = url_for("lessons.uploaded_picture", picture_id=media.id)
    assert address in client.get("/mk/").text
    for language in ("mk", "sq"):
        page = client.get(f"/{language}/credits").text
        assert media.made_by in page
        assert hidden.made_by not in page


def test_a_credit_is_text(app: Flask, client: FlaskClient) -> None:
    evil = "<script>alert(1)</script>"
    media = keep_picture(7, Rebuilt(b"1", "image/webp", 4, 3), evil, evil, "own")
    catalogue.publish(sample_lesson().model_copy(update={"cover": media.id}))
    db.session.commit()
    assert "<script>alert" not in client.get("/mk/credits").text
