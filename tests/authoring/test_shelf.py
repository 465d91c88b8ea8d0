"""The shelf: every lesson with its state, how far it is, who uses it, and what is found in it."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.accounts.models import Person
from quizapp.authoring import arranging, drafts, history, writing
from quizapp.authoring.models import Draft
from quizapp.authoring.search import search
from quizapp.authoring.shelf import Entry, shelf
from quizapp.db import db
from quizapp.learning import assignments
from quizapp.lessons import catalogue
from quizapp.lessons.models import LessonRow
from quizapp.lessons.withdrawing import withdraw
from tests.accounts.pages import token_of
from tests.authoring.conftest import Desk
from tests.cast import a_cast, a_trainer, sign_in
from tests.learning.stage import counted_statements
from tests.lessons.sample_lesson import sample_lesson

SHELF = "/en/staff/desk"


@pytest.fixture
def vesna(client: FlaskClient, desk: Desk) -> FlaskClient:
    """Vesna's browser."""
    sign_in(client, desk.vesna)
    return client


def entry(lesson_id: str) -> Entry:
    return next(one for one in shelf() if one.lesson_id == lesson_id)


def published(draft: Draft) -> None:
    """As publishing leaves a draft and its lesson, without the way there."""
    lesson = sample_lesson().model_copy(update={"id": draft.lesson_id})
    catalogue.publish(lesson, origin="own")
    draft.state = "published"
    db.session.commit()


def ids(page: str) -> list[str]:
    return re.findall(r'id="lesson-([a-z0-9]+)"', page)


def test_every_state_in_its_turn(desk: Desk) -> None:
    draft, lesson_id = desk.whole, desk.whole.lesson_id
    assert entry(lesson_id).state == "draft"
    draft.state = "in_review"
    assert entry(lesson_id).state == "in_review"
    published(draft)
    assert entry(lesson_id).state == "published"
    writing.write(draft, desk.vesna, "mk", "title", "Друг наслов", 1)
    arranging.add_step(draft, desk.vesna, "text", None, None)
    assert entry(lesson_id).state == "newer_draft"
    row = db.session.get(LessonRow, lesson_id)
    assert row
    withdraw(row, {"mk": "Грешка"}, desk.arben.id)
    db.session.commit()
    assert entry(lesson_id).state == "withdrawn"


def test_how_far_each_language_is(desk: Desk) -> None:
    draft = desk.whole
    standing = entry(draft.lesson_id).standing
    assert standing
    whole = standing.languages["mk"]
    assert whole.filled == whole.needed == standing.languages["sq"].filled
    assert whole.title == sample_lesson().words["mk"].title
    version = drafts.texts_of(draft)["mk"]["summary"].version
    writing.write(draft, desk.arben, "mk", "summary", "Нешто друго", version)
    arranging.add_step(draft, desk.arben, "picture", None, None)
    db.session.commit()
    standing = entry(draft.lesson_id).standing
    assert standing
    mk, sq = standing.languages["mk"], standing.languages["sq"]
    assert mk.needed - mk.filled == 3, "heading, text and what the picture shows"
    assert (mk.to_check, sq.to_check) == (0, 1)
    assert (mk.alts_missing, sq.alts_missing) == (1, 1)
    assert entry(draft.lesson_id).worked[0] == desk.arben.name


def test_a_picture_that_is_not_there_is_counted(desk: Desk) -> None:
    structure = drafts.structure_of(desk.whole).model_copy(update={"cover": f"u-{'0' * 24}"})
    drafts.overwrite(desk.whole, desk.vesna, structure, drafts.plain(drafts.texts_of(desk.whole)))
    db.session.commit()
    standing = entry(desk.whole.lesson_id).standing
    assert standing
    assert standing.pictures_missing == 1


def test_who_was_at_it_last_is_named(desk: Desk) -> None:
    for who, key, base in ((desk.arben, "summary", 0), (desk.vesna, "title", 1)):
        writing.write(desk.draft, who, "mk", key, key, base)
        history.keep(desk.draft, who)
        db.session.commit()
    worked = entry(desk.draft.lesson_id).worked
    assert worked
    assert worked[0] == "Vesna", "whose version is the older one"


def test_classes_at_work_are_counted(app: Flask) -> None:
    cast = a_cast()
    revision = catalogue.publish(sample_lesson())
    for school_class in (cast.ana_class, cast.besim_class):
        assignments.assign(school_class, revision)
    cast.besim_class.archived_on = cast.besim_class.created_on
    db.session.commit()
    assert entry("sample").classes == 1
    assert entry("sample").titles["sq"] == sample_lesson().words["sq"].title


@pytest.mark.parametrize("language", ["mk", "sq", "en"])
def test_the_page_shows_them_all(vesna: FlaskClient, desk: Desk, language: str) -> None:
    catalogue.import_bundled()
    db.session.commit()
    page = vesna.get(f"/{language}/staff/desk")
    assert page.status_code == 200
    assert set(ids(page.text)) == {"t1", "t2", "a4", "b2", "c1"}


