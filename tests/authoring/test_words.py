"""A word that no dictionary has: vouched for with a reason, taken back, or put right in the text."""

import pytest
from flask.testing import FlaskClient

from quizapp.authoring import checking, drafts, history, vouching, writing
from quizapp.authoring.models import Draft
from quizapp.db import db
from tests.authoring.conftest import Desk
from tests.authoring.sent_form import SentForm, opened, send
from tests.cast import sign_in

KEY = "guide.goal"
FIELD = f"t.mk.{KEY}"


@pytest.fixture
def vesna(desk: Desk, client: FlaskClient) -> FlaskClient:
    """Vesna's browser; her lesson has a word that was typed wrong, twice."""
    writing.write(
        desk.draft, desk.vesna, "mk", KEY, "Учинлиште е овде. Во учинлиште е убаво, учинлиштето не.", 0
    )
    writing.write(desk.draft, desk.vesna, "mk", KEY, "Ова е учинлиште, и тоа учинлиште е наше.", 1)
    history.keep(desk.draft, desk.vesna)
    db.session.commit()
    sign_in(client, desk.vesna)
    return client


def unknown(draft: Draft) -> set[object]:
    found = checking.advice_on(db.session.merge(draft))
    return {one.parameters["detail"] for one in found if one.code == "unknown_word" and one.key == KEY}


def words_page(client: FlaskClient, draft: Draft, **more: str) -> str:
    query = {"of": "mk", "key": KEY, "word": "учинлиште", **more}
    answer = client.get(f"/en/staff/desk/{draft.lesson_id}/words", query_string=query)
    assert answer.status_code == 200
    return answer.text


def sent(client: FlaskClient, draft: Draft, path: str, **fields: object):
    form = SentForm(words_page(client, draft), "vouch")
    data = {"csrf_token": form.fields["csrf_token"], **fields}
    return client.post(f"/en/staff/desk/{draft.lesson_id}/words{path}", data=data)


def test_the_button_beside_a_warning_saves_everything_and_leads_to_the_word(
    desk: Desk, vesna: FlaskClient
) -> None:
    form = opened(vesna, desk.draft.lesson_id)
    form.fields["t.mk.summary"] = "Ова е ново."
    do = f"word:mk:{KEY}:учинлиште"
    assert do in form.buttons
    answer = send(vesna, desk.draft.lesson_id, form, do)
    assert answer.status_code == 303
    page = vesna.get(answer.location).text
    assert "<mark>учинлиште</mark>" in page
    assert SentForm(page, "vouch").fields["word"] == "учинлиште"
    assert opened(vesna, desk.draft.lesson_id).fields["t.mk.summary"] == "Ова е ново."


def test_a_word_vouched_for_is_told_no_more_until_it_is_taken_back(desk: Desk, vesna: FlaskClient) -> None:
    assert unknown(desk.draft) == {"учинлиште"}
    fields = {"language": "mk", "key": KEY, "word": "учинлиште", "reason": "Вака велат децата."}
    answer = sent(vesna, desk.draft, "", **fields)
    assert answer.location.endswith(f"#{FIELD}")
    assert unknown(desk.draft) == set()
    ((known, who),) = vouching.vouched(desk.draft)
    assert (known.word, known.reason, who) == ("учинлиште", "Вака велат децата.", desk.vesna.name)
    assert "Вака велат децата." in words_page(vesna, desk.draft)
    assert sent(vesna, desk.draft, "/remove", language="mk", word="учинлиште").status_code == 303
    assert vouching.vouched(desk.draft) == []
    assert unknown(desk.draft) == {"учинлиште"}


def test_a_word_counts_in_its_language_and_lesson_only(desk: Desk, vesna: FlaskClient) -> None:
    vouching.vouch(desk.draft, desk.vesna, "sq", "учинлиште", "?")
    vouching.vouch(desk.whole, desk.vesna, "mk", "учинлиште", "?")
    db.session.commit()
    assert unknown(desk.draft) == {"учинлиште"}


