"""The help page: who comes first, and the way back to where a child came from."""

import re

import pytest
from flask.testing import FlaskClient

from quizapp import clock
from quizapp.accounts import roster
from quizapp.db import db
from quizapp.helplines import numbers
from quizapp.helplines.models import Helpline
from tests.learning.stage import PAGE, Stage

HERE = "http://localhost"


@pytest.mark.parametrize(
    "path",
    [PAGE, "/mk/", "/sq/lessons", "/mk/join/a.b?name=fox-scarf", "/mk/exit-page", "/mk/staff/classes"],
)
def test_back_to_the_very_page(stage: Stage, path: str) -> None:
    assert way_back(stage.browser(), HERE + path) == path


@pytest.mark.parametrize(
    "referrer",
    [
        "",
        "about:blank",
        "http://elsewhere.invalid/mk/l/sample/1",
        "http://localhost.invalid/mk/",
        "http://localhost:81/mk/",
        "http://localhost@elsewhere.invalid/mk/",
        "http://[elsewhere/mk/",
        "javascript:alert(1)",
        f"{HERE}//elsewhere.invalid/",
        f"{HERE}/mk/join",  # takes a form only
        f"{HERE}/mk/help",
        f"{HERE}/exit",
        f"{HERE}/nowhere",
    ],
)
def test_else_to_the_front_page(stage: Stage, referrer: str) -> None:
    assert way_back(stage.browser(), referrer) == "/mk/"


def test_the_adult_at_school_comes_first_then_the_emergency_numbers(stage: Stage) -> None:
    numbers.import_bundled()
    roster.set_adult(stage.cast.ana_class, "pedagogue", "4")
    assert all(line.emergency for line in numbers.for_pupils("mk"))
    for browser in (stage.fox(), stage.browser()):
        page = browser.get("/mk/help").text
        signs = ('id="adult"', 'id="emergency"', "tel:112", "tel:192", 'id="fault"')
        places = [page.index(sign) for sign in signs]
        assert places == sorted(places)
        assert 'id="numbers"' not in page


def test_other_numbers_come_after(stage: Stage) -> None:
    numbers.import_bundled()
    other = db.session.get_one(Helpline, "bushavko_mobile")
    other.visible_to_pupils, other.confirmed_by = True, "a"
    other.last_confirmed_on = other.expires_on = clock.today()
    page = stage.browser().get("/mk/help").text
    places = [page.index(sign) for sign in ("tel:192", 'id="fault"', 'id="numbers"', f"tel:{other.dial}")]
    assert places == sorted(places)


def way_back(client: FlaskClient, referrer: str) -> str:
    page = client.get("/mk/help", headers={"Referer": referrer} if referrer else {}).text
    (address,) = re.findall(r'id="back" href="([^"]+)"', page)
    return str(address)
