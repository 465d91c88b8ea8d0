"""A private choice adds one to a number of the school; nothing anywhere ties it to a pupil."""

import json
from pathlib import Path

import pytest
from sqlalchemy import event, select

from quizapp.accounts.models import Pupil
from quizapp.accounts.names import Name
from quizapp.accounts.tokens import hash_of
from quizapp.config import Config
from quizapp.db import db
from quizapp.learning import assignments, playing
from quizapp.learning.models import Attempt, PrivateCount
from quizapp.learning.progress import participation, understanding
from quizapp.lessons import catalogue
from quizapp.lessons.document import Lesson
from tests.cast import a_pupil
from tests.learning.stage import PAGE, Stage, counted_statements, finished, post, said
from tests.lessons.sample_lesson import sample_lesson

CHOICE = {"question": "q_picture", "choice": "low"}


def counts() -> dict[str, int]:
    db.session.rollback()
    return {row.choice: row.count for row in db.session.scalars(select(PrivateCount))}


def everything() -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables."""
    db.session.rollback()
    tables = db.metadata.sorted_tables
    return {table.name: [tuple(row) for row in db.session.execute(select(table))] for table in tables}


def test_choices_of_the_class_are_counted(stage: Stage) -> None:
    playing.start(stage.cast.bee, stage.assignment)
    for client in (stage.fox(), stage.bee()):
        reply = post(client, "private", CHOICE)
        assert (reply.status_code, reply.data) == (204, b"")
    post(stage.fox(), "private", CHOICE | {"choice": "glad"})
    assert counts() == {"low": 2, "glad": 1}
    row = db.session.scalars(select(PrivateCount)).first()
    assert row is not None
    assert (row.school_id, row.revision_id) == (stage.cast.ana.school_id, stage.revision.id)


def test_visitors_strangers_and_classes_without_the_lesson_are_not(stage: Stage) -> None:
    for client in (
        stage.browser(),
        stage.browser("nobody's"),
        stage.bee(),
        stage.browser(stage.cast.turtle_token),
    ):
        assert post(client, "private", CHOICE).status_code == 204
    assert counts() == {}


def test_practice_after_finishing_is_not_counted(stage: Stage) -> None:
    client = stage.fox()
    post(client, "finish", {"attempt": stage.attempt.public_id})
    post(client, "private", CHOICE)
    assert counts() == {}


def test_only_private_questions_and_their_choices(stage: Stage) -> None:
    client = stage.fox()
    assert post(client, "private", {"question": "q_single", "choice": "ball"}).status_code == 404
    assert post(client, "private", CHOICE | {"choice": "moon"}).status_code == 400
    assert post(client, "private", CHOICE | {"attempt": stage.attempt.public_id}).status_code == 400
    assert client.get(f"{PAGE}/private").status_code == 405
    assert counts() == {}


def test_the_only_write_is_the_counter(stage: Stage) -> None:
    client = stage.fox()
    with counted_statements() as seen:
        post(client, "private", CHOICE)
    writes = [one for one in seen if not one.startswith("SELECT")]
    assert len(writes) == 1
    assert writes[0].startswith("INSERT INTO private_count")


def test_handed_in_with_the_form_it_has_transactions_of_its_own(stage: Stage) -> None:
    log: list[str] = []

    def statement(_connection: object, _cursor: object, text: str, *_more: object) -> None:
        log.append(text.split("(")[0].strip())

    client = stage.fox()
    event.listen(db.engine, "before_cursor_execute", statement)
    event.listen(db.engine, "commit", lambda _connection: log.append("COMMIT"))
    client.post(PAGE, data={"q_single": "ball", "q_picture": "glad"})
    event.remove(db.engine, "before_cursor_execute", statement)
    counter = next(place for place, text in enumerate(log) if text.startswith("INSERT INTO private_count"))
    before = max(place for place, text in enumerate(log[:counter]) if text == "COMMIT")
    written = [text for text in log[before:counter] if text.startswith(("INSERT", "UPDATE", "DELETE"))]
    assert written == []
    assert log[counter + 1] == "COMMIT"


def test_no_row_of_any_other_table_changes(stage: Stage) -> None:
    client = stage.fox()
    before = everything()
    post(client, "private", CHOICE)
    after = everything()
    assert [name for name in after if after[name] != before[name]] == ["private_count"]
    assert set(PrivateCount.__table__.columns.keys()) == {
        "term",
        "school_id",
        "revision_id",
        "question_id",
        "choice",
        "count",
    }


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_neither_file_nor_log_ties_a_choice_to_a_pupil(stage: Stage, config: Config) -> None:
    playing.start(stage.cast.bee, stage.assignment)
    post(stage.bee(), "answer", said(playing.attempt_at(stage.cast.bee, stage.assignment)))
    post(stage.fox(), "private", CHOICE)
    post(stage.fox(), "answer", said(stage.attempt))
    db.session.rollback()
    traces = ["fox", "scarf", hash_of(stage.cast.fox_token), *db.session.scalars(select(Attempt.public_id))]
    for pupil in db.session.scalars(select(Pupil)):
        traces += [pupil.join_id, pupil.secret_hash or "no secret"]
    holding = _written_with(config, b"q_picturelow")
    assert holding, "the counter itself must be there, or this test looks at the wrong bytes"
    for piece in holding:
        assert [trace for trace in traces if trace.encode() in piece] == []


def _written_with(config: Config, words: bytes) -> list[bytes]:
    """The pages of the database, and the whole transactions of its log, that hold these words.

    In the log a transaction ends with a frame that names the size of the database: what was written together
    is looked at together, since that is a tie as well.
    """
    file = Path(config.database_url.removeprefix("sqlite:///"))
    log = file.with_name(file.name + "-wal").read_bytes()
    size = int.from_bytes(log[8:12], "big")
    frames = [log[at : at + 24 + size] for at in range(32, len(log) - size, 24 + size)]
    transactions: list[bytes] = [b""]
    for frame in frames:
        transactions[-1] += frame[24:]
        if int.from_bytes(frame[4:8], "big"):
            transactions.append(b"")
    body = file.read_bytes()
    pages = [body[at : at + size] for at in range(0, len(body), size)]
    return [one for one in transactions + pages if words in one]


def test_multiple_private_choices_are_counted_each_on_its_own(stage: Stage) -> None:
    document = json.loads(sample_lesson().to_json())
    question = next(step["question"] for step in document["steps"] if step["id"] == "q_multiple")
    question["mode"] = "private"
    del question["right"]
    revision = catalogue.publish(Lesson.from_json(json.dumps(document)))
    stage.assignment.revision_id = revision.id
    playing.start(stage.cast.bee, assignments.assign(stage.cast.ana_class, revision))
    body = {"question": "q_multiple", "choice": ["rope", "stone"]}
    assert post(stage.bee(), "private", body, page="/mk/l/sample/2").status_code == 204
    assert counts() == {"rope": 1, "stone": 1}


def test_private_choices_are_nowhere_in_what_a_teacher_sees(stage: Stage) -> None:
    post(stage.fox(), "private", CHOICE)
    pupil, _token = a_pupil(stage.cast.ana_class, Name("cat", "cap"))
    finished(pupil, stage.assignment, {"q_single": "ball"})
    assert "q_picture" not in [one.question_id for one in understanding(stage.assignment, "mk")]
    cell = participation(stage.cast.ana_class).lines[-1].cells[0]
    assert (cell.right, cell.of) == (1, 3)
