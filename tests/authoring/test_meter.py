"""The quiet meter: how easy a step and the lesson are to read, in words that need no training."""

import re
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp import clock
from quizapp.authoring import checking, drafts, handing_over, meter, writing
from quizapp.authoring.meter import Reading
from quizapp.authoring.models import Reason
from quizapp.db import db
from quizapp.lessons.document import BANDS
from tests.authoring.conftest import Desk, parts_of_sample
from tests.authoring.sent_form import opened
from tests.cast import sign_in

SHORT = "Мила оди дома."
LONG = "Мила и Бесиана одат дома по патот покрај реката и таму гледаат една мала бела куќа."


def reading(app: Flask, text: str, band: str = "1-3", name: str = "hello") -> Reading:
    structure, _texts = parts_of_sample()
    structure = structure.model_copy(update={"band": band})
    step = structure.steps[0].id
    with app.test_request_context("/en/"):
        found = meter.readings(structure, {"mk": {f"steps.{step}.text": text}, "sq": {}})
    return found[name if name == "head" else step][0]


on_sqlite = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


@on_sqlite
def test_a_step_says_how_long_it_is(app: Flask) -> None:
    short = reading(app, SHORT)
    assert (short.level, short.said) == ("ok", "Easy to read for grades 1–3")
    assert short.more == "3 words on the screen, longest sentence 3 words"
    long = reading(app, LONG)
    assert (long.level, long.said) == ("too_long", "Too long for grades 1–3")
    assert short.bar < 100 < long.bar <= meter.FULL
    assert reading(app, LONG, "7-9").level == "ok"


@on_sqlite
def test_nothing_written_has_no_meter(app: Flask) -> None:
    assert reading(app, " ") == Reading("mk")
    assert reading(app, "", name="head") == Reading("mk")


@on_sqlite
def test_the_lesson_says_what_is_hard_without_numbers(app: Flask) -> None:
    head = reading(app, LONG, name="head")
    assert head.level == "too_long"
    assert "sentences are long" in head.more
    assert not any(letter.isdigit() for letter in head.more)


@on_sqlite
def test_the_limits_are_told_in_one_sentence(app: Flask) -> None:
    with app.test_request_context("/en/"):
        for band in BANDS:
            assert band.replace("-", "–") in meter.limits(band)


def test_the_page_and_its_scripts_are_told_the_same(desk: Desk, client: FlaskClient) -> None:
    sign_in(client, desk.vesna)
    address = f"/en/staff/desk/{desk.whole.lesson_id}"
    page = unescape(client.get(address).text)
    form = opened(client, desk.whole.lesson_id)
    names = ("csrf_token", "t.mk.title", "t.mk.steps.hello.heading")
    data = {name: form.fields[name] for name in names}
    answer = client.post(address, data=data, headers={"Accept": "application/json"}).json
    assert set(answer["meters"]) == {"head", "hello"}
    for name, said in answer["meters"].items():
        assert f'data-meters="{name}"' in page
        for one in said:
            assert one["said"] in page
    assert answer["limits"] in page


def test_a_reason_stands_beside_its_warning(desk: Desk, client: FlaskClient) -> None:
    writing.write(desk.whole, desk.vesna, "mk", "guide.goal", "Учинлиште.", 1)
    db.session.commit()
    warning = next(one for one in checking.advice_on(desk.whole) if one.key)
    reason = Reason(lesson_id=desk.whole.lesson_id, warning=warning.identity, reason="Така треба.")
    reason.person_id, reason.at = desk.vesna.id, clock.now()
    db.session.add(reason)
    db.session.commit()
    sign_in(client, desk.arben)
    page = client.get(f"/en/staff/desk/{desk.whole.lesson_id}").text
    assert page.count("Така треба.") == 2  # beside the field, and in the list
    assert "To think about:" in page
    assert handing_over.without_reason(desk.whole, [warning]) == []


def test_what_concerns_a_whole_step_or_lesson_stands_at_its_top_with_its_language(
    desk: Desk, client: FlaskClient
) -> None:
    step = drafts.structure_of(desk.whole).steps[0].id
    crowd = " ".join([SHORT] * 40)
    writing.write(desk.whole, desk.vesna, "mk", f"steps.{step}.text", crowd, 1)
    writing.write(
        desk.whole,
        desk.vesna,
        "sq",
        f"steps.{step}.text",
        "Ky fëmijë " + "shumëgjuhësisht " * 200 + "fund.",
        1,
    )
    db.session.commit()
    sign_in(client, desk.vesna)
    page = unescape(client.get(f"/en/staff/desk/{desk.whole.lesson_id}").text)
    for name, said in ((step, "Macedonian: There are"), ("head", "Albanian: ")):
        assert f'href="#step-{name}"' in page
        assert re.search(rf'id="n.step-{name}(\.\d)?">[^<]*<strong>[^<]*</strong> {said}', page), name
