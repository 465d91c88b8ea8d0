"""What each may do, who may come in, and where each lands."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from quizapp import clock
from quizapp.accounts import people, roles, signing_in
from quizapp.accounts.models import Person, PersonRole, ResetLink, StaffSession
from quizapp.accounts.roles import LastAdministrator, languages_of, roles_of
from quizapp.db import db
from quizapp.trail import TrailEntry
from tests.accounts.pages import fill, refused_fields, token_of
from tests.cast import PASSWORD, Cast, a_trainer, an_administrator, sign_in

INSIDE = "/mk/staff/account"


def deeds() -> list[tuple[str, str]]:
    rows = db.session.execute(select(TrailEntry.deed, TrailEntry.subject).order_by(TrailEntry.id))
    return [(deed, subject) for deed, subject in rows]


def test_roles_are_given_and_taken_and_end_the_sessions(client: FlaskClient, cast: Cast) -> None:
    boss = an_administrator("office@example.org")
    sign_in(client, cast.ana)
    roles.set_roles(cast.ana, frozenset(("teacher", "trainer")), boss)
    assert roles_of(cast.ana) == {"teacher", "trainer"}
    assert client.get(INSIDE).status_code == 303
    roles.set_roles(cast.ana, frozenset(("trainer",)), boss)
    assert roles_of(cast.ana) == {"trainer"}
    subject = f"person:{cast.ana.id}"
    assert deeds()[-2:] == [("role_given", subject), ("role_taken", subject)]


@pytest.mark.parametrize("loss", ["locked", "role"])
def test_who_loses_the_power_comes_back_by_no_invitation_of_their_own(app: Flask, loss: str) -> None:
    boss, other = an_administrator("office@example.org"), an_administrator("other@example.org")
    own, others = (people.invite("1", "1", "administrator", by=one) for one in (other, boss))
    if loss == "locked":
        roles.lock_out(other, boss)
    else:
        roles.set_roles(other, frozenset(("teacher",)), boss)
    with pytest.raises(people.LinkRefused):
        people.find_invitation(own)
    assert people.find_invitation(others)


def test_roles_that_stay_leave_the_session_alone(client: FlaskClient, cast: Cast) -> None:
    sign_in(client, cast.ana)
    roles.set_roles(cast.ana, frozenset(("teacher",)), cast.ana)
    assert client.get(INSIDE).status_code == 200


def test_the_last_administrator_stays(app: Flask) -> None:
    boss = an_administrator("office@example.org")
    with pytest.raises(LastAdministrator):
        roles.set_roles(boss, frozenset(), boss)
    with pytest.raises(LastAdministrator):
        roles.lock_out(boss, boss)
    other = an_administrator("other@example.org")
    roles.lock_out(other, boss)
    with pytest.raises(LastAdministrator):  # who is locked out looks after nobody
        roles.set_roles(boss, frozenset(("teacher",)), boss)
    roles.let_in_again(other, boss)
    roles.set_roles(boss, frozenset(("teacher",)), boss)
    assert roles_of(boss) == {"teacher"}


def test_whoever_is_locked_out_is_out_at_once(client: FlaskClient, cast: Cast) -> None:
    boss = an_administrator("office@example.org")
    sign_in(client, cast.ana)
    people.reset_link("ana@example.org")
    roles.lock_out(cast.ana, boss)
    db.session.commit()
    assert client.get(INSIDE).status_code == 303
    assert db.session.scalars(select(ResetLink)).all() == []
    with pytest.raises(signing_in.SignInRefused):
        signing_in.sign_in("ana@example.org", PASSWORD, None)
    roles.let_in_again(cast.ana, boss)
    signing_in.sign_in("ana@example.org", PASSWORD, None)


def test_a_session_of_somebody_locked_out_opens_nothing(client: FlaskClient, cast: Cast) -> None:
    sign_in(client, cast.ana)
    cast.ana.locked_at = clock.now()  # signed in in the same moment
    assert client.get(INSIDE).status_code == 303


def test_locked_out_looks_like_a_wrong_password(client: FlaskClient, cast: Cast) -> None:
    cast.ana.locked_at = clock.now()
    who = {"email": "ana@example.org"}
    locked = fill(client, "/mk/staff/sign-in", **who, password=PASSWORD)
    cast.ana.locked_at = None
    wrong = fill(client, "/mk/staff/sign-in", **who, password="wrong wrong")
    assert locked.status_code == wrong.status_code == 400
    assert locked.text.replace(token_of(locked.text), "") == wrong.text.replace(token_of(wrong.text), "")


def test_the_number_of_an_erased_person_goes_to_nobody_else(cast: Cast) -> None:
    last = db.session.scalars(select(Person.id).order_by(Person.id.desc())).first()
    gone = db.session.get_one(Person, last)
    people.forget(gone.email)
    db.session.commit()
    db.session.expire_all()
    assert a_trainer("next@example.org").id != last
    assert deeds().count(("forgotten", f"person:{last}")) == 1


@pytest.mark.parametrize(("role", "page"), [("teacher", "classes"), ("administrator", "office/")])
def test_each_lands_where_they_work(client: FlaskClient, app: Flask, role: str, page: str) -> None:
    person = an_administrator("office@example.org")
    if role == "teacher":
        db.session.add(PersonRole(person_id=person.id, role=role))
    sign_in(client, person)
    landed = client.get("/mk/staff/")
    assert landed.location == f"/mk/staff/{page}"
    assert client.get(landed.location).status_code == 200
    assert client.get("/mk/staff/sign-in").location == f"/mk/staff/{page}"


def test_whoever_has_no_role_has_an_account(client: FlaskClient, cast: Cast) -> None:
    db.session.execute(db.delete(PersonRole).where(PersonRole.person_id == cast.ana.id))
    sign_in(client, cast.ana)
    assert client.get("/mk/staff/").location == INSIDE
    page = client.get(INSIDE).text
    assert "/staff/classes" not in page
    assert "/staff/office" not in page


def test_the_menu_shows_what_the_roles_allow(client: FlaskClient, cast: Cast) -> None:
    sign_in(client, cast.ana)
    assert "/staff/office/" not in client.get(INSIDE).text
    sign_in(client, an_administrator("office@example.org"))
    page = client.get(INSIDE).text
    assert "/staff/office/" in page
    assert "/staff/classes" not in page


@pytest.mark.parametrize(("power", "stays"), [(False, True), (True, False)])
def test_a_page_that_polls_keeps_only_teachers_signed_in(
    client: FlaskClient, cast: Cast, power: bool, stays: bool
) -> None:
    person = cast.ana
    if power:
        boss = an_administrator("office@example.org")
        person = a_trainer("trainer@example.org")
        roles.set_roles(person, frozenset(("teacher", "trainer")), boss)
        cast.ana_class.teacher_id = person.id
    sign_in(client, person)
    row = db.session.scalars(select(StaffSession).where(StaffSession.person_id == person.id)).one()
    before = row.last_seen_at = clock.now() - timedelta(minutes=20)
    assert client.get(f"/mk/staff/classes/{cast.ana_class.id}/summary").status_code == 200
    db.session.expire_all()
    assert (row.last_seen_at > before) is stays
    assert client.get(f"/mk/staff/classes/{cast.ana_class.id}").status_code == 200
    db.session.expire_all()
    assert row.last_seen_at > before


def test_a_trainer_says_which_languages(client: FlaskClient, app: Flask) -> None:
    link = f"/mk/staff/invitation/{people.invite('1', '1', 'trainer')}"
    fields = {"name": "1", "email": "new@example.org", "new_password": PASSWORD}
    refused = fill(client, link, **fields)
    assert (refused.status_code, refused_fields(refused.text)) == (400, {"languages"})
    assert fill(client, link, **fields, languages=["sq", "xx"]).status_code == 400
    assert fill(client, link, **fields, languages=["sq"]).status_code == 303
    trainer = db.session.scalars(select(Person).where(Person.email == "new@example.org")).one()
    assert languages_of(trainer) == {"sq"}
    assert ("languages_set", f"person:{trainer.id}") in deeds()


def test_a_trainer_changes_the_languages(client: FlaskClient, app: Flask) -> None:
    trainer = a_trainer("trainer@example.org", "mk")
    sign_in(client, trainer)
    token = token_of(client.get(INSIDE).text)
    address = f"{INSIDE}/languages"
    assert client.post(address, data={"csrf_token": token}).status_code == 400
    assert client.post(address, data={"csrf_token": "stale", "languages": ["sq"]}).status_code == 400
    assert languages_of(trainer) == {"mk"}
    assert client.post(address, data={"csrf_token": token, "languages": ["mk", "sq"]}).status_code == 303
    assert languages_of(trainer) == {"mk", "sq"}


def test_teachers_are_asked_for_no_language(client: FlaskClient, cast: Cast) -> None:
    link = f"/mk/staff/invitation/{people.invite('1', '1')}"
    assert 'name="languages"' not in client.get(link).text
    sign_in(client, cast.ana)
    token = token_of(client.get(INSIDE).text)
    answer = client.post(f"{INSIDE}/languages", data={"csrf_token": token, "languages": ["mk"]})
    assert answer.status_code == 400
    assert languages_of(cast.ana) == frozenset()


def test_the_day_of_the_last_sign_in_is_kept(client: FlaskClient, cast: Cast) -> None:
    assert cast.ana.last_seen_on is None
    sign_in(client, cast.ana)
    assert cast.ana.last_seen_on == clock.today()
