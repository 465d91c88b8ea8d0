"""Two pairs of eyes: what is asked before a lesson can reach children, whoever presses which button."""

import pytest
from flask import Flask
from sqlalchemy import delete, func, select

from quizapp import clock
from quizapp.accounts.models import Person, PersonLanguage, PersonRole
from quizapp.authoring import arranging, drafts, handing_over, history, publishing, reviewing, writing
from quizapp.authoring.comments import NoSuchPlace, comments_on, say
from quizapp.authoring.handing_over import HasErrors, NothingNew, NotInStep, Unreasoned
from quizapp.authoring.models import Approval, Draft, DraftAuthor, Reason, Submission
from quizapp.authoring.publishing import NotApproved
from quizapp.authoring.reviewing import ChangedMeanwhile, MayNotApprove
from quizapp.db import db
from quizapp.lessons import catalogue
from quizapp.trail import TrailEntry
from tests.authoring.conftest import Desk
from tests.authoring.review_room import approved_by, change, hand_over, rewrite
from tests.cast import a_trainer


def deeds() -> list[str]:
    return list(db.session.scalars(select(TrailEntry.deed).order_by(TrailEntry.id)))


# --- handing over


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


# --- approving


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


# --- publishing


def test_both_languages_make_a_revision(desk: Desk) -> None:
    revision = published(desk)
    assert (revision.number, revision.note, revision.row.origin) == (1, "ново", "own")
    lesson = catalogue.lesson_of(revision)
    assert (lesson.id, lesson.version) == (desk.whole.lesson_id, 1)
    assert lesson.words["sq"].title == drafts.plain(drafts.texts_of(desk.whole))["sq"]["title"]
    assert desk.whole.state == "published"
    assert deeds()[-1] == "published"


def test_after_publishing_authorship_begins_anew(desk: Desk) -> None:
    published(desk)
    mine = select(func.count()).select_from(DraftAuthor).where(DraftAuthor.lesson_id == desk.whole.lesson_id)
    assert db.session.scalar(mine) == 0
    assert db.session.scalar(select(func.count()).select_from(Approval)) == 0
    rewrite(desk.whole, desk.arben, "title", "Нов наслов", "Titull i ri")
    submission = hand_over(desk.whole, desk.arben, "поправено")
    for language in ("mk", "sq"):
        reviewing.approve(desk.whole, desk.vesna, language, submission.id)
    revision = publishing.publish(desk.whole, desk.vesna, submission.id)
    assert (revision.number, revision.note, catalogue.lesson_of(revision).version) == (2, "поправено", 2)


def test_publishing_twice_is_once(desk: Desk) -> None:
    submission = all_approved(desk)
    first, second = (publishing.publish(desk.whole, desk.vesna, submission.id) for _ in range(2))
    assert first.id == second.id
    assert deeds().count("published") == 1


def test_one_language_is_not_enough(desk: Desk) -> None:
    submission = hand_over(desk.whole, desk.vesna)
    reviewing.approve(desk.whole, desk.arben, "sq", submission.id)
    with pytest.raises(NotApproved) as refused:
        publishing.publish(desk.whole, desk.arben, submission.id)
    assert refused.value.missing == ["mk"]
    assert catalogue.newest(desk.whole.lesson_id) is None


def test_right_answers_want_a_second_person(desk: Desk) -> None:
    arranging.move_step(desk.whole, desk.arben, "hello", 0)
    submission = hand_over(desk.whole, desk.vesna)
    for language in ("mk", "sq"):
        reviewing.approve(desk.whole, desk.arben, language, submission.id)
    with pytest.raises(NotApproved) as refused:
        publishing.publish(desk.whole, desk.vesna, submission.id)
    assert refused.value.missing == ["structure"]
    third = a_trainer("bojana@example.org", "mk")
    reviewing.approve(desk.whole, third, "mk", submission.id)
    assert publishing.publish(desk.whole, desk.vesna, submission.id).number == 1


