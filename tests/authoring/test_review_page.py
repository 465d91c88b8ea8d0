"""The pages of a review: who may press what, and what becomes of what was entered."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from quizapp.accounts.models import Person
from quizapp.authoring import drafts, reviewing
from quizapp.authoring.checking import advice_on
from quizapp.authoring.models import Comment, Submission
from quizapp.db import db
from quizapp.lessons import catalogue
from quizapp.lessons.models import Revision
from tests.accounts.pages import token_of
from tests.authoring.conftest import Desk
from tests.authoring.review_room import approved_by, change, hand_over, rewrite
from tests.cast import a_trainer, sign_in
from tests.classroom.room import data, statements

Browser = Callable[[Person], FlaskClient]


@pytest.fixture
def browser(app: Flask) -> Browser:
    def signed_in(person: Person) -> FlaskClient:
        client = app.test_client()
        client.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"
        sign_in(client, person)
        return client

    return signed_in


@pytest.fixture
def page(desk: Desk) -> str:
    return f"/en/staff/desk/{desk.whole.lesson_id}/review"


def send(client: FlaskClient, page: str, path: str, **fields: object) -> TestResponse:
    return client.post(path, data={"csrf_token": token_of(client.get(page).text), **fields})


def all_reasons(desk: Desk) -> dict[str, str]:
    return {f"reason.{one.identity}": "така треба" for one in advice_on(desk.whole)}


def of_the_page(text: str) -> str:
    """Whatever a test of this module looks at stands behind the menu."""
    return text[text.index("<main") :]


def state(client: FlaskClient, page: str) -> str:
    (found,) = [one for one in data(client.get(page).text, "state") if one in STATES]
    return found


STATES = ("draft", "in_review", "published")


def test_the_whole_way(desk: Desk, browser: Browser, page: str) -> None:
    vesna, arben = browser(desk.vesna), browser(desk.arben)
    assert state(vesna, page) == "draft"
    assert send(vesna, page, f"{page}/submit", note="Нова лекција", **all_reasons(desk)).status_code == 303
    assert state(vesna, page) == "in_review"
    assert data(vesna.get(page).text, "approve") == []
    number = db.session.scalars(select(Submission.id)).one()
    assert data(arben.get(page).text, "approve") == ["mk", "sq"]
    for language in ("mk", "sq"):
        assert 'id="publish"' not in arben.get(page).text
        answer = send(arben, page, f"{page}/approve", submission=number, language=language)
        assert answer.status_code == 303
    assert 'id="publish"' in vesna.get(page).text
    publish = page.replace("review", "publish")
    assert send(vesna, page, publish, submission=number).status_code == 303
    assert send(vesna, page, publish, submission=number).status_code == 303  # two clicks
    revision = catalogue.newest(desk.whole.lesson_id)
    assert revision
    assert (revision.number, revision.note) == (1, "Нова лекција")
    assert state(vesna, page) == "published"


def test_errors_stand_in_the_way_with_their_places(desk: Desk, browser: Browser) -> None:
    vesna, page = browser(desk.vesna), f"/en/staff/desk/{desk.draft.lesson_id}/review"
    shown = vesna.get(page).text
    assert 'id="errors"' in shown
    assert 'id="submit"' not in shown
    assert f'href="/en/staff/desk/{desk.draft.lesson_id}#t.' in shown
    assert send(vesna, page, f"{page}/submit", note="x").status_code == 409
    assert db.session.scalar(select(Submission)) is None


def test_what_was_entered_comes_back(desk: Desk, browser: Browser, page: str) -> None:
    rewrite(desk.whole, desk.vesna, "steps.hello.text", "Здраво, тралапрас и блипкотоп.", "Mirë.")
    vesna = browser(desk.vesna)
    reasons = all_reasons(desk)
    kept = next(iter(reasons))
    answer = send(vesna, page, f"{page}/submit", note="Мојата белешка", **{kept: "лик од приказна"})
    assert answer.status_code == 400
    for text in ("Мојата белешка", "лик од приказна"):
        assert text in answer.text
    stale = vesna.post(f"{page}/submit", data={"csrf_token": "old", "note": "Мојата белешка", **reasons})
    assert stale.status_code == 400
    assert "Мојата белешка" in stale.text
    assert send(vesna, page, f"{page}/submit", note=" ", **reasons).status_code == 400
    assert db.session.scalar(select(Submission)) is None


def test_the_author_has_no_button_and_no_way_round(desk: Desk, browser: Browser, page: str) -> None:
    submission = hand_over(desk.whole, desk.vesna)
    vesna = browser(desk.vesna)
    assert data(vesna.get(page).text, "approve") == []
    for language in ("mk", "sq"):
        answer = send(vesna, page, f"{page}/approve", submission=submission.id, language=language)
        assert answer.status_code == 409
    assert approved_by(desk.whole) == {"mk": [], "sq": []}


def test_a_language_one_does_not_read_has_no_button(desk: Desk, browser: Browser, page: str) -> None:
    drita = a_trainer("drita@example.org", "sq")
    submission = hand_over(desk.whole, desk.vesna)
    client = browser(drita)
    assert data(client.get(page).text, "approve") == ["sq"]
    assert send(client, page, f"{page}/approve", submission=submission.id, language="mk").status_code == 409
    assert send(client, page, f"{page}/approve", submission=submission.id, language="en").status_code == 400
    assert approved_by(desk.whole) == {"mk": [], "sq": []}


def test_what_changed_meanwhile_is_read_again(desk: Desk, browser: Browser, page: str) -> None:
    submission = hand_over(desk.whole, desk.vesna)
    arben = browser(desk.arben)
    token = token_of(arben.get(page).text)
    rewrite(desk.whole, desk.vesna, "title", "Наслов", "Titull")
    hand_over(desk.whole, desk.vesna)
    sent = {"csrf_token": token, "submission": submission.id}
    for path, more in (("approve", {"language": "sq"}), ("changes", {"text": "Ова не го пишувам двапати."})):
        answer = arben.post(f"{page}/{path}", data=sent | more)
        assert answer.status_code == 409
        assert more.get("text", "") in answer.text
    publish = arben.post(page.replace("review", "publish"), data=sent)
    assert publish.status_code == 409
    assert approved_by(desk.whole) == {"mk": [], "sq": []}
    assert catalogue.newest(desk.whole.lesson_id) is None


def test_nothing_is_published_without_approvals(desk: Desk, browser: Browser, page: str) -> None:
    submission = hand_over(desk.whole, desk.vesna)
    vesna = browser(desk.vesna)
    answer = send(vesna, page, page.replace("review", "publish"), submission=submission.id)
    assert answer.status_code == 409
    assert catalogue.newest(desk.whole.lesson_id) is None


@pytest.mark.parametrize("path", ["approve", "changes"])
def test_a_stale_button_changes_nothing(desk: Desk, browser: Browser, page: str, path: str) -> None:
    submission = hand_over(desk.whole, desk.vesna)
    sent = {"csrf_token": "old", "submission": submission.id, "language": "sq", "text": "Долг текст"}
    answer = browser(desk.arben).post(f"{page}/{path}", data=sent)
    assert answer.status_code == 400
    assert ("Долг текст" in answer.text) == (path == "changes")
    assert drafts.draft_for(desk.whole.lesson_id).state == "in_review"


def test_asking_for_changes(desk: Desk, browser: Browser, page: str) -> None:
    submission = hand_over(desk.whole, desk.vesna)
    arben = browser(desk.arben)
    assert send(arben, page, f"{page}/changes", submission=submission.id, text="").status_code == 400
    answer = send(arben, page, f"{page}/changes", submission=submission.id, text="Пократко, молам.")
    assert answer.status_code == 303
    assert state(arben, page) == "draft"
    assert "Пократко, молам." in arben.get(page).text


def test_comments_in_place_and_settled(desk: Desk, browser: Browser, page: str) -> None:
    arben = browser(desk.arben)
    fields = {"step": "hello", "about": "steps.hello.text|mk"}
    assert send(arben, page, f"{page}/comment", **fields, text="").status_code == 400
    stale = arben.post(f"{page}/comment", data={"csrf_token": "old", **fields, "text": "Не го губи"})
    assert stale.status_code == 400
    assert "Не го губи" in stale.text
    gone = send(arben, page, f"{page}/comment", step="nowhere", about="|", text="Каде?")
    assert gone.status_code == 409
    assert db.session.scalar(select(Comment)) is None
    answer = send(arben, page, f"{page}/comment", **fields, text="Зошто?")
    assert answer.status_code == 303
    assert answer.location.endswith("#part-hello")
    comment = db.session.scalars(select(Comment)).one()
    assert data(arben.get(page).text, "settled") == ["no"]
    assert send(arben, page, f"{page}/settle/{comment.id}").status_code == 303
    assert data(arben.get(page).text, "settled") == ["yes"]
    assert send(arben, page, f"{page}/settle/{comment.id + 1}").status_code == 404


def test_a_comment_of_another_lesson_is_not_there(desk: Desk, browser: Browser, page: str) -> None:
    arben = browser(desk.arben)
    send(arben, page, f"{page}/comment", step="", about="|", text="Добро.")
    comment = db.session.scalars(select(Comment)).one()
    elsewhere = f"/en/staff/desk/{desk.draft.lesson_id}/review"
    assert send(arben, page, f"{elsewhere}/settle/{comment.id}").status_code == 404


def test_what_is_new_since_the_last_version_is_marked(desk: Desk, browser: Browser, page: str) -> None:
    submission = hand_over(desk.whole, desk.vesna)
    for language in ("mk", "sq"):
        reviewing.approve(desk.whole, desk.arben, language, submission.id)
    client = browser(desk.vesna)
    send(client, page, page.replace("review", "publish"), submission=submission.id)
    change(desk.whole, desk.vesna, "mk", "steps.hello.heading", "Сосема друго")
    shown = of_the_page(client.get(page).text)
    assert "<ins>Сосема друго</ins>" in shown
    states = dict(zip(data(shown, "part"), data(shown, "state")[1:], strict=True))
    assert states["hello"] == "changed"
    assert set(states.values()) == {"changed", "same"}


def test_the_list_tells_what_waits_for_whom(desk: Desk, browser: Browser) -> None:
    listed = "/sq/staff/desk/reviews"
    drita = browser(a_trainer("drita@example.org", "sq"))
    arben = browser(desk.arben)
    assert data(arben.get(listed).text, "mine") == []
    submission = hand_over(desk.whole, desk.vesna)
    assert data(browser(desk.vesna).get(listed).text, "mine") == [""]
    assert data(drita.get(listed).text, "mine") == ["sq"]
    assert data(arben.get(listed).text, "mine") == ["mk sq"]
    reviewing.approve(desk.whole, desk.arben, "sq", submission.id)
    assert data(arben.get(listed).text, "mine") == ["mk"]
    assert data(arben.get(listed).text, "open") == ["mk"]


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_the_list_takes_as_many_statements_for_ten(desk: Desk, browser: Browser) -> None:
    hand_over(desk.whole, desk.vesna)
    arben, listed = browser(desk.arben), "/mk/staff/desk/reviews"
    one = statements(arben, listed)
    for _ in range(3):
        copy = drafts.take_in(
            desk.vesna, drafts.structure_of(desk.whole), drafts.plain(drafts.texts_of(desk.whole))
        )
        hand_over(copy, desk.vesna)
    assert statements(arben, listed) == one


def at_once(*calls: Callable[[], TestResponse]) -> list[int]:
    """What several browsers are told that press their buttons at the same moment."""
    db.session.commit()
    db.session.close()
    with ThreadPoolExecutor(len(calls)) as pool:
        return [answer.status_code for answer in pool.map(lambda call: call(), calls)]


def test_two_people_publish_at_the_same_moment(desk: Desk, browser: Browser, page: str) -> None:
    submission = hand_over(desk.whole, desk.vesna)
    for language in ("mk", "sq"):
        reviewing.approve(desk.whole, desk.arben, language, submission.id)
    sent, lesson_id, publish = (
        {"submission": submission.id},
        desk.whole.lesson_id,
        page.replace("review", "publish"),
    )
    calls = [button(browser(person), page, publish, sent) for person in (desk.vesna, desk.arben)]
    assert at_once(*calls) == [303, 303]
    assert len(db.session.scalars(select(Revision).where(Revision.lesson_id == lesson_id)).all()) == 1


def test_a_change_at_the_moment_of_publishing_is_in_or_refuses_it(
    desk: Desk, browser: Browser, page: str
) -> None:
    submission = hand_over(desk.whole, desk.vesna)
    for language in ("mk", "sq"):
        reviewing.approve(desk.whole, desk.arben, language, submission.id)
    sent, lesson_id, editor = (
        {"submission": submission.id},
        desk.whole.lesson_id,
        page.removesuffix("/review"),
    )
    publish = button(browser(desk.arben), page, f"{editor}/publish", sent)
    change_it = button(
        browser(desk.vesna), page, editor, {"t.mk.title": "Никој не го прочитал", "v.mk.title": "1"}
    )
    told, changed = at_once(publish, change_it)
    assert changed == 303
    revision = catalogue.newest(lesson_id)
    assert (told, revision is not None) in ((303, True), (409, False))
    if revision:
        assert catalogue.lesson_of(revision).words["mk"].title != "Никој не го прочитал"
    assert drafts.draft_for(lesson_id).state == "draft"


def button(client: FlaskClient, page: str, path: str, sent: dict[str, object]) -> Callable[[], TestResponse]:
    """A button of a page that is open already; pressed past Visitor, which shares the test's own session."""
    data = {"csrf_token": token_of(client.get(page).text), **sent}
    return lambda: FlaskClient.open(client, path, method="POST", data=data)
