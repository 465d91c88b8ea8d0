"""What may be published, by whom, and what then reaches children."""

import pytest
from flask import Flask
from sqlalchemy import delete, func, select

from quizapp import clock
from quizapp.accounts.models import Person, PersonLanguage, PersonRole
from quizapp.authoring import arranging, drafts, history, publishing, reviewing
from quizapp.authoring.models import Approval, DraftAuthor
from quizapp.authoring.publishing import NotApproved
from quizapp.authoring.reviewing import ChangedMeanwhile, MayNotApprove
from quizapp.db import db
from quizapp.lessons import catalogue
from tests.authoring.conftest import Desk
from tests.authoring.review_room import (
    all_approved,
    change,
    deeds,
    hand_over,
    published,
    rewrite,
)
from tests.cast import a_trainer


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
