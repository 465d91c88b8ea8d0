"""Classes: made, changed, put away."""

import re

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from quizapp.accounts import roster
from quizapp.accounts.codes import joining_state
from quizapp.accounts.models import SchoolClass
from quizapp.accounts.names import Name
from quizapp.db import db
from quizapp.learning import assignments, playing
from tests.accounts.pages import fill, refused_fields
from tests.cast import a_class, a_pupil
from tests.classroom.room import Room, data, everything, press, statements

GOOD = {"name": "IV-2", "grade": "4", "language": "sq"}
NEW = "/en/staff/classes/new"


def test_a_new_class_belongs_to_its_teacher_and_has_a_closed_door(room: Room, ana: FlaskClient) -> None:
    answer = fill(ana, NEW, **GOOD)
    assert answer.status_code == 302
    made = db.session.scalars(select(SchoolClass).where(SchoolClass.name == "IV-2")).one()
    assert (made.teacher_id, made.grade, made.language) == (room.cast.ana.id, 4, "sq")
    assert joining_state(made) == "closed"
    assert data(ana.get(answer.location).text, "joining") == ["closed"]


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        ({"name": " \t "}, "name"),
        ({"name": "x" * 41}, "name"),
        ({"grade": "10"}, "grade"),
        ({"grade": "four"}, "grade"),
        ({"grade": str(2**70)}, "grade"),
        ({"grade": ""}, "grade"),
        ({"language": "en"}, "language"),
    ],
)
def test_a_field_that_cannot_be_is_named_and_the_others_stay(
    ana: FlaskClient, wrong: dict[str, str], where: str
) -> None:
    before = everything()
    answer = fill(ana, NEW, **(GOOD | wrong))
    assert answer.status_code == 400
    assert refused_fields(answer.text) == {where}
    assert where == "name" or 'value="IV-2"' in answer.text
    assert everything() == before


def test_a_name_is_one_line(ana: FlaskClient) -> None:
    fill(ana, NEW, **(GOOD | {"name": "  IV \n 2 "}))
    assert db.session.scalars(select(SchoolClass).where(SchoolClass.name == "IV 2")).one()


def test_changing_a_class_keeps_its_code(room: Room, ana: FlaskClient) -> None:
    school_class = room.cast.ana_class
    code = school_class.join_code
    assert fill(ana, f"{room.path}/edit", **GOOD).status_code == 302
    db.session.refresh(school_class)
    assert (school_class.name, school_class.grade, school_class.language) == ("IV-2", 4, "sq")
    assert school_class.join_code == code


def test_a_class_put_away_lets_nobody_in_and_stays_readable(room: Room, ana: FlaskClient) -> None:
    assert fill(ana, f"{room.path}/archive").status_code == 302
    db.session.refresh(room.cast.ana_class)
    assert joining_state(room.cast.ana_class) == "closed"
    page = ana.get(room.path)
    assert page.status_code == 200
    assert "join-code" not in page.text
    assert data(page.text, "state") == data(page.text, "closed").count("yes") * ["closed"] == ["closed"]
    assert f"classes/{room.cast.ana_class.id}" in ana.get("/en/staff/classes").text


def test_a_class_put_away_closes_its_lessons_and_opens_none(room: Room, ana: FlaskClient) -> None:
    room.take(room.cast.fox, {}, finish=False)
    fill(ana, f"{room.path}/archive")
    db.session.refresh(room.assignment)
    assert room.assignment.closed_at is not None
    with pytest.raises(playing.Closed):
        playing.start(room.cast.bee, room.assignment)
    assert playing.start(room.cast.fox, room.assignment)  # whoever has begun may finish today
    before = everything()
    for address in (f"{room.path}/joining", f"{room.path}/code", f"{room.lesson_path}/reopen"):
        fields = {"joining": "open"}
        assert press(ana, "/en/staff/classes/new", address, **fields).status_code == 409
    assert ana.get(f"{room.path}/assignments").status_code == 409
    assert everything() == before


def test_a_lesson_open_when_its_class_was_put_away_shows_as_closed(room: Room, ana: FlaskClient) -> None:
    roster.archive_class(room.cast.ana_class)
    assert data(ana.get(room.path).text, "state") == ["closed"]
    assert data(ana.get(f"{room.path}/summary").text, "closed") == ["yes"]


def test_the_school_adult_is_named(room: Room, ana: FlaskClient) -> None:
    assert fill(ana, f"{room.path}/adult", adult_role="director", adult_place="соба 4").status_code == 302
    db.session.refresh(room.cast.ana_class)
    assert (room.cast.ana_class.adult_role, room.cast.ana_class.adult_place) == ("director", "соба 4")
    assert "соба 4" in ana.get(room.path).text


def test_the_school_adult_is_one_of_the_school(room: Room, ana: FlaskClient) -> None:
    answer = fill(ana, f"{room.path}/adult", adult_role="neighbour", adult_place=" ")
    assert answer.status_code == 400
    assert refused_fields(answer.text) == {"adult_role", "adult_place"}


def test_the_list_holds_only_own_classes(room: Room) -> None:
    for person in (room.cast.ana, room.cast.besim):
        page = room.browser(person).get("/mk/staff/classes").text
        own = [one.id for one in (room.cast.ana_class, room.cast.besim_class) if one.teacher_id == person.id]
        assert re.findall(r'/classes/(\d+)"', page) == [str(one) for one in own]


def test_nothing_is_chosen_for_a_new_class(ana: FlaskClient) -> None:
    page = ana.get(NEW).text
    assert re.findall(r'<option[^>]* selected[^>]* value="(\d*)"', page) == [""]
    assert "checked" not in page


def test_a_card_tells_how_many_pupils_and_which_lesson(room: Room, ana: FlaskClient) -> None:
    page = ana.get("/en/staff/classes").text
    assert (data(page, "pupils"), data(page, "open")) == (["2"], ["sample"])
    assignments.close(room.assignment)
    assert data(ana.get("/en/staff/classes").text, "open") == []


def test_the_number_of_statements_does_not_grow_with_the_classes(room: Room, ana: FlaskClient) -> None:
    few = statements(ana, "/en/staff/classes")
    for number in range(5):
        a_pupil(a_class(room.cast.ana, f"5-{number}"), Name("fox", "scarf"))
    assert statements(ana, "/en/staff/classes") == few


def test_a_class_that_is_not_there(ana: FlaskClient) -> None:
    for number in ("0", "999999", str(2**31), str(2**70), "x"):
        assert ana.get(f"/en/staff/classes/{number}").status_code == 404
