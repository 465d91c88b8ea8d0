"""The editor's form turned into changes: only what was changed, nothing lost, both versions where two met."""

import pytest
from flask.testing import FlaskClient
from werkzeug.datastructures import MultiDict

from quizapp.authoring import arranging, drafts, history, writing
from quizapp.authoring.models import Draft, DraftText
from quizapp.db import db
from quizapp.lessons.steps import Step
from tests.authoring.conftest import Desk
from tests.authoring.sent_form import SentForm, opened, send
from tests.cast import sign_in

TITLE = "t.mk.title"


@pytest.fixture
def vesna(desk: Desk, client: FlaskClient) -> FlaskClient:
    """Vesna's browser."""
    sign_in(client, desk.vesna)
    return client


def text(draft: Draft, name: str) -> DraftText | None:
    db.session.expire_all()
    _t, language, key = name.split(".", 2)
    return db.session.get(DraftText, (draft.lesson_id, key, language))


def said(draft: Draft, name: str) -> str:
    row = text(draft, name)
    return row.text if row else ""


def step(draft: Draft, step_id: str) -> Step:
    db.session.expire_all()
    return next(one for one in drafts.structure_of(draft).steps if one.id == step_id)


def ids(draft: Draft) -> list[str]:
    db.session.expire_all()
    return [one.id for one in drafts.structure_of(draft).steps]


def state_of(draft: Draft) -> tuple[object, ...]:
    db.session.expire_all()
    rows = drafts.texts_of(draft)
    versions = {(one, key): row.version for one, texts in rows.items() for key, row in texts.items()}
    return draft.structure, versions, len(history.versions(draft))


def by_arben(desk: Desk, draft: Draft, name: str, words: str) -> None:
    row = text(draft, name)
    _t, language, key = name.split(".", 2)
    writing.write(draft, desk.arben, language, key, words, row.version if row else 0)
    history.keep(draft, desk.arben)
    db.session.commit()


@pytest.mark.parametrize("which", ["draft", "whole"])
def test_a_form_sent_back_unchanged_changes_nothing(desk: Desk, vesna: FlaskClient, which: str) -> None:
    draft = getattr(desk, which)
    before = state_of(draft)
    answer = send(vesna, draft.lesson_id, opened(vesna, draft.lesson_id))
    assert answer.status_code == 303
    assert state_of(draft) == before


def test_one_changed_text_is_one_changed_row(desk: Desk, vesna: FlaskClient) -> None:
    form = opened(vesna, desk.whole.lesson_id)
    _structure, before, _n = state_of(desk.whole)
    form.fields["t.sq.steps.hello.heading"] = "Tungjatjeta\r\n"
    assert send(vesna, desk.whole.lesson_id, form).status_code == 303
    _structure, after, _n = state_of(desk.whole)
    assert {key for key in after if after[key] != before[key]} == {("sq", "steps.hello.heading")}
    assert said(desk.whole, "t.sq.steps.hello.heading") == "Tungjatjeta"


def test_different_texts_of_two_people_are_both_kept(desk: Desk, vesna: FlaskClient) -> None:
    form = opened(vesna, desk.whole.lesson_id)
    by_arben(desk, desk.whole, TITLE, "Насловот на Арбен")
    form.fields["t.mk.summary"] = "Описот на Весна"
    assert send(vesna, desk.whole.lesson_id, form).status_code == 303
    assert said(desk.whole, TITLE) == "Насловот на Арбен"
    assert said(desk.whole, "t.mk.summary") == "Описот на Весна"


def test_the_same_text_of_two_people_is_shown_twice_and_asked_about(desk: Desk, vesna: FlaskClient) -> None:
    form = opened(vesna, desk.whole.lesson_id)
    by_arben(desk, desk.whole, TITLE, "Насловот на Арбен")
    form.fields[TITLE], form.fields["t.mk.summary"] = "Насловот на Весна", "Описот на Весна"
    answer = send(vesna, desk.whole.lesson_id, form)
    assert answer.status_code == 409
    assert said(desk.whole, TITLE) == "Насловот на Арбен"
    assert said(desk.whole, "t.mk.summary") == "Описот на Весна"
    assert "<blockquote" in answer.text
    asked = SentForm(answer.text)
    assert asked.fields[TITLE] == "Насловот на Весна"
    assert asked.fields[f"c.{TITLE}"] == "mine"
    assert answer.text.count("data-met=") == 1