def test_filters_leave_what_fits(vesna: FlaskClient, desk: Desk) -> None:
    catalogue.import_bundled()
    db.session.commit()
    band = sample_lesson().band
    for query, wanted in {
        "band=7-9": {"c1"},
        "state=draft": {"t1", "t2"},
        "state=published&topic=secrets": {"a4"},
        "state=withdrawn": set(),
        f"q=нова+лекција&band={'4-6'}": {"t1"},
        f"band={band}&state=draft&q=%25": set(),
        "topic=none": set(),
    }.items():
        assert set(ids(vesna.get(f"{SHELF}?{query}").text)) == wanted, query


def test_words_are_found_with_those_around(vesna: FlaskClient, desk: Desk) -> None:
    catalogue.import_bundled()
    db.session.commit()
    page = vesna.get(f"{SHELF}?q=SURPRIZE").text
    assert ids(page) == ["a4"]
    assert re.search(r'<span lang="sq">[^<]*<mark>[Ss]urprizë</mark>', page)
    published(desk.whole)
    word = sample_lesson().words["mk"].title.split()[0]
    places = search(word).places[desk.whole.lesson_id]
    assert [(hit.found.source, hit.found.language) for hit in places] == [("draft", "mk")]


def test_what_is_looked_for_is_text(vesna: FlaskClient, desk: Desk) -> None:
    evil = "<script>alert(1)</script>"
    version = drafts.texts_of(desk.draft)["mk"]["title"].version
    writing.write(desk.draft, desk.vesna, "mk", "title", evil, version)
    arranging.add_step(desk.draft, desk.vesna, "text", None, None)
    db.session.commit()
    page = vesna.get(SHELF, query_string={"q": "alert"})
    assert ids(page.text) == ["t1"]
    assert "<script>alert" not in page.text
    for odd in ("\x00", "'" * 500, "я" * 10_000, "\ud800"):
        assert vesna.get(SHELF, query_string={"q": odd.encode("utf-8", "replace")}).status_code in (200, 400)


def test_statements_do_not_grow_with_the_lessons(vesna: FlaskClient, desk: Desk) -> None:
    catalogue.publish(sample_lesson())
    db.session.commit()
    before = statements(vesna)
    for number in range(12):
        drafts.take_in(desk.vesna, drafts.structure_in(sample_lesson()), drafts.texts_in(sample_lesson()))
        catalogue.publish(sample_lesson().model_copy(update={"id": f"own{number}"}), origin="own")
    db.session.commit()
    assert statements(vesna) == before


def statements(client: FlaskClient) -> tuple[int, int]:
    """Of the shelf, and of a search in it."""
    counts = []
    for address in (SHELF, f"{SHELF}?q={sample_lesson().words['mk'].title.split()[0]}"):
        client.get(address)
        db.session.expire_all()
        with counted_statements() as seen:
            assert client.get(address).status_code == 200
        counts.append(len(seen))
    return counts[0], counts[1]


def test_a_lesson_is_begun_with_one_title(vesna: FlaskClient, desk: Desk) -> None:
    page = f"{SHELF}/new"
    token = token_of(vesna.get(page).text)
    assert vesna.post(page, data={"csrf_token": token, "band": "1-3"}).status_code == 400
    assert vesna.post(page, data={"csrf_token": token, "title_sq": "Lumi"}).status_code == 400
    answer = vesna.post(page, data={"csrf_token": token, "band": "1-3", "title_sq": " Lumi "})
    assert answer.status_code == 302
    made = drafts.draft_for(answer.location.rpartition("/")[2])
    assert made.band == "1-3"
    assert drafts.texts_of(made)["sq"]["title"].text == "Lumi"


def test_a_published_lesson_is_copied(vesna: FlaskClient, desk: Desk) -> None:
    catalogue.import_bundled()
    db.session.commit()
    token = token_of(vesna.get(SHELF).text)
    assert vesna.post(f"{SHELF}/adapt/a4", data={"csrf_token": "stale"}).status_code == 400
    assert vesna.post(f"{SHELF}/adapt/t1", data={"csrf_token": token}).status_code == 404
    answer = vesna.post(f"{SHELF}/adapt/a4", data={"csrf_token": token})
    made = entry(answer.location.rpartition("/")[2])
    assert made.origin == "a4/1"
    assert made.titles == entry("a4").titles


def test_a_person_who_is_gone_leaves_no_gap(app: Flask, desk: Desk) -> None:
    other = a_trainer("other@example.org")
    arranging.add_step(desk.whole, other, "text", None, None)
    db.session.commit()
    db.session.delete(db.session.get(Person, other.id))
    db.session.commit()
    assert entry(desk.whole.lesson_id).worked[0] is None