def test_right_answers_want_a_second_person_whoever_changed_the_structure_last(desk: Desk) -> None:
    arranging.move_step(desk.whole, desk.arben, "hello", 0)
    arranging.move_step(desk.whole, desk.vesna, "hello", 0)
    submission = hand_over(desk.whole, desk.arben)
    for language in ("mk", "sq"):
        reviewing.approve(desk.whole, desk.arben, language, submission.id)
    assert reviewing.missing(desk.whole, reviewing.approvers(desk.whole)) == ["structure"]


@pytest.mark.parametrize("again", ["put_back", "bring_back"])
def test_what_was_written_in_a_step_taken_out_has_its_author_after_publishing(desk: Desk, again: str) -> None:
    third = a_trainer("bojana@example.org")
    rewrite(desk.whole, third, "steps.story.text", "Никој не го прочитал.", "Askush nuk e lexoi.")
    whole = history.versions(desk.whole)[0]
    arranging.remove_step(desk.whole, desk.vesna, "story")
    published(desk)
    if again == "put_back":
        arranging.put_back(desk.whole, desk.vesna, "story")
    else:
        drafts.bring_back(desk.whole, desk.vesna, whole)
    submission = hand_over(desk.whole, desk.vesna)
    with pytest.raises(MayNotApprove) as refused:
        reviewing.approve(desk.whole, third, "mk", submission.id)
    assert refused.value.bar == "own_text"


@pytest.mark.parametrize("loss", ["role", "language", "locked", "erased", "wrote"])
def test_an_approval_counts_only_as_long_as_its_giver_may_give_it(desk: Desk, loss: str) -> None:
    submission = all_approved(desk)
    arben = desk.arben.id
    if loss == "role":
        db.session.execute(delete(PersonRole).where(PersonRole.person_id == arben))
    elif loss == "language":
        db.session.execute(
            delete(PersonLanguage).where(PersonLanguage.person_id == arben, PersonLanguage.language == "mk")
        )
    elif loss == "locked":
        desk.arben.locked_at = clock.now()
    elif loss == "erased":
        db.session.execute(delete(Person).where(Person.id == arben))
    else:
        drafts.remember_author(desk.whole, desk.arben, "mk")
    db.session.commit()
    with pytest.raises(NotApproved) as refused:
        publishing.publish(desk.whole, desk.vesna, submission.id)
    assert "mk" in refused.value.missing


def test_a_change_after_approval_is_not_published(desk: Desk) -> None:
    submission = all_approved(desk)
    change(desk.whole, desk.vesna, "mk", "title", "Никој не го прочитал")
    with pytest.raises(ChangedMeanwhile):
        publishing.publish(desk.whole, desk.vesna, submission.id)


def test_what_is_published_is_what_was_read(desk: Desk) -> None:
    submission = all_approved(desk)
    # As if a write had come past every rule.
    drafts.texts_of(desk.whole)["mk"]["title"].text = "Никој не го прочитал"
    db.session.flush()
    revision = publishing.publish(desk.whole, desk.vesna, submission.id)
    assert catalogue.lesson_of(revision).words["mk"].title != "Никој не го прочитал"


def test_where_it_was_made_from_goes_along(app: Flask, desk: Desk) -> None:
    copy = drafts.adapt(desk.vesna, published(desk))
    rewrite(copy, desk.vesna, "title", "Приспособена", "E përshtatur")
    submission = hand_over(copy, desk.vesna)
    for language in ("mk", "sq"):
        reviewing.approve(copy, desk.arben, language, submission.id)
    revision = publishing.publish(copy, desk.arben, submission.id)
    assert revision.row.adapted_from == f"{desk.whole.lesson_id}/1"


def latest(draft: Draft) -> int:
    found = db.session.scalar(select(func.max(Submission.id)).where(Submission.lesson_id == draft.lesson_id))
    assert found
    return found


def all_approved(desk: Desk) -> Submission:
    submission = hand_over(desk.whole, desk.vesna)
    for language in ("mk", "sq"):
        reviewing.approve(desk.whole, desk.arben, language, submission.id)
    db.session.commit()
    return submission


def published(desk: Desk):
    revision = publishing.publish(desk.whole, desk.vesna, all_approved(desk).id)
    db.session.commit()
    return revision