@pytest.mark.parametrize(
    ("word", "reason"), [("учинлиште", " "), ("", "?"), ("два збора", "?"), ("збор2", "?"), ("а" * 61, "?")]
)
def test_only_one_word_with_a_reason(desk: Desk, vesna: FlaskClient, word: str, reason: str) -> None:
    answer = sent(vesna, desk.draft, "", language="mk", key="", word=word, reason=reason)
    assert answer.status_code == 400
    assert "field-error" in answer.text
    assert vouching.vouched(desk.draft) == []


def test_similar_words_are_looked_for_only_when_asked(desk: Desk, vesna: FlaskClient) -> None:
    assert 'name="instead"' not in words_page(vesna, desk.draft)
    assert 'name="instead" value="училиште"' in words_page(vesna, desk.draft, ask="yes")


def test_another_word_comes_into_the_text_by_the_rules_of_writing(desk: Desk, vesna: FlaskClient) -> None:
    fields = {"language": "mk", "key": KEY, "word": "учинлиште", "instead": "училиште"}
    answer = sent(vesna, desk.draft, "/instead", base="2", **fields)
    assert answer.location.endswith(f"#{FIELD}")
    row = drafts.texts_of(desk.draft)["mk"][KEY]
    assert (row.text, row.version) == ("Ова е училиште, и тоа училиште е наше.", 3)
    assert "училиште" in history.versions(desk.draft)[0].texts
    assert unknown(desk.draft) == set()


def test_a_text_that_changed_meanwhile_is_left_alone(desk: Desk, vesna: FlaskClient) -> None:
    fields = {"language": "mk", "key": KEY, "word": "учинлиште", "instead": "училиште"}
    writing.write(desk.draft, desk.arben, "mk", KEY, "Тоа учинлиште е наше.", 2)
    db.session.commit()
    answer = sent(vesna, desk.draft, "/instead?ask=yes", base="2", **fields)
    assert answer.status_code == 409
    assert 'name="base" value="3"' in answer.text
    assert drafts.texts_of(desk.draft)["mk"][KEY].text == "Тоа учинлиште е наше."
    for odd in ({"word": "ништо"}, {"key": "steps.none.text"}, {"language": "xx"}, {"base": "x"}):
        assert sent(vesna, desk.draft, "/instead", **{**fields, "base": "3", **odd}).status_code == 409


def test_only_whole_words_are_replaced() -> None:
    assert vouching.parts_around("учинлиштето и учинлиште.", "учинлиште") == (
        "учинлиштето и ",
        "учинлиште",
        ".",
    )
    assert vouching.parts_around("учинлиштето", "учинлиште") is None


def test_old_tokens_lose_nothing(desk: Desk, vesna: FlaskClient) -> None:
    fields = {"language": "mk", "key": KEY, "word": "учинлиште", "reason": "Вака велат."}
    address = f"/en/staff/desk/{desk.draft.lesson_id}/words"
    answer = vesna.post(address, data=fields)
    assert answer.status_code == 400
    again = SentForm(answer.text, "vouch").fields
    assert {name: again[name] for name in fields} == fields
    assert vesna.post(address, data=again).status_code == 303


def test_a_button_made_up_leads_nowhere(desk: Desk, vesna: FlaskClient) -> None:
    for do in ("word", "word:mk", "word:mk:a:b:c", "word:xx:no:збор"):
        answer = send(vesna, desk.draft.lesson_id, opened(vesna, desk.draft.lesson_id), do)
        assert answer.status_code == 303
        assert vesna.get(answer.location).status_code == 200


def test_reviewers_read_the_words_and_why(desk: Desk, vesna: FlaskClient) -> None:
    address = f"/en/staff/desk/{desk.draft.lesson_id}/review"
    assert 'id="lesson-words"' not in vesna.get(address).text
    vouching.vouch(desk.draft, desk.arben, "mk", "учинлиште", "Вака велат децата.")
    db.session.commit()
    page = vesna.get(address).text
    assert "Вака велат децата." in page
    assert desk.arben.name in page