@pytest.mark.parametrize(("choice", "kept"), [("mine", "Насловот на Весна"), ("theirs", "Насловот на Арбен")])
def test_choosing_between_two_versions(desk: Desk, vesna: FlaskClient, choice: str, kept: str) -> None:
    form = opened(vesna, desk.whole.lesson_id)
    by_arben(desk, desk.whole, TITLE, "Насловот на Арбен")
    form.fields[TITLE] = "Насловот на Весна"
    asked = SentForm(send(vesna, desk.whole.lesson_id, form).text)
    asked.fields[f"c.{TITLE}"] = choice
    assert send(vesna, desk.whole.lesson_id, asked).status_code == 303
    assert said(desk.whole, TITLE) == kept


def test_two_people_at_the_choices_of_a_step(desk: Desk, vesna: FlaskClient) -> None:
    form = opened(vesna, desk.whole.lesson_id)
    theirs = step(desk.whole, "q_single")
    other = theirs.model_copy(update={"question": theirs.question.model_copy(update={"mode": "practice"})})
    arranging.change_step(desk.whole, desk.arben, other, arranging.digest(theirs))
    form.fields["s.q_single.right"] = "stone"
    answer = send(vesna, desk.whole.lesson_id, form)
    assert answer.status_code == 409
    assert step(desk.whole, "q_single").question.right == "ball"
    asked = SentForm(answer.text)
    assert asked.fields["s.q_single.right"] == "stone"
    assert send(vesna, desk.whole.lesson_id, asked).status_code == 303
    assert step(desk.whole, "q_single").question.right == "stone"


def test_choices_that_only_the_other_one_touched_stay_theirs(desk: Desk, vesna: FlaskClient) -> None:
    form = opened(vesna, desk.whole.lesson_id)
    theirs = step(desk.whole, "q_truefalse")
    other = theirs.model_copy(update={"question": theirs.question.model_copy(update={"right": False})})
    arranging.change_step(desk.whole, desk.arben, other, arranging.digest(theirs))
    assert send(vesna, desk.whole.lesson_id, form).status_code == 303
    assert step(desk.whole, "q_truefalse").question.right is False


def test_two_people_at_the_head(desk: Desk, vesna: FlaskClient) -> None:
    form = opened(vesna, desk.whole.lesson_id)
    head = arranging.head_of(drafts.structure_of(desk.whole))
    arranging.change_head(desk.whole, desk.arben, {"cover": "park"}, arranging.digest(head))
    form.fields["s.head.band"] = "7-9"
    answer = send(vesna, desk.whole.lesson_id, form)
    assert answer.status_code == 409
    asked = SentForm(answer.text)
    assert asked.fields["s.head.band"] == "7-9"
    asked.fields["c.s.head"] = "theirs"
    assert send(vesna, desk.whole.lesson_id, asked).status_code == 303
    assert drafts.structure_of(desk.whole).band == "1-3"


def test_what_was_written_in_a_step_taken_out_meanwhile_comes_back_with_it(
    desk: Desk, vesna: FlaskClient
) -> None:
    form = opened(vesna, desk.whole.lesson_id)
    arranging.remove_step(desk.whole, desk.arben, "hello")
    form.fields["t.mk.steps.hello.text"] = "Новиот текст на Весна"
    assert send(vesna, desk.whole.lesson_id, form).status_code == 303
    arranging.put_back(desk.whole, desk.arben, "hello")
    assert said(desk.whole, "t.mk.steps.hello.text") == "Новиот текст на Весна"


def test_a_text_without_a_place_is_handed_back(desk: Desk, vesna: FlaskClient) -> None:
    form = opened(vesna, desk.draft.lesson_id)
    form.fields["t.mk.steps.hello.bubbles.b9"] = "Ова го напиша Весна"
    answer = send(vesna, desk.draft.lesson_id, form)
    assert answer.status_code == 400
    assert "Ова го напиша Весна" in answer.text


