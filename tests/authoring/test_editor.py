"""The editor's page: both languages side by side, what is wrong at its field, for a constant price."""

import re
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from werkzeug.datastructures import MultiDict

from quizapp import clock
from quizapp.authoring import arranging, comments, drafts, history, writing
from quizapp.authoring.models import Draft
from quizapp.db import db
from quizapp.lessons import catalogue
from quizapp.lessons.kinds import NAMES
from quizapp.lessons.steps import STEP_KINDS
from tests.authoring.conftest import Desk
from tests.authoring.sent_form import SentForm, opened, send
from tests.cast import PASSWORD, a_teacher, code_of, sign_in
from tests.learning.stage import counted_statements

MOST = 200_000  # bytes of the page as it is sent


@pytest.fixture
def vesna(desk: Desk, client: FlaskClient) -> FlaskClient:
    """Vesna's browser."""
    sign_in(client, desk.vesna)
    return client


def page(client: FlaskClient, draft: Draft, language: str = "mk") -> str:
    answer = client.get(f"/{language}/staff/desk/{draft.lesson_id}")
    assert answer.status_code == 200
    return answer.text


def test_steps_can_be_added_where_only_the_farewell_is_left(desk: Desk, vesna: FlaskClient) -> None:
    for step in drafts.structure_of(desk.draft).steps:
        if step.kind != "take_home":
            arranging.remove_step(desk.draft, desk.vesna, step.id)
    db.session.commit()
    assert [step.kind for step in drafts.structure_of(desk.draft).steps] == ["take_home"]
    assert 'id="add"' in page(vesna, desk.draft)


@pytest.mark.parametrize("language", ["mk", "sq", "en"])
def test_every_text_stands_in_both_languages_with_a_label(
    desk: Desk, vesna: FlaskClient, language: str
) -> None:
    html = page(vesna, desk.whole, language)
    for one in ("mk", "sq"):
        areas = re.findall(rf'<textarea id="([^"]+)" name="\1" lang="{one}"', html)
        assert len(areas) > 40
        assert all(f'<label for="{area}">' in html for area in areas)
    assert len(set(SentForm(html).ids)) == len(SentForm(html).ids)


def test_every_kind_of_step_and_question_has_its_words(desk: Desk, vesna: FlaskClient) -> None:
    for kind in STEP_KINDS:
        for question in NAMES if kind == "question" else ("",):
            arranging.add_step(desk.draft, desk.vesna, kind, question or None)
    db.session.commit()
    html = page(vesna, desk.draft, "en")
    labels = re.findall(r"<label for=\"t[^>]*>([^<]*)<", html)
    assert all(label.strip() and "." not in label for label in labels), labels
    assert set(SentForm(html).ids) >= {"add", "steps", "problems"}


def test_each_problem_leads_to_an_element_and_stands_beside_its_field(desk: Desk, vesna: FlaskClient) -> None:
    for kind, question in (
        ("question", "single"),
        ("question", "match"),
        ("decision", None),
        ("scene", None),
    ):
        arranging.add_step(desk.draft, desk.vesna, kind, question, after="hello")
    db.session.commit()
    html = page(vesna, desk.draft)
    listed = html[html.index('id="problems"') : html.index('id="map"')]
    targets = re.findall(r'<a href="#([^"]+)"', listed)
    assert len(targets) > 20
    form = SentForm(html)
    assert set(targets) <= set(form.ids)
    for target in targets:
        if target.startswith("t."):
            assert f'aria-describedby="n.{target}"' in html
            assert f"n.{target}" in form.ids


def test_a_lesson_without_faults_says_so(desk: Desk, vesna: FlaskClient) -> None:
    assert 'data-problems="0"' in page(vesna, desk.whole)
    assert 'data-problems="0"' not in page(vesna, desk.draft)


def test_dead_ends_stand_on_the_map_in_words(desk: Desk, vesna: FlaskClient) -> None:
    arranging.remove_step(desk.whole, desk.vesna, "lefty")
    db.session.commit()
    html = page(vesna, desk.whole, "en")
    drawn = html[html.index('id="map"') : html.index("desk-body")]
    assert "nowhere" in drawn
    assert drawn.count("<rect") == len(drafts.structure_of(desk.whole).steps) + 1


