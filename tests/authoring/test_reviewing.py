"""Two pairs of eyes: who may approve what, and what takes an approval back."""

import pytest
from sqlalchemy import delete, func, select

from quizapp.accounts.models import PersonRole
from quizapp.authoring import arranging, drafts, history, reviewing, writing
from quizapp.authoring.comments import NoSuchPlace, comments_on, say
from quizapp.authoring.models import Approval
from quizapp.authoring.reviewing import ChangedMeanwhile, MayNotApprove
from quizapp.db import db
from quizapp.lessons import catalogue
from tests.authoring.conftest import Desk
from tests.authoring.review_room import (
    approved_by,
    change,
    deeds,
    hand_over,
    published,
    rewrite,
)
from tests.cast import a_trainer


def test_each_language_is_approved(desk: Desk) -> None:
    submission = hand_over(desk.whole, desk.vesna)
    reviewing.approve(desk.whole, desk.arben, "sq", submission.id)
    assert approved_by(desk.whole) == {"mk": [], "sq": [desk.arben.id]}
    assert reviewing.missing(desk.whole, reviewing.approvers(desk.whole)) == ["mk"]


def test_approving_twice_is_once(desk: Desk) -> None:
    submission = hand_over(desk.whole, desk.vesna)
    for _ in range(2):
        reviewing.approve(desk.whole, desk.arben, "sq", submission.id)
    assert deeds().count("approved") == 1


def test_nobody_approves_what_they_wrote(desk: Desk) -> None:
    submission = hand_over(desk.whole, desk.vesna)
    for language in ("mk", "sq"):
        with pytest.raises(MayNotApprove) as refused:
            reviewing.approve(desk.whole, desk.vesna, language, submission.id)
        assert refused.value.bar == "own_text"


def test_one_word_makes_an_author_of_that_language_only(desk: Desk) -> None:
    rewrite(desk.whole, desk.vesna, "title", "Наслов", "Titull")
    change(desk.whole, desk.arben, "mk", "title", "Друг наслов")
    writing.confirm(desk.whole, desk.vesna, "sq", "title")
    submission = hand_over(desk.whole, desk.vesna)
    with pytest.raises(MayNotApprove):
        reviewing.approve(desk.whole, desk.arben, "mk", submission.id)
    reviewing.approve(desk.whole, desk.arben, "sq", submission.id)


@pytest.mark.parametrize("begun", ["new", "adapted"])
def test_two_people_who_write_one_language_each_read_each_other(desk: Desk, begun: str) -> None:
    if begun == "new":
        draft = drafts.begin(desk.vesna, "4-6", {"mk": "Нова"})
    else:
        draft = drafts.adapt(desk.vesna, catalogue.import_bundled()[0])
    step_id = drafts.structure_of(draft).steps[0].id
    arranging.copy_step(draft, desk.vesna, step_id)
    change(draft, desk.vesna, "mk", "title", "Друг наслов")
    change(draft, desk.arben, "sq", "title", "Titull tjetër")
    assert reviewing.bars(draft, desk.vesna) == {"mk": "own_text", "sq": None}
    assert reviewing.bars(draft, desk.arben) == {"mk": None, "sq": "own_text"}


def test_a_copied_step_is_the_work_of_who_wrote_it(desk: Desk) -> None:
    rewrite(desk.whole, desk.vesna, "title", "Наслов", "Titull")
    published(desk)
    change(desk.whole, desk.arben, "sq", "steps.hello.heading", "Tung")
    arranging.copy_step(desk.whole, desk.vesna, "hello")
    assert reviewing.bars(desk.whole, desk.arben)["sq"] == "own_text"
    assert reviewing.bars(desk.whole, desk.vesna)["sq"] is None


