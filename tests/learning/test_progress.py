"""What a teacher learns: who took part, how far the class is, what it understood."""

from quizapp.accounts.names import ANIMALS, Name
from quizapp.db import db
from quizapp.learning import assignments, documents, playing
from quizapp.learning.progress import Cell, participation, understanding
from tests.cast import a_pupil
from tests.learning.stage import RIGHT, Stage, counted_statements, finished, new_revision

NOT_STARTED, TAKING_PART = Cell("not_started"), Cell("taking_part")


def cells(stage: Stage) -> dict[str, Cell]:
    return {line.pupil.animal: line.cells[0] for line in participation(stage.cast.ana_class).lines}


def test_pupils_by_lessons(stage: Stage) -> None:
    assert cells(stage) == {"fox": TAKING_PART, "bee": NOT_STARTED}
    finished(stage.cast.fox, stage.assignment, RIGHT | {"q_truefalse": "false"})
    assert cells(stage) == {"fox": Cell("finished", 2, 3), "bee": NOT_STARTED}


def test_score_waits_for_the_end_and_leaves_practice_out(stage: Stage) -> None:
    playing.answer(stage.attempt, "q_single", "1" * 36, "ball")
    assert cells(stage)["fox"] == TAKING_PART
    finished(stage.cast.bee, stage.assignment, {"q_multiple": ["ball", "rope"]})
    assert cells(stage)["bee"] == Cell("finished", 0, 3)


def test_how_many_of_how_many_and_how_far(stage: Stage) -> None:
    column = participation(stage.cast.ana_class).columns[0]
    assert (column.pupils, column.started, column.finished, column.percent) == (2, 1, 0, 0)
    finished(stage.cast.fox, stage.assignment, RIGHT)
    column = participation(stage.cast.ana_class).columns[0]
    assert (column.pupils, column.started, column.finished, column.percent) == (2, 1, 1, 50)
    assert column.published.lesson.id == "sample"


def test_class_without_lessons_or_pupils(stage: Stage) -> None:
    table = participation(stage.cast.besim_class)
    assert (table.columns, [line.cells for line in table.lines]) == ((), [()])


def test_statements_do_not_grow_with_the_class(stage: Stage) -> None:
    counts = []
    for animals in (list(ANIMALS)[:5], list(ANIMALS)):
        for animal in animals:
            for thing in ("apple", "bell") if len(animals) > 5 else ("cap",):
                pupil, _token = a_pupil(stage.cast.ana_class, Name(animal, thing))
                finished(pupil, stage.assignment, {"q_single": "ball"})
        db.session.expire_all()
        documents.forget_all()
        _ = stage.cast.ana_class.id
        with counted_statements() as seen:
            table = participation(stage.cast.ana_class)
        counts.append(len(seen))
        assert all(line.pupil.animal for line in table.lines)
    assert len(table.lines) > 35
    assert counts[0] == counts[1] <= 4


def test_what_the_class_understood(stage: Stage) -> None:
    finished(stage.cast.fox, stage.assignment, RIGHT | {"q_single": "stone", "q_truefalse": "false"})
    finished(stage.cast.bee, stage.assignment, {"q_single": "stone"})
    asked = {one.question_id: one for one in understanding(stage.assignment, "mk")}
    assert list(asked) == ["q_single", "q_multiple", "q_truefalse", "q_order", "q_match", "q_buckets"]
    single = asked["q_single"]
    assert (single.mode, single.summary.total, single.summary.right) == ("scored", 2, 0)
    assert {row.id: row.count for row in single.summary.rows} == {"ball": 0, "stone": 2}
    assert single.summary.misunderstanding == "Камен"
    assert asked["q_truefalse"].summary.total == 1


def test_results_carry_on_where_a_question_means_the_same(stage: Stage) -> None:
    finished(stage.cast.fox, stage.assignment, RIGHT)
    new_revision(words__mk__steps__q_truefalse__heading="Играта не е за сите.")
    assignments.use_newest(stage.assignment)
    finished(stage.cast.bee, stage.assignment, RIGHT)
    totals = {one.question_id: one.summary.total for one in understanding(stage.assignment, "mk")}
    assert totals["q_single"] == 2
    assert totals["q_truefalse"] == 1
    assert cells(stage)["fox"] == Cell("finished", 3, 3)
