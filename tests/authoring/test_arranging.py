"""Steps and what stands in them: added, copied, moved, taken out, put back, changed."""

import pytest
from pydantic import ValidationError
from werkzeug.datastructures import MultiDict

from quizapp.accounts.scope import NotYours
from quizapp.authoring import arranging, changing, drafts
from quizapp.authoring.checking import candidate
from quizapp.authoring.models import Draft
from quizapp.db import db
from quizapp.lessons.kinds import NAMES
from quizapp.lessons.steps import STEP_KINDS
from quizapp.lessons.texts import step_keys
from tests.authoring.conftest import Desk
from tests.lessons.sample_lesson import sample_lesson

EVERY_KIND = [(kind, None) for kind in STEP_KINDS if kind != "question"] + [
    ("question", name) for name in NAMES
]


def ids(draft: Draft) -> list[str]:
    return [step.id for step in drafts.structure_of(draft).steps]


def test_a_draft_of_a_lesson_is_that_lesson(desk: Desk) -> None:
    lesson, problems = candidate(desk.whole)
    assert problems == []
    assert lesson
    same = sample_lesson().model_copy(update={"id": desk.whole.lesson_id, "version": 1})
    assert lesson.to_json() == same.to_json()


def test_a_new_draft_says_what_is_missing(desk: Desk) -> None:
    lesson, problems = candidate(desk.draft)
    assert lesson is None
    assert {"empty_text"} == {problem.code for problem in problems}
    assert ("sq.toml", "title") in {(problem.file, problem.key) for problem in problems}


@pytest.mark.parametrize(("kind", "question_kind"), EVERY_KIND)
def test_a_step_of_every_kind_can_be_added(desk: Desk, kind: str, question_kind: str | None) -> None:
    step_id = arranging.add_step(desk.whole, desk.vesna, kind, question_kind, after="hello")
    db.session.commit()
    assert ids(desk.whole).index(step_id) == 1
    step = drafts.structure_of(desk.whole).steps[1]
    assert step.kind == kind
    assert step_keys(step)
    candidate(desk.whole)


def test_a_step_behind_a_decision_is_where_its_ways_lead(desk: Desk) -> None:
    decision = arranging.add_step(desk.draft, desk.vesna, "decision", after="exits")
    first = arranging.add_step(desk.draft, desk.vesna, "text", after=decision)
    arranging.add_step(desk.draft, desk.vesna, "text", after=first)
    (step,) = [one for one in drafts.structure_of(desk.draft).steps if one.id == decision]
    assert [way.goto for way in step.choices] == [first, first]


@pytest.mark.parametrize(("kind", "question_kind"), EVERY_KIND)
def test_things_in_a_step_come_and_go(desk: Desk, kind: str, question_kind: str | None) -> None:
    step_id = arranging.add_step(desk.draft, desk.vesna, kind, question_kind)
    step = next(step for step in drafts.structure_of(desk.draft).steps if step.id == step_id)
    for table in ("bubbles", "choices", "items", "pairs", "buckets", "cards"):
        try:
            more = changing.with_thing(step, table)
        except KeyError:
            continue
        new = [one for name, one in things(more) if name == table][-1]
        assert len(things(more)) > len(things(step))
        moved = changing.with_moved_thing(more, table, new, -1)
        assert sorted(things(moved)) == sorted(things(more))
        assert moved != more
        assert things(changing.without_thing(more, table, new)) == things(step)
    with pytest.raises(KeyError):
        changing.with_thing(step, "nonsense")


def things(step) -> list[tuple[str, str]]:
    tables = {"left": "pairs"}
    return [
        (tables.get(name, name), one)
        for name, all_of_it in step.word_ids().items()
        for one in all_of_it
        if name != "right"
    ]


