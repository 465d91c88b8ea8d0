"""What colleagues write reaches a page that is open."""

import pytest
from flask.testing import FlaskClient

from quizapp import clock
from quizapp.authoring import writing
from quizapp.db import db
from tests.authoring.conftest import Desk
from tests.cast import sign_in


def news(client: FlaskClient, desk: Desk, since: float | str) -> tuple[int, dict]:
    answer = client.get(f"/sq/staff/desk/{desk.draft.lesson_id}/news?since={since}")
    return answer.status_code, answer.get_json(silent=True) or {}


def test_only_what_was_written_since(desk: Desk, client: FlaskClient) -> None:
    sign_in(client, desk.arben)
    later = clock.now().timestamp() + 60
    writing.write(desk.draft, desk.vesna, "mk", "summary", "Кратко", 0)
    db.session.commit()
    code, told = news(client, desk, clock.now().timestamp())
    assert code == 200
    assert told["texts"]["t.mk.summary"]["text"] == "Кратко"
    assert told["texts"]["t.mk.summary"]["base"].startswith("1-")
    assert news(client, desk, later)[1]["texts"] == {}


@pytest.mark.parametrize("since", ["", "now", "nan", "1e400", "-1e18"])
def test_a_moment_that_is_none(desk: Desk, client: FlaskClient, since: str) -> None:
    sign_in(client, desk.arben)
    assert news(client, desk, since)[0] == 400
