"""The pages on which numbers are kept: who proposes, who confirms, what comes back."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from quizapp import clock
from quizapp.accounts.models import Person
from quizapp.db import db
from quizapp.helplines import numbers
from quizapp.helplines.models import Helpline, HelplineChange
from tests.accounts.pages import refused_fields, token_of, value_of
from tests.cast import a_teacher, a_trainer, an_administrator, sign_in

OFFICE = "/en/staff/office"
LIST = f"{OFFICE}/helplines"
FORM = f"{LIST}/bushavko_mobile/change"


@pytest.fixture
def people(app: Flask) -> dict[str, Person]:
    numbers.import_bundled()
    there = {
        "mila": an_administrator("mila@example.org"),
        "nora": an_administrator("nora@example.org"),
        "toni": a_trainer("toni@example.org"),
        "ana": a_teacher("ana@example.org"),
    }
    db.session.commit()
    return there


def browser(app: Flask, person: Person) -> FlaskClient:
    client = app.test_client()
    client.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"
    sign_in(client, person)
    return client


@pytest.fixture
def mila(app: Flask, people: dict[str, Person]) -> FlaskClient:
    return browser(app, people["mila"])


def entered(page: str, **other: str) -> dict[str, str]:
    """What the form holds when only the day is entered."""
    facts = ("name", "audience", "hours", "languages", "free_from", "cost", "call_trace")
    fields = [
        "number",
        "dial",
        "source",
        *(f"{fact}_{code}" for fact in facts for code in ("mk", "sq", "en")),
    ]
    day = clock.today().isoformat()
    return (
        {name: value_of(page, name) for name in fields}
        | {"checked_on": day, "visible_to_pupils": "y"}
        | other
    )


def propose(client: FlaskClient, address: str = FORM, **other: str) -> str:
    """Propose what the form holds; the address of the change."""
    page = client.get(address).text
    reply = client.post(address, data={"csrf_token": token_of(page), **entered(page, **other)})
    assert reply.status_code == 302, refused_fields(reply.text)
    change = db.session.scalars(select(HelplineChange).order_by(HelplineChange.id.desc())).first()
    assert change
    return f"{LIST}/changes/{change.id}"


def test_one_proposes_and_another_administrator_confirms(
    app: Flask, people: dict[str, Person], mila: FlaskClient
) -> None:
    change = propose(mila, number="070 390 633")
    nora = browser(app, people["nora"])
    page = nora.get(change).text
    assert page.count("data-changed") == 3, "the number twice, and that it is shown"
    assert "070 390 632" in page
    assert nora.post(change, data={"csrf_token": token_of(page)}).location == LIST
    line = db.session.get_one(Helpline, "bushavko_mobile")
    assert (line.number, line.dial) == ("070 390 633", "070390633")
    text = nora.get(LIST).text
    assert "Mila, Nora" in text
    assert 'id="helpline-bushavko_mobile" data-standing="shown"' in text
    assert "070 390 633" in app.test_client().get("/sq/help").text


def test_a_trainer_may_be_the_second_person(app: Flask, people: dict[str, Person], mila: FlaskClient) -> None:
    change = propose(mila)
    toni = browser(app, people["toni"])
    assert 'id="helpline-notice"' in toni.get("/en/staff/desk").text
    assert "new-helpline" not in toni.get(LIST).text
    assert toni.post(change, data={"csrf_token": token_of(toni.get(change).text)}).status_code == 302
    assert db.session.get_one(Helpline, "bushavko_mobile").seconded_by == people["toni"].id


def test_the_proposer_may_only_drop_it(mila: FlaskClient) -> None:
    change = propose(mila)
    page = mila.get(change).text
    assert 'id="own"' in page
    assert 'id="confirm"' not in page
    assert mila.post(change, data={"csrf_token": token_of(page)}).status_code == 403
    assert mila.post(f"{change}/drop", data={"csrf_token": token_of(page)}).location == LIST
    assert mila.get(change).status_code == 404
    assert not db.session.get_one(Helpline, "bushavko_mobile").visible_to_pupils


def test_a_change_is_confirmed_once(app: Flask, people: dict[str, Person], mila: FlaskClient) -> None:
    change = propose(mila)
    nora, toni = browser(app, people["nora"]), browser(app, people["toni"])
    tokens = [token_of(one.get(change).text) for one in (nora, toni)]
    assert nora.post(change, data={"csrf_token": tokens[0]}).status_code == 302
    assert toni.post(change, data={"csrf_token": tokens[1]}).status_code == 404


def test_knowledge_older_than_what_holds_is_refused_in_a_sentence(
    app: Flask, people: dict[str, Person], mila: FlaskClient
) -> None:
    older = propose(mila, checked_on=(clock.today() - timedelta(days=3)).isoformat())
    nora = browser(app, people["nora"])
    newer = propose(mila)
    nora.post(newer, data={"csrf_token": token_of(nora.get(newer).text)})
    reply = nora.post(older, data={"csrf_token": token_of(nora.get(older).text)})
    assert reply.status_code == 409
    assert 'role="alert"' in reply.text


def test_a_new_number(app: Flask, people: dict[str, Person], mila: FlaskClient) -> None:
    change = propose(mila, f"{LIST}/new", number="116 111", name_mk="Линија", name_sq="Linja", source="Asked")
    nora = browser(app, people["nora"])
    nora.post(change, data={"csrf_token": token_of(nora.get(change).text)})
    assert "116 111" in app.test_client().get("/mk/help").text


@pytest.mark.parametrize(
    ("other", "refused"),
    [
        ({"number": "call"}, {"number"}),
        ({"number": ""}, {"number"}),
        ({"dial": "07-0"}, {"dial"}),
        ({"source": ""}, {"source"}),
        ({"checked_on": ""}, {"checked_on"}),
        ({"checked_on": "yesterday"}, {"checked_on"}),
        ({"checked_on": "2999-01-01"}, {"checked_on"}),
        ({"checked_on": "2020-01-01"}, {"checked_on"}),
        ({"name_mk": "", "name_sq": ""}, {"name_mk", "name_sq"}),
        ({"hours_mk": "9–17", "hours_sq": ""}, {"hours_sq"}),
        ({"cost_mk": "x" * 201}, {"cost_mk"}),
    ],
)
def test_what_makes_no_sense_comes_back(mila: FlaskClient, other: dict[str, str], refused: set[str]) -> None:
    page = mila.get(FORM).text
    reply = mila.post(FORM, data={"csrf_token": token_of(page), **entered(page, **other)})
    assert reply.status_code == 400
    assert refused_fields(reply.text) == refused
    assert db.session.scalars(select(HelplineChange)).all() == []


def test_a_stale_form_keeps_what_was_entered(mila: FlaskClient) -> None:
    reply = mila.post(
        FORM, data={"csrf_token": "stale", **entered(mila.get(FORM).text, source="By telephone")}
    )
    assert reply.status_code == 400
    assert value_of(reply.text, "source") == "By telephone"
    assert value_of(reply.text, "checked_on") == clock.today().isoformat()
    assert 'role="alert"' in reply.text


def test_a_stale_button_changes_nothing(app: Flask, people: dict[str, Person], mila: FlaskClient) -> None:
    change = propose(mila)
    nora = browser(app, people["nora"])
    for address in (change, f"{change}/drop"):
        reply = nora.post(address, data={"csrf_token": "stale"})
        assert (reply.status_code, 'id="confirm"' in reply.text) == (400, True)
    assert len(db.session.scalars(select(HelplineChange)).all()) == 1


def test_teachers_have_nothing_to_do_here_and_trainers_propose_nothing(
    app: Flask, people: dict[str, Person], mila: FlaskClient
) -> None:
    change = propose(mila)
    ana, toni = browser(app, people["ana"]), browser(app, people["toni"])
    for address in (LIST, FORM, f"{LIST}/new", change):
        assert ana.get(address).status_code == 403
    for address in (FORM, f"{LIST}/new"):
        assert toni.get(address).status_code == 403
    assert ana.post(change).status_code == 403


def test_what_is_not_there(mila: FlaskClient) -> None:
    for address in (f"{LIST}/nothing/change", f"{LIST}/changes/999"):
        assert mila.get(address).status_code == 404


def test_where_work_begins_it_is_told_what_waits(mila: FlaskClient) -> None:
    assert 'id="helpline-notice"' not in mila.get(f"{OFFICE}/").text
    propose(mila)
    db.session.get_one(Helpline, "police").expires_on = clock.today() + timedelta(days=20)
    text = mila.get(f"{OFFICE}/").text
    assert 'id="helpline-notice"' in text
    assert 'data-left="20"' in mila.get(LIST).text


def test_somebody_who_was_erased_is_not_named(
    app: Flask, people: dict[str, Person], mila: FlaskClient
) -> None:
    change = propose(mila)
    nora = browser(app, people["nora"])
    db.session.delete(people["mila"])
    assert "somebody who is not here any more" in nora.get(change).text
    nora.post(change, data={"csrf_token": token_of(nora.get(change).text)})
    assert "somebody who is not here any more, Nora" in nora.get(LIST).text


def test_an_empty_new_number_comes_back(mila: FlaskClient) -> None:
    page = mila.get(f"{LIST}/new").text
    reply = mila.post(f"{LIST}/new", data={"csrf_token": token_of(page)})
    assert reply.status_code == 400
    assert refused_fields(reply.text) == {"number", "source", "checked_on", "name_mk", "name_sq"}