def test_ids_do_not_give_an_order_away(desk: Desk) -> None:
    for name in ("order", "match"):
        step_id = arranging.add_step(desk.draft, desk.vesna, "question", name)
        step = next(step for step in drafts.structure_of(desk.draft).steps if step.id == step_id)
        shown = [one for table in step.word_ids().values() for one in table]
        assert len(set(shown)) == len(shown)
        assert sorted(step.question.shown()) != list(step.question.shown()) or name == "match"


def test_moving_stops_at_the_ends(desk: Desk) -> None:
    before = ids(desk.draft)
    arranging.move_step(desk.draft, desk.vesna, before[0], 99)
    assert ids(desk.draft) == [*before[1:], before[0]]
    arranging.move_step(desk.draft, desk.vesna, before[0], -5)
    assert ids(desk.draft) == before


def test_what_is_taken_out_can_be_put_back_with_its_texts(desk: Desk) -> None:
    before = ids(desk.whole)
    arranging.remove_step(desk.whole, desk.vesna, before[2])
    assert ids(desk.whole) == before[:2] + before[3:]
    arranging.put_back(desk.whole, desk.vesna, before[2])
    assert ids(desk.whole) == before
    assert candidate(desk.whole)[1] == []
    with pytest.raises(NotYours):
        arranging.put_back(desk.whole, desk.vesna, before[2])


def test_a_copy_says_the_same(desk: Desk) -> None:
    question = next(step.id for step in drafts.structure_of(desk.whole).steps if step.kind == "question")
    copy_id = arranging.copy_step(desk.whole, desk.arben, question)
    db.session.commit()
    assert ids(desk.whole).index(copy_id) == ids(desk.whole).index(question) + 1
    assert candidate(desk.whole)[1] == []


def test_a_removed_steps_id_is_not_given_again(desk: Desk) -> None:
    first = arranging.add_step(desk.draft, desk.vesna, "text")
    arranging.remove_step(desk.draft, desk.vesna, first)
    assert arranging.add_step(desk.draft, desk.vesna, "text") != first


def test_changing_a_step_takes_what_the_form_says(desk: Desk) -> None:
    step_id = arranging.add_step(desk.draft, desk.vesna, "question", "single")
    step = drafts.structure_of(desk.draft).steps[-1]
    wanted = changing.changed(step, MultiDict({"mode": "scored", "right": "c2", "next": ""}))
    arranging.change_step(desk.draft, desk.vesna, wanted, arranging.digest(step))
    changed = drafts.structure_of(desk.draft).steps[-1]
    assert (changed.id, changed.question.mode, changed.question.right) == (step_id, "scored", "c2")


def test_two_people_at_one_step_meet(desk: Desk) -> None:
    arranging.add_step(desk.draft, desk.vesna, "question", "truefalse")
    step = drafts.structure_of(desk.draft).steps[-1]
    base = arranging.digest(step)
    yes, no = (changing.changed(step, MultiDict({"right": one})) for one in ("true", "false"))
    arranging.change_step(desk.draft, desk.vesna, yes, base)
    with pytest.raises(arranging.Clash):
        arranging.change_step(desk.draft, desk.arben, no, base)
    arranging.change_step(desk.draft, desk.arben, yes, base)


def test_what_no_form_can_say_is_refused(desk: Desk) -> None:
    step = drafts.structure_of(desk.draft).steps[0]
    for fields in ({"picture": "../../etc"}, {"next": "💥"}):
        with pytest.raises(ValidationError):
            changing.changed(step, MultiDict(fields))


def test_the_head_is_changed_apart_from_the_steps(desk: Desk) -> None:
    structure = drafts.structure_of(desk.draft)
    base = arranging.digest(arranging.head_of(structure))
    arranging.add_step(desk.draft, desk.arben, "text")
    arranging.change_head(desk.draft, desk.vesna, {"band": "7-9", "topics": ["online"]}, base)
    assert desk.draft.band == "7-9"
    with pytest.raises(arranging.Clash):
        arranging.change_head(desk.draft, desk.arben, {"band": "1-3"}, base)