def test_a_text_that_is_too_long_is_handed_back(desk: Desk, vesna: FlaskClient) -> None:
    form = opened(vesna, desk.draft.lesson_id)
    form.fields[TITLE], form.fields["t.mk.summary"] = "ш" * (writing.LONGEST + 1), "Краток опис"
    answer = send(vesna, desk.draft.lesson_id, form)
    assert answer.status_code == 400
    assert "ш" * (writing.LONGEST + 1) in answer.text
    assert said(desk.draft, "t.mk.summary") == "Краток опис"


def test_nonsense_leaves_a_step_as_it_was(desk: Desk, vesna: FlaskClient) -> None:
    before = state_of(desk.whole)
    for name, value in (("s.hello.picture", "../x"), ("s.q_single.mode", "x"), ("s.head.band", "x")):
        form = opened(vesna, desk.whole.lesson_id)
        form.fields[name] = value
        assert send(vesna, desk.whole.lesson_id, form).status_code == 400, name
    assert state_of(desk.whole) == before


NOWHERE = ("", "x", "add", "add:x:x:x", "up:none", "move:hello:x", "item_add:hello:x", "confirm:mk:x")


@pytest.mark.parametrize("do", NOWHERE)
def test_a_button_that_is_not_there_does_nothing(desk: Desk, vesna: FlaskClient, do: str) -> None:
    before = state_of(desk.draft)
    assert send(vesna, desk.draft.lesson_id, opened(vesna, desk.draft.lesson_id), do).status_code == 303
    assert state_of(desk.draft) == before


def test_every_button_saves_first(desk: Desk, vesna: FlaskClient) -> None:
    form = opened(vesna, desk.draft.lesson_id)
    form.fields["t.sq.title"] = "Mësim i ri"
    answer = send(vesna, desk.draft.lesson_id, form, "add:question:single:exits")
    assert said(desk.draft, "t.sq.title") == "Mësim i ri"
    new = ids(desk.draft)[2]
    assert answer.location.endswith(f"?after={new}#t.mk.steps.{new}.heading")
    assert f"t.mk.steps.{new}.heading" in opened(vesna, desk.draft.lesson_id).ids


def test_steps_are_moved_copied_taken_out_and_put_back(desk: Desk, vesna: FlaskClient) -> None:
    def press(do: str) -> list[str]:
        answer = send(vesna, desk.draft.lesson_id, opened(vesna, desk.draft.lesson_id), do)
        assert answer.status_code == 303
        address, _hash, anchor = answer.location.partition("#")
        assert anchor in SentForm(vesna.get(address).text).ids, (do, anchor)
        return ids(desk.draft)

    assert press("down:hello") == ["exits", "hello", "home"]
    assert press("up:hello") == ["hello", "exits", "home"]
    assert press("up:hello") == ["hello", "exits", "home"]
    assert press("move:home:0") == ["home", "hello", "exits"]
    assert len(press("copy:hello")) == 4
    assert press("remove:hello").count("hello") == 0
    assert "hello" in press("put_back:hello")


def test_things_in_a_step_come_and_go_and_take_the_cursor(desk: Desk, vesna: FlaskClient) -> None:
    lesson = desk.whole.lesson_id

    def press(do: str) -> str:
        answer = send(vesna, lesson, opened(vesna, lesson), do)
        assert answer.status_code == 303
        anchor: str = answer.location.partition("#")[2]
        assert anchor in opened(vesna, lesson).ids, (do, anchor)
        return anchor

    assert press("item_add:q_single:choices").startswith("t.mk.steps.q_single.choices.")
    new = step(desk.whole, "q_single").question.choices[-1]
    press(f"item_up:q_single:choices:{new}")
    assert step(desk.whole, "q_single").question.choices[1] == new
    press(f"item_down:q_single:choices:{new}")
    press(f"item_remove:q_single:choices:{new}")
    assert step(desk.whole, "q_single").question.choices == ("ball", "stone")
    for table in ("objectives", "discuss", "avoid", "timing"):
        press(f"item_add:head:{table}")
    assert len(drafts.structure_of(desk.whole).guide.timing) == 3