def test_only_who_reads_a_language_approves_it(desk: Desk) -> None:
    albanian = a_trainer("drita@example.org", "sq")
    submission = hand_over(desk.whole, desk.vesna)
    with pytest.raises(MayNotApprove) as refused:
        reviewing.approve(desk.whole, albanian, "mk", submission.id)
    assert refused.value.bar == "other_language"
    reviewing.approve(desk.whole, albanian, "sq", submission.id)


def test_only_trainers_approve(desk: Desk) -> None:
    submission = hand_over(desk.whole, desk.vesna)
    db.session.execute(delete(PersonRole).where(PersonRole.person_id == desk.arben.id))
    with pytest.raises(MayNotApprove) as refused:
        reviewing.approve(desk.whole, desk.arben, "sq", submission.id)
    assert refused.value.bar == "not_a_trainer"


def test_only_what_was_read_is_approved(desk: Desk) -> None:
    first = hand_over(desk.whole, desk.vesna)
    rewrite(desk.whole, desk.vesna, "title", "Наслов", "Titull")
    with pytest.raises(ChangedMeanwhile):
        reviewing.approve(desk.whole, desk.arben, "sq", first.id)
    second = hand_over(desk.whole, desk.vesna)
    with pytest.raises(ChangedMeanwhile):
        reviewing.approve(desk.whole, desk.arben, "sq", first.id)
    reviewing.approve(desk.whole, desk.arben, "sq", second.id)


@pytest.mark.parametrize("verb", ["text", "confirm", "step", "bring_back"])
def test_any_change_takes_approvals_back(desk: Desk, verb: str) -> None:
    submission = hand_over(desk.whole, desk.vesna)
    reviewing.approve(desk.whole, desk.arben, "sq", submission.id)
    db.session.commit()
    if verb == "text":
        change(desk.whole, desk.vesna, "mk", "title", "Наслов")
    elif verb == "confirm":
        writing.confirm(desk.whole, desk.arben, "sq", "title")
    elif verb == "step":
        arranging.add_step(desk.whole, desk.vesna, "text")
    else:
        drafts.bring_back(desk.whole, desk.vesna, history.versions(desk.whole)[-1])
    db.session.commit()
    assert desk.whole.state == "draft"
    assert db.session.scalar(select(func.count()).select_from(Approval)) == 0


def test_asking_for_changes_gives_the_draft_back_and_says_why(desk: Desk) -> None:
    submission = hand_over(desk.whole, desk.vesna)
    reviewing.approve(desk.whole, desk.arben, "sq", submission.id)
    reviewing.ask_for_changes(desk.whole, desk.arben, submission.id, "Премногу зборови.")
    assert desk.whole.state == "draft"
    assert approved_by(desk.whole) == {"mk": [], "sq": []}
    assert [(one.text, name) for one, name in comments_on(desk.whole)] == [("Премногу зборови.", "Arben")]
    assert deeds()[-1] == "changes_asked"
    with pytest.raises(ChangedMeanwhile):
        reviewing.approve(desk.whole, desk.arben, "sq", submission.id)


def test_the_same_again_wants_new_approvals(desk: Desk) -> None:
    first = hand_over(desk.whole, desk.vesna)
    reviewing.approve(desk.whole, desk.arben, "sq", first.id)
    reviewing.ask_for_changes(desk.whole, desk.arben, first.id, "Чекај.")
    hand_over(desk.whole, desk.vesna)
    assert approved_by(desk.whole) == {"mk": [], "sq": []}


def test_comments_have_a_place(desk: Desk) -> None:
    say(desk.whole, desk.arben, "hello", "steps.hello.text", "mk", "Подолго?")
    say(desk.whole, desk.arben, "", "title", "", "Добар наслов.")
    for step, key, language in (
        ("nowhere", "", ""),
        ("hello", "steps.story.text", ""),
        ("", "steps.hello.text", ""),
        ("hello", "", "en"),
    ):
        with pytest.raises(NoSuchPlace):
            say(desk.whole, desk.arben, step, key, language, "Каде?")
    assert len(comments_on(desk.whole)) == 2
