"""What holds for every write action of the room: whose it is, its token, its method."""

from dataclasses import dataclass, field

import pytest
from flask.testing import FlaskClient

from tests.accounts.pages import token_of
from tests.classroom.room import Room, everything


@dataclass(frozen=True)
class Action:
    """A write: its address (a part of Room by name, and what follows), and what the form says."""

    start: str
    rest: str
    fields: dict[str, str] = field(default_factory=dict)
    get: int = 200  # what a GET meets

    def address(self, room: Room) -> str:
        return getattr(room, self.start) + self.rest.format(cast=room.cast)


ADULT = {"adult_role": "director", "adult_place": "room 1"}
ACTIONS = [
    Action("path", "/assignments", {"lesson_id": "other"} | ADULT),
    Action("path", "/edit", {"name": "7-в", "grade": "7", "language": "sq"}),
    Action("path", "/adult", ADULT),
    Action("path", "/joining", {"joining": "returning"}, get=405),
    Action("path", "/code", get=405),
    Action("lesson_path", "/close", get=405),
    Action("lesson_path", "/reopen", get=405),
    Action("lesson_path", "/newest", get=405),
    Action("path", "/archive"),  # afterwards only what concerns single pupils makes sense
    Action("lesson_path", "/restart/{cast.fox.id}"),
    Action("fox_path", "/secret", get=405),
    Action("fox_path", "/remove"),
    Action("path", "/erase", {"sure": "y"}, get=409),  # only what is put away
]


@pytest.mark.parametrize("who", ["cveta", "besim"])
def test_another_teacher_finds_nothing(room: Room, who: str) -> None:
    client = room.browser(getattr(room.cast, who))
    token, before = token_of(client.get("/en/staff/classes/new").text), everything()
    for action in ACTIONS:
        answer = client.post(action.address(room), data={"csrf_token": token, **action.fields})
        assert answer.status_code == 404, action
        assert everything() == before, action


def test_whoever_is_signed_out_is_asked_to_sign_in(room: Room) -> None:
    before = everything()
    for action in ACTIONS:
        answer = room.browser().post(action.address(room), data=action.fields)
        assert answer.status_code == 403, action
        assert 'id="sign-in"' in answer.text, action
        assert all(f'value="{value}"' in answer.text for value in action.fields.values()), action
    assert everything() == before


def test_without_a_token_nothing_changes_the_values_stay_and_the_page_has_a_fresh_one(
    room: Room, ana: FlaskClient
) -> None:
    for action in ACTIONS:
        before, address = everything(), action.address(room)
        answer = ana.post(address, data={"csrf_token": "an old one", **action.fields})
        assert answer.status_code == 400, action
        assert everything() == before, action
        assert all(f'value="{value}"' in answer.text for value in action.fields.values()), action
        again = ana.post(address, data={"csrf_token": token_of(answer.text), **action.fields})
        assert again.status_code == 302, action


def test_the_method_must_be_right(room: Room, ana: FlaskClient) -> None:
    for action in ACTIONS:
        assert ana.get(action.address(room)).status_code == action.get, action
        assert ana.delete(action.address(room)).status_code == 405, action


def test_a_write_from_elsewhere_is_refused(room: Room, ana: FlaskClient) -> None:
    before = everything()
    ana.environ_base["HTTP_SEC_FETCH_SITE"] = "cross-site"
    for action in ACTIONS:
        assert ana.post(action.address(room), data=action.fields).status_code == 403, action
    assert everything() == before
