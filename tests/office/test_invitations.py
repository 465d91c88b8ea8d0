"""Invitations that an administrator makes and revokes."""

import re

from flask.testing import FlaskClient
from sqlalchemy import select

from quizapp.accounts import people
from quizapp.accounts.models import Invitation, Person
from quizapp.db import db
from tests.accounts.pages import fill, refused_fields, token_of, value_of

PAGE = "/sq/staff/office/invitations"
WHOM = {"school": " Organizata  Shembull ", "municipality": "Tetovë", "role": "trainer", "language": "sq"}


def test_a_link_is_made_and_shown_once(client: FlaskClient, boss: Person) -> None:
    answer = fill(client, PAGE, **WHOM)
    link = re.findall(r'id="link"[^>]* value="([^"]+)"', answer.text)[0]
    assert link.startswith("http://localhost/sq/staff/invitation/")
    found = people.find_invitation(link.rpartition("/")[2])
    assert (found.role, found.school.name) == ("trainer", "Organizata Shembull")
    page = client.get(PAGE).text
    assert link not in page
    assert 'data-role="trainer"' in page
    assert '<option value="Organizata Shembull">' in page


def test_the_link_opens_in_the_language_of_who_is_invited(client: FlaskClient, boss: Person) -> None:
    assert re.findall(r'<input checked [^>]*value="(\w+)"', client.get(PAGE).text) == ["sq"], "one's own"
    answer = fill(client, PAGE, **WHOM | {"language": "mk"})
    assert "http://localhost/mk/staff/invitation/" in answer.text


def test_what_is_missing_is_told_at_its_field(client: FlaskClient, boss: Person) -> None:
    answer = fill(client, PAGE, school="  ", municipality="x" * 81, role="king", language="xx")
    assert answer.status_code == 400
    assert refused_fields(answer.text) == {"school", "municipality", "role", "language"}
    assert db.session.scalars(select(Invitation)).all() == []


def test_a_stale_form_keeps_what_was_entered(client: FlaskClient, boss: Person) -> None:
    client.get(PAGE)
    answer = client.post(PAGE, data={"csrf_token": "stale", **WHOM})
    assert answer.status_code == 400
    assert value_of(answer.text, "municipality") == "Tetovë"
    assert db.session.scalars(select(Invitation)).all() == []


def test_a_revoked_link_opens_nothing(client: FlaskClient, boss: Person) -> None:
    token = people.invite("1", "1", "trainer")
    page = client.get(PAGE).text
    fields = {"csrf_token": token_of(page), "invitation": value_of(page, "invitation")}
    assert client.post(f"{PAGE}/revoke", data={**fields, "csrf_token": "stale"}).status_code == 400
    assert client.get(f"/sq/staff/invitation/{token}").status_code == 200
    assert client.post(f"{PAGE}/revoke", data=fields).status_code == 303
    assert client.get(f"/sq/staff/invitation/{token}").status_code == 410
    assert client.post(f"{PAGE}/revoke", data=fields).status_code == 303  # used or revoked: the same for all
    assert 'name="invitation"' not in client.get(PAGE).text
