"""What is asked before a draft goes to a second reader."""

import pytest
from sqlalchemy import select

from quizapp.authoring import handing_over, history, reviewing, writing
from quizapp.authoring.handing_over import HasErrors, NothingNew, NotInStep, Unreasoned
from quizapp.authoring.models import Reason
from quizapp.db import db
from tests.authoring.conftest import Desk
from tests.authoring.review_room import (
    change,
    deeds,
    hand_over,
    latest,
    published,
    rewrite,
)


def test_handing_over_keeps_the_draft_as_it_is(desk: Desk) -> None:
    submission = hand_over(desk.whole, desk.vesna)
    assert desk.whole.state == "in_review"
    assert history.version_of(desk.whole, submission.version_id).occasion == "submitted"
    assert deeds()[-1] == "submitted"


def test_handing_over_twice_is_once(desk: Desk) -> None:
    first = hand_over(desk.whole, desk.vesna)
    assert handing_over.submit(desk.whole, desk.arben, "пак", {}).id == first.id


def test_a_draft_with_errors_stays_with_its_authors(desk: Desk) -> None:
    with pytest.raises(HasErrors) as refused:
        handing_over.submit(desk.draft, desk.vesna, "ново", {})
    assert refused.value.problems
    assert desk.draft.state == "draft"


def test_every_warning_wants_a_reason(desk: Desk) -> None:
    rewrite(desk.whole, desk.vesna, "steps.hello.text", "Здраво, аздрахпус и блипкотоп.", "Mirë.")
    with pytest.raises(Unreasoned) as refused:
        handing_over.submit(desk.whole, desk.vesna, "ново", {})
    first, *others = refused.value.warnings
    given = {one.identity: "така зборува ликот" for one in others} | {first.identity: "  "}
    with pytest.raises(Unreasoned) as refused:
        handing_over.submit(desk.whole, desk.vesna, "ново", given)
    assert [one.identity for one in refused.value.warnings] == [first.identity]
    handing_over.submit(desk.whole, desk.vesna, "ново", {first.identity: "и ова"})
    assert desk.whole.state == "in_review"


def test_a_reason_holds_for_the_next_time_and_a_new_warning_asks_anew(desk: Desk) -> None:
    hand_over(desk.whole, desk.vesna)
    reviewing.ask_for_changes(desk.whole, desk.arben, latest(desk.whole), "Пократко.")
    known = set(db.session.scalars(select(Reason.warning)))
    rewrite(desk.whole, desk.vesna, "steps.hello.text", "Здраво, тралапрас.", "Përshëndetje.")
    with pytest.raises(Unreasoned) as refused:
        handing_over.submit(desk.whole, desk.vesna, "ново", {})
    assert not known & {one.identity for one in refused.value.warnings}


def test_a_text_to_check_stays_with_its_authors(desk: Desk) -> None:
    change(desk.whole, desk.vesna, "mk", "title", "Сосема друг наслов")
    with pytest.raises(NotInStep) as refused:
        handing_over.submit(desk.whole, desk.vesna, "ново", {})
    assert refused.value.marked == [("sq", "title")]
    writing.confirm(desk.whole, desk.vesna, "sq", "title")
    assert hand_over(desk.whole, desk.vesna)


def test_what_pupils_have_already_is_not_handed_over(desk: Desk) -> None:
    published(desk)
    with pytest.raises(NothingNew):
        hand_over(desk.whole, desk.vesna)