def test_the_map_alone_is_the_one_of_the_page(desk: Desk, vesna: FlaskClient) -> None:
    drawn = vesna.get(f"/en/staff/desk/{desk.whole.lesson_id}/map").text
    assert drawn.count("<rect") == len(drafts.structure_of(desk.whole).steps) + 1
    assert drawn.strip() in page(vesna, desk.whole, "en")


def test_marks_comments_and_colleagues_are_shown(desk: Desk, vesna: FlaskClient) -> None:
    writing.write(desk.whole, desk.arben, "mk", "steps.hello.heading", "Добар ден", 1)
    history.keep(desk.whole, desk.arben)
    comments.say(desk.whole, desk.arben, "hello", "", "", "Погледни го насловот.")
    db.session.commit()
    html = page(vesna, desk.whole, "en")
    assert 'id="m.sq.steps.hello.heading"' in html
    assert "1 to check" in html
    assert "1 comment" in html
    assert "Погледни го насловот." in html
    assert re.search(r"Arben changed this lesson [^<]+ ago", html)


def test_who_changed_it_long_ago_is_not_at_work(
    desk: Desk, vesna: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    history.keep(desk.whole, desk.arben)
    db.session.commit()
    later = clock.now() + timedelta(days=2)
    monkeypatch.setattr(clock, "now", lambda: later)
    sign_in(vesna, desk.vesna)
    assert "Arben" not in page(vesna, desk.whole)


def test_a_constant_number_of_statements(desk: Desk, vesna: FlaskClient) -> None:
    page(vesna, desk.draft)
    with counted_statements() as few:
        page(vesna, desk.draft)
    for number in range(37):
        arranging.add_step(desk.draft, desk.vesna, "question", NAMES[number % len(NAMES)])
    db.session.commit()
    with counted_statements() as many:
        page(vesna, desk.draft)
    assert len(many) == len(few)


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.parametrize("number", range(3))
def test_the_page_is_light(desk: Desk, vesna: FlaskClient, number: int) -> None:
    draft = drafts.adapt(desk.vesna, catalogue.import_bundled()[number])
    while len(drafts.structure_of(draft).steps) < 16:
        questions = [one.id for one in drafts.structure_of(draft).steps if one.kind == "question"]
        arranging.copy_step(draft, desk.vesna, questions[0])
    db.session.commit()
    address = f"/mk/staff/desk/{draft.lesson_id}"
    sent = vesna.get(address, headers={"Accept-Encoding": "gzip"})
    assert sent.headers["Content-Encoding"] == "gzip"
    assert len(sent.data) < MOST / 4
    assert len(vesna.get(address).data) < 2 * MOST


def test_a_new_step_comes_behind_the_last_one_that_came(desk: Desk, vesna: FlaskClient) -> None:
    form = opened(vesna, desk.draft.lesson_id)
    assert "add:text::exits" in form.buttons  # before the farewell
    answer = send(vesna, desk.draft.lesson_id, form, "add:text::exits")
    form = SentForm(vesna.get(answer.location).text)
    new = drafts.structure_of(db.session.merge(desk.draft)).steps
    assert form.fields["after"] not in ("exits", "")
    assert f"add:scene::{form.fields['after']}" in form.buttons
    assert new


def test_the_menu_comes_behind_any_step(desk: Desk, vesna: FlaskClient) -> None:
    form = opened(vesna, desk.draft.lesson_id)
    answer = send(vesna, desk.draft.lesson_id, form, "add_after:hello")
    assert answer.location.endswith("#add")
    form = SentForm(vesna.get(answer.location).text)
    assert "add:scene::hello" in form.buttons
    answer = send(vesna, desk.draft.lesson_id, form, "add:scene::hello")
    steps = drafts.structure_of(db.session.merge(desk.draft)).steps
    assert [step.kind for step in steps[:2]] == ["text", "scene"]


def test_what_was_taken_out_stands_where_it_was_with_the_way_back(desk: Desk, vesna: FlaskClient) -> None:
    order = [step.id for step in drafts.structure_of(desk.draft).steps]
    for step_id in (order[0], order[-1]):
        answer = send(vesna, desk.draft.lesson_id, opened(vesna, desk.draft.lesson_id), f"remove:{step_id}")
        html = vesna.get(answer.location).text
        others = [html.index(f'id="step-{one}"') for one in order if one != step_id]
        assert (html.index('id="out"') < min(others)) == (step_id == order[0])
        assert html.count(f'value="put_back:{step_id}"') == 2  # here, and at the end
        send(vesna, desk.draft.lesson_id, SentForm(html), f"put_back:{step_id}")
        assert [step.id for step in drafts.structure_of(db.session.merge(desk.draft)).steps] == order
        assert 'id="out"' not in vesna.get(answer.location).text


def test_an_old_token_keeps_everything_that_was_entered(desk: Desk, vesna: FlaskClient) -> None:
    form = opened(vesna, desk.whole.lesson_id)
    form.fields["csrf_token"] = "old"
    form.fields["t.mk.title"], form.fields["s.q_single.right"] = "Нов наслов", "stone"
    form.fields["s.head.band"] = "7-9"
    answer = send(vesna, desk.whole.lesson_id, form)
    assert answer.status_code == 400
    again = SentForm(answer.text)
    for name in ("t.mk.title", "s.q_single.right", "s.head.band", "v.mk.title", "d.q_single", "d.head"):
        assert again.fields[name] == form.fields[name], name
    assert send(vesna, desk.whole.lesson_id, again).status_code == 303
    assert opened(vesna, desk.whole.lesson_id).fields["t.mk.title"] == "Нов наслов"


def test_a_form_with_very_long_texts_is_taken(desk: Desk, vesna: FlaskClient) -> None:
    form = opened(vesna, desk.whole.lesson_id)
    long = "ж" * writing.LONGEST
    names = [name for name in form.fields if name.startswith("t.mk.")][:15]
    for name in names:
        form.fields[name] = long
    assert send(vesna, desk.whole.lesson_id, form).status_code == 303
    assert opened(vesna, desk.whole.lesson_id).fields[names[-1]] == long


def test_a_session_that_ran_out_loses_nothing_of_the_longest_lesson(desk: Desk, vesna: FlaskClient) -> None:
    longest = max(catalogue.import_bundled(), key=lambda revision: len(revision.document))
    draft = drafts.adapt(desk.vesna, longest)
    while len(drafts.structure_of(draft).steps) < 16:
        arranging.copy_step(draft, desk.vesna, drafts.structure_of(draft).steps[2].id)
    db.session.commit()
    form = opened(vesna, draft.lesson_id)
    texts = {name: f"{text} Уште еднаш." for name, text in form.fields.items() if name.startswith("t.mk.")}
    form.fields = MultiDict([*form.fields.items(multi=True)])
    for name, text in texts.items():
        form.fields[name] = text
    vesna.delete_cookie("staff")
    asked = send(vesna, draft.lesson_id, form)
    assert asked.status_code == 403
    sign_in_form = SentForm(asked.text, "sign-in").fields
    sign_in_form["email"], sign_in_form["password"] = desk.vesna.email, PASSWORD
    code_form = SentForm(vesna.post("/mk/staff/sign-in", data=sign_in_form).text, "second-step")
    code_form.fields["code"] = code_of(desk.vesna)
    again = SentForm(vesna.post("/mk/staff/sign-in/code", data=code_form.fields).text, "send-again")
    assert vesna.post(f"/mk/staff/desk/{draft.lesson_id}", data=again.fields).status_code == 303
    kept = opened(vesna, draft.lesson_id).fields
    assert {name: kept[name] for name in texts} == {name: text.strip() for name, text in texts.items()}


def test_a_lesson_that_comes_with_the_app_is_copied_first(desk: Desk, vesna: FlaskClient) -> None:
    bundled = catalogue.import_bundled()[0]
    db.session.commit()
    answer = vesna.get(f"/en/staff/desk/{bundled.lesson_id}")
    assert answer.status_code == 404
    assert "copy" in answer.text
    assert vesna.get("/en/staff/desk/t999").status_code == 404


def test_teachers_do_not_write_lessons(desk: Desk, client: FlaskClient) -> None:
    sign_in(client, a_teacher("teacher@example.org"))
    assert client.get(f"/mk/staff/desk/{desk.whole.lesson_id}").status_code == 403
