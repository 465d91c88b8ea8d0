import pytest

from quizapp.accounts import roster
from quizapp.accounts.scope import NotYours, class_for, classes_of
from quizapp.config import Config
from quizapp.db import db
from tests.cast import Cast, a_class
from tests.databases import app_over


def test_list_and_check_agree(cast: Cast) -> None:
    second = a_class(cast.ana, "1-в", 1)
    old = a_class(cast.ana, "9-а", 9)
    roster.archive_class(old)
    assert list(classes_of(cast.ana)) == [second, cast.ana_class]
    assert list(classes_of(cast.ana, archived=True)) == [old]
    for school_class in (second, cast.ana_class, old):
        assert class_for(cast.ana, school_class.id) == school_class


def test_colleague_and_stranger_find_nothing(cast: Cast) -> None:
    for person in (cast.cveta, cast.besim):
        with pytest.raises(NotYours):
            class_for(person, cast.ana_class.id)
    assert list(classes_of(cast.cveta)) == []


@pytest.mark.parametrize("number", [0, -1, 2**31, 2**63, 2**70])
def test_number_no_row_can_have_is_not_found(cast: Cast, number: int) -> None:
    with pytest.raises(NotYours):
        class_for(cast.ana, number)


def test_addresses_take_no_number_that_no_row_can_have(config: Config) -> None:
    with app_over(config) as app:
        app.add_url_rule("/probe/<int:number>", "probe", lambda number: str(number))
        asked = (2**31 - 1, 2**31, 2**70)
        answers = [app.test_client().get(f"/probe/{number}").status_code for number in asked]
    assert answers == [200, 404, 404]


def test_edits_and_archives(cast: Cast) -> None:
    roster.edit_class(cast.ana_class, "3-б", 3, "sq")
    roster.set_adult(cast.ana_class, "psychologist", "12")
    roster.archive_class(cast.ana_class)
    db.session.commit()
    found = class_for(cast.ana, cast.ana_class.id)
    assert (found.name, found.grade, found.language) == ("3-б", 3, "sq")
    assert (found.adult_role, found.adult_place, found.joining) == ("psychologist", "12", "closed")
