"""The history of a lesson: who changed what and when, two versions compared, one brought back."""

import pytest
from flask.testing import FlaskClient

from quizapp.accounts.models import Person
from quizapp.authoring import arranging, comparing, drafts, history, writing
from quizapp.db import db
from tests.authoring.conftest import Desk
from tests.authoring.sent_form import SentForm, opened
from tests.cast import sign_in


@pytest.fixture
def vesna(desk: Desk, client: FlaskClient) -> FlaskClient:
    """Vesna's browser, after Arben has been at her lesson."""
    sign_in(client, desk.vesna)
    writing.write(desk.whole, desk.arben, "mk", "title", "Ајде да си играме", 1)
    arranging.remove_step(desk.whole, desk.arben, "look")
    arranging.add_step(desk.whole, desk.arben, "text", after="hello")
    arranging.move_step(desk.whole, desk.arben, "talk", 3)
    db.session.commit()
    return client


def address(desk: Desk, at: int, language: str = "en") -> str:
    found = history.versions(desk.whole)[at]
    return f"/{language}/staff/desk/{desk.whole.lesson_id}/history/{found.id}"


def test_every_version_is_listed_with_who_made_it(desk: Desk, vesna: FlaskClient) -> None:
    answer = vesna.get(f"/en/staff/desk/{desk.whole.lesson_id}/history")
    assert answer.status_code == 200
    rows = answer.text.count("<tr>") - 1
    assert rows == len(history.versions(desk.whole)) == 2
    assert answer.text.index("Arben") < answer.text.index("Vesna")


def test_a_version_shows_what_it_changed(desk: Desk, vesna: FlaskClient) -> None:
    html = vesna.get(address(desk, 0)).text
    assert "<ins>" in html
    assert "<del>" in html
    assert "New step" in html
    assert "Removed step" in html
    assert "another order" in html
    assert "Bring this version back" not in html
    assert "first version" in vesna.get(address(desk, 1)).text


def test_words_that_changed_are_marked() -> None:
    bits = comparing.bits("Утре баба има роденден.", "Утре дедо има роденден.")
    assert [(bit.kind, bit.text.strip()) for bit in bits] == [
        ("same", "Утре"),
        ("old", "баба"),
        ("new", "дедо"),
        ("same", "има роденден."),
    ]
    assert "".join(bit.text for bit in bits if bit.kind != "old") == "Утре дедо има роденден."


def test_bringing_back_and_taking_that_back(desk: Desk, vesna: FlaskClient) -> None:
    old, changed = address(desk, 1), address(desk, 0)
    before, after = (drafts.structure_of(desk.whole), "Ајде да си играме")
    for target, title in ((old, "Играме заедно"), (changed, after)):
        token = SentForm(vesna.get(target).text.replace("<form method", '<form id="desk" method')).fields
        answer = vesna.post(target, data=token)
        assert answer.status_code == 303
        db.session.expire_all()
        row = drafts.texts_of(desk.whole)["mk"]["title"]
        assert (row.text == after) is (title == after)
    assert drafts.structure_of(desk.whole) == before
    assert [one.occasion for one in history.versions(desk.whole)][:2] == ["brought_back", "brought_back"]
    assert opened(vesna, desk.whole.lesson_id)


def test_an_old_token_changes_nothing(desk: Desk, vesna: FlaskClient) -> None:
    answer = vesna.post(address(desk, 1), data={"csrf_token": "old"})
    assert answer.status_code == 400
    assert len(history.versions(desk.whole)) == 2


def test_a_version_of_another_lesson_is_not_there(desk: Desk, vesna: FlaskClient) -> None:
    other = history.versions(desk.draft)[0]
    assert vesna.get(f"/mk/staff/desk/{desk.whole.lesson_id}/history/{other.id}").status_code == 404
    assert vesna.get(f"/mk/staff/desk/{desk.whole.lesson_id}/history/{2**40}").status_code == 404


def test_what_somebody_wrote_over_stands_in_a_version(desk: Desk) -> None:
    def save(who: Person, key: str, text: str, base: int) -> None:
        writing.write(desk.draft, who, "mk", key, text, base)
        history.keep(desk.draft, who)
        db.session.commit()

    save(desk.vesna, "summary", "Весна", 0)
    save(desk.arben, "summary", "Арбен", 1)
    save(desk.vesna, "title", "Весна пак", 1)
    said = [history.texts_in(one)["mk"].get("summary") for one in history.versions(desk.draft)]
    assert said[:3] == ["Арбен", "Арбен", "Весна"]


def test_turns_at_other_texts_share_a_version(desk: Desk) -> None:
    before = len(history.versions(desk.draft))
    for who, key, base in ((desk.vesna, "summary", 0), (desk.arben, "other", 0), (desk.vesna, "summary", 1)):
        writing.write(desk.draft, who, "mk", key, f"{key} {base}", base)
        history.keep(desk.draft, who)
        db.session.commit()
    assert len(history.versions(desk.draft)) == before + 1