def test_confirming_a_translation(desk: Desk, vesna: FlaskClient) -> None:
    by_arben(desk, desk.whole, TITLE, "Друг наслов")
    form = opened(vesna, desk.whole.lesson_id)
    assert "confirm:sq:title" in form.buttons
    send(vesna, desk.whole.lesson_id, form, "confirm:sq:title")
    assert "confirm:sq:title" not in opened(vesna, desk.whole.lesson_id).buttons


def test_a_script_saves_some_fields_and_is_told_what_became_of_them(desk: Desk, vesna: FlaskClient) -> None:
    form = opened(vesna, desk.whole.lesson_id)
    by_arben(desk, desk.whole, "t.mk.summary", "Описот на Арбен")
    names = ("csrf_token", "v.mk.title", "v.mk.summary")
    sent = MultiDict({name: form.fields[name] for name in names})
    sent |= MultiDict({TITLE: "Насловот на Весна", "t.mk.summary": "Описот на Весна"})
    answer = as_script(vesna, desk.whole, sent)
    assert answer.status_code == 200
    told = answer.get_json()
    assert told["saved"].keys() == {TITLE}
    [met] = told["conflicts"]
    assert (met["field"], met["theirs"], met["who"]) == ("t.mk.summary", "Описот на Арбен", "Arben")
    assert "t.sq.title" in told["marks"]
    assert told["problems"] == 0
    again = MultiDict({"csrf_token": sent["csrf_token"], "t.mk.summary": "И двата"})
    again["v.mk.summary"] = met["version"]
    assert as_script(vesna, desk.whole, again).get_json()["conflicts"] == []
    assert said(desk.whole, "t.mk.summary") == "И двата"


def test_what_a_script_saved_is_known_to_the_whole_form_afterwards(desk: Desk, vesna: FlaskClient) -> None:
    form = opened(vesna, desk.whole.lesson_id)
    first = form.fields[TITLE]
    sent = MultiDict({"csrf_token": form.fields["csrf_token"], "v.mk.title": form.fields["v.mk.title"]})
    saved = as_script(vesna, desk.whole, sent | MultiDict({TITLE: "Друг"})).get_json()["saved"]
    form.fields["v.mk.title"] = saved[TITLE]
    form.fields[TITLE] = first  # typed back before the next saving
    assert send(vesna, desk.whole.lesson_id, form).status_code == 303
    assert said(desk.whole, TITLE) == first


def test_a_script_saves_the_choices_of_a_step(desk: Desk, vesna: FlaskClient) -> None:
    form = opened(vesna, desk.whole.lesson_id)
    sent = MultiDict(
        (name, value)
        for name, value in form.fields.items(multi=True)
        if name.startswith("s.q_multiple.") or name in ("d.q_multiple", "csrf_token")
    )
    sent.setlist("s.q_multiple.right", ["stone"])
    told = as_script(vesna, desk.whole, sent).get_json()
    assert step(desk.whole, "q_multiple").question.right == ("stone",)
    assert told["digests"]["q_multiple"] == arranging.digest(step(desk.whole, "q_multiple"))
    assert told["digests"]["q_multiple"] == opened(vesna, desk.whole.lesson_id).fields["d.q_multiple"]


def as_script(client: FlaskClient, draft: Draft, sent: MultiDict[str, str]):
    headers = {"Accept": "application/json"}
    return client.post(f"/mk/staff/desk/{draft.lesson_id}", data=sent, headers=headers)


def test_a_script_is_refused_in_json(desk: Desk, vesna: FlaskClient) -> None:
    stale = as_script(vesna, desk.draft, MultiDict({"csrf_token": "old", TITLE: "Наслов"}))
    assert stale.status_code == 400
    fresh = MultiDict({"csrf_token": stale.get_json()["token"], TITLE: "Наслов", "v.mk.title": "1-0"})
    assert as_script(vesna, desk.draft, fresh).status_code == 200
    assert said(desk.draft, TITLE) == "Наслов"
    vesna.delete_cookie("staff")
    out = as_script(vesna, desk.draft, fresh)
    assert (out.status_code, out.is_json) == (401, True)
