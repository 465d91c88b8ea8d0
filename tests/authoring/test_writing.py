"""Writing in two languages: what is in step, what is to be checked, and nothing lost."""

from datetime import timedelta

import pytest

from quizapp import clock
from quizapp.authoring import drafts, history, writing
from quizapp.authoring.models import Draft, DraftAuthor
from quizapp.db import db
from tests.authoring.conftest import Desk

TITLE = "title"


def marked(draft: Draft, key: str = TITLE) -> set[str]:
    """The languages whose text is to be checked."""
    texts = drafts.texts_of(draft)
    pairs = (("mk", "sq"), ("sq", "mk"))
    return {one for one, other in pairs if writing.needs_check(texts[one].get(key), texts[other].get(key))}


def write(desk: Desk, language: str, text: str, key: str = TITLE, draft: Draft | None = None) -> int:
    draft = draft or desk.draft
    present = drafts.texts_of(draft)[language].get(key)
    base = present.version if present else 0
    return writing.write(draft, desk.vesna, language, key, text, base).version


def test_a_first_translation_is_in_step(desk: Desk) -> None:
    write(desk, "sq", "Mësim i ri")
    assert marked(desk.draft) == set()


def test_whoever_goes_on_typing_a_translation_goes_on_translating(desk: Desk) -> None:
    for text in ("Më", "Mësim", "Mësim i ri"):
        write(desk, "sq", text)
    assert marked(desk.draft) == set()


def test_a_change_marks_the_other_language_whichever_came_first(desk: Desk) -> None:
    write(desk, "sq", "Mësim i ri")
    write(desk, "mk", "Друга лекција")
    assert marked(desk.draft) == {"sq"}


def test_following_a_change_brings_both_into_step(desk: Desk) -> None:
    write(desk, "sq", "Mësim i ri")
    write(desk, "mk", "Друга лекција")
    write(desk, "sq", "Një mësim tjetër")
    assert marked(desk.draft) == set()


def test_a_later_change_of_the_translation_marks_the_first_language(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(desk, "sq", "Mësim i ri")
    later = clock.now() + timedelta(minutes=11)
    monkeypatch.setattr(clock, "now", lambda: later)
    write(desk, "sq", "Mësim krejt tjetër")
    assert marked(desk.draft) == {"mk"}


def test_confirming_takes_the_mark_away(desk: Desk) -> None:
    write(desk, "sq", "Mësim i ri")
    write(desk, "mk", "Друга лекција")
    writing.confirm(desk.draft, desk.arben, "sq", TITLE)
    assert marked(desk.draft) == set()


def test_confirming_what_nobody_wrote_is_refused(desk: Desk) -> None:
    with pytest.raises(writing.UnknownText):
        writing.confirm(desk.draft, desk.arben, "sq", TITLE)


def test_the_same_text_changes_nothing(desk: Desk) -> None:
    assert write(desk, "mk", " Нова лекција ") == 1


def test_two_people_in_one_text_meet(desk: Desk) -> None:
    writing.write(desk.draft, desk.arben, "mk", TITLE, "На Арбен", 1)
    with pytest.raises(writing.Conflict) as met:
        writing.write(desk.draft, desk.vesna, "mk", TITLE, "На Весна", 1)
    assert met.value.theirs.text == "На Арбен"
    assert writing.write(desk.draft, desk.vesna, "mk", TITLE, "На Арбен", 1).version == 2


def test_two_people_in_different_texts_do_not(desk: Desk) -> None:
    writing.write(desk.draft, desk.arben, "mk", "summary", "Краток опис", 0)
    writing.write(desk.draft, desk.vesna, "mk", TITLE, "На Весна", 1)
    assert drafts.plain(drafts.texts_of(desk.draft))["mk"]["summary"] == "Краток опис"


def test_too_long_is_refused(desk: Desk) -> None:
    with pytest.raises(writing.TooLong):
        write(desk, "mk", "а" * (writing.LONGEST + 1))


def test_who_writes_is_remembered(desk: Desk) -> None:
    writing.write(desk.draft, desk.arben, "sq", TITLE, "Mësim", 0)
    db.session.commit()
    assert db.session.get(DraftAuthor, (desk.draft.lesson_id, "sq", desk.arben.id))
    assert not db.session.get(DraftAuthor, (desk.draft.lesson_id, "mk", desk.arben.id))


def test_one_version_a_person_a_ten_minutes(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for text in ("Една", "Друга"):
        write(desk, "mk", text)
        history.keep(desk.draft, desk.vesna)
    assert len(history.versions(desk.draft)) == 1
    history.keep(desk.draft, desk.arben)
    history.keep(desk.draft, desk.vesna)
    assert [one.person_id for one in history.versions(desk.draft)] == [desk.vesna.id, desk.arben.id]
    later = clock.now() + timedelta(minutes=11)
    monkeypatch.setattr(clock, "now", lambda: later)
    history.keep(desk.draft, desk.vesna)
    assert len(history.versions(desk.draft)) == 3


def test_an_older_version_comes_back_whole_and_nothing_is_lost(desk: Desk) -> None:
    write(desk, "sq", "Mësim i ri")
    history.keep(desk.draft, desk.arben)
    old = history.versions(desk.draft)[0]
    write(desk, "mk", "Сосема друга лекција")
    history.keep(desk.draft, desk.vesna)
    drafts.bring_back(desk.draft, desk.arben, old)
    db.session.commit()
    assert drafts.plain(drafts.texts_of(desk.draft))["mk"][TITLE] == "Нова лекција"
    assert marked(desk.draft) == set()
    newest, before, *_rest = history.versions(desk.draft)
    assert newest.occasion == "brought_back"
    assert history.texts_in(before)["mk"][TITLE] == "Сосема друга лекција"
    [difference] = history.compare(before, newest).texts
    assert (difference.old, difference.new) == ("Сосема друга лекција", "Нова лекција")


def test_an_emptied_text_is_empty_again_when_its_version_comes_back(desk: Desk) -> None:
    write(desk, "mk", "")
    history.keep(desk.draft, desk.vesna)
    empty = history.versions(desk.draft)[0]
    write(desk, "mk", "Пак нешто")
    history.keep(desk.draft, desk.arben)
    drafts.bring_back(desk.draft, desk.arben, empty)
    assert drafts.plain(drafts.texts_of(desk.draft))["mk"][TITLE] == ""
