"""The people of the site, as an administrator finds and changes them."""

import re

import pytest
from flask.testing import FlaskClient

from quizapp.accounts import people, second_step
from quizapp.accounts.models import Person
from quizapp.accounts.roles import roles_of
from quizapp.db import db
from tests.accounts.pages import token_of
from tests.cast import Cast, a_trainer, sign_in

PEOPLE = "/mk/staff/office/"


def address(person: Person, deed: str = "") -> str:
    return f"/mk/staff/office/people/{person.id}{deed}"


def press(client: FlaskClient, person: Person, deed: str, **fields: object) -> int:
    """Open somebody's page and use one of its forms."""
    token = token_of(client.get(address(person)).text)
    return client.post(address(person, deed), data={"csrf_token": token, **fields}).status_code


def test_everybody_is_listed_with_how_they_stand(client: FlaskClient, boss: Person, cast: Cast) -> None:
    a_trainer("trainer@example.org", "sq")
    people.sign_up(people.invite("1", "1", "trainer"), "new@example.org", "Нов", "три зелени чадори")
    cast.cveta.locked_at = cast.cveta.created_at
    page = client.get(PEOPLE).text
    states = dict(re.findall(r'data-person="(\d+)" data-state="(\w+)"', page))
    assert len(states) == 6
    assert states[str(cast.cveta.id)] == "locked_out"
    assert states[str(cast.ana.id)] == states[str(boss.id)] == "open"
    assert sorted(states.values()).count("without_second_step") == 1
    assert 'lang="sq">Shqip' in page


def test_roles_are_changed_on_somebodys_page(client: FlaskClient, boss: Person, cast: Cast) -> None:
    assert press(client, cast.ana, "/roles", roles=["teacher", "trainer"]) == 303
    assert roles_of(cast.ana) == {"teacher", "trainer"}
    assert press(client, cast.ana, "/roles", roles=["everything"]) == 400
    assert roles_of(cast.ana) == {"teacher", "trainer"}
    assert press(client, cast.ana, "/roles") == 303
    assert roles_of(cast.ana) == frozenset()


def test_the_last_administrator_is_told_why_not(client: FlaskClient, boss: Person) -> None:
    for deed, fields in (("/roles", {"roles": ["teacher"]}), ("/lock", {})):
        token = token_of(client.get(address(boss)).text)
        answer = client.post(address(boss, deed), data={"csrf_token": token, **fields})
        assert answer.status_code == 400
        assert 'role="alert"' in answer.text
    assert roles_of(boss) == {"administrator"}


def test_out_and_in_again(client: FlaskClient, boss: Person, cast: Cast) -> None:
    assert press(client, cast.ana, "/lock") == 303
    assert db.session.get_one(Person, cast.ana.id).locked_at
    assert press(client, cast.ana, "/lock") == 303  # a second click is no second deed
    assert press(client, cast.ana, "/let-in") == 303
    db.session.expire_all()
    assert db.session.get_one(Person, cast.ana.id).locked_at is None


def test_a_reset_link_is_shown_once(client: FlaskClient, boss: Person, cast: Cast) -> None:
    token = token_of(client.get(address(cast.ana)).text)
    answer = client.post(address(cast.ana, "/reset-link"), data={"csrf_token": token})
    link = re.findall(r'id="link"[^>]* value="([^"]+)"', answer.text)[0]
    assert link.startswith("http://localhost/mk/staff/reset/")
    assert people.find_reset_link(link.rpartition("/")[2]).person == cast.ana
    assert answer.headers["Cache-Control"] == "no-store"
    assert link not in client.get(address(cast.ana)).text


def test_a_second_step_is_removed(client: FlaskClient, boss: Person) -> None:
    trainer = a_trainer("trainer@example.org")
    assert press(client, trainer, "/second-step") == 303
    assert not second_step.is_set(trainer)
    assert 'id="remove-second-step"' not in client.get(address(trainer)).text


@pytest.mark.parametrize("deed", ["/roles", "/lock", "/let-in", "/second-step", "/reset-link"])
def test_a_stale_button_changes_nothing(client: FlaskClient, boss: Person, cast: Cast, deed: str) -> None:
    fields = {"csrf_token": "stale", "roles": ["trainer"]}
    answer = client.post(address(cast.ana, deed), data=fields)
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text
    db.session.expire_all()
    assert db.session.get_one(Person, cast.ana.id).locked_at is None
    assert roles_of(cast.ana) == {"teacher"}
    if deed == "/roles":  # what was ticked is still ticked
        assert re.search(r"checked[^>]* value=\"trainer\"", answer.text)


def test_who_is_not_there_is_not_there(client: FlaskClient, boss: Person) -> None:
    for number in (0, 999, 2**31, 2**70):
        assert client.get(f"/mk/staff/office/people/{number}").status_code == 404


def test_whoever_takes_the_own_role_away_is_out(client: FlaskClient, boss: Person) -> None:
    from tests.cast import an_administrator

    an_administrator("other@example.org")
    assert press(client, boss, "/roles", roles=["teacher"]) == 303
    assert client.get(PEOPLE).status_code == 303
    sign_in(client, boss)
    assert client.get(PEOPLE).status_code == 403
