"""An answer counts once, whatever is sent, and belongs to one pupil."""

from uuid import uuid4

from quizapp.learning import assignments, playing
from quizapp.learning.models import Answer
from tests.learning.stage import PAGE, RIGHT, Stage, counted_statements, new_revision, post, rows, said


def test_right_answer_of_every_kind_is_kept_and_praised(stage: Stage) -> None:
    client = stage.fox()
    for question, choice in RIGHT.items():
        reply = post(client, "answer", said(stage.attempt, question, choice))
        assert reply.status_code == 200, question
        assert (reply.json["saved"], reply.json["right"]) == (True, True), question
        assert all(reply.json["feedback"]), question
        assert reply.json["again"] == [], question
    assert rows(Answer) == len(RIGHT)
    assert playing.choices_of(stage.attempt) == RIGHT


def test_other_answer_is_kept_too(stage: Stage) -> None:
    reply = post(stage.fox(), "answer", said(stage.attempt, choice="stone"))
    assert reply.json["saved"] is True
    assert reply.json["right"] is False
    assert reply.json["feedback"] == ["Каменот е тврд."]
    assert reply.json["again"] == ["stone"]


def test_feedback_speaks_the_language_of_the_page(stage: Stage) -> None:
    reply = post(stage.fox(), "answer", said(stage.attempt), page="/sq/l/sample/1")
    assert reply.status_code == 200
    assert not set("абвгд") & set("".join(reply.json["feedback"]))


def test_resend_is_acknowledged_once(stage: Stage) -> None:
    body, client = said(stage.attempt), stage.fox()
    replies = [post(client, "answer", body) for _ in range(3)]
    assert [reply.json for reply in replies] == [replies[0].json] * 3
    assert rows(Answer) == 1


def test_same_choice_from_another_tab_is_acknowledged(stage: Stage) -> None:
    client = stage.fox()
    assert [post(client, "answer", said(stage.attempt)).json["saved"] for _ in range(2)] == [True, True]
    assert rows(Answer) == 1


def test_another_choice_is_a_conflict_and_the_first_stays(stage: Stage) -> None:
    client = stage.fox()
    post(client, "answer", said(stage.attempt))
    reply = post(client, "answer", said(stage.attempt, choice="stone"))
    assert reply.status_code == 409
    assert reply.json["message"]
    assert playing.choices_of(stage.attempt) == {"q_single": "ball"}


def test_replay_with_other_content_is_a_conflict(stage: Stage) -> None:
    client, body = stage.fox(), said(stage.attempt)
    post(client, "answer", body)
    assert post(client, "answer", body | {"choice": "stone"}).status_code == 409
    assert post(client, "answer", body | {"question": "q_truefalse", "choice": "true"}).status_code == 409
    assert rows(Answer) == 1


def test_uuid_of_another_pupil_is_refused(stage: Stage) -> None:
    theirs = playing.start(stage.cast.bee, stage.assignment)
    body = said(stage.attempt)
    post(stage.fox(), "answer", body)
    assert post(stage.bee(), "answer", body | {"attempt": theirs.public_id}).status_code == 409
    assert rows(Answer) == 1


def test_attempt_of_another_pupil_is_refused(stage: Stage) -> None:
    assert post(stage.bee(), "answer", said(stage.attempt)).status_code == 409
    assert rows(Answer) == 0


def test_stranger_with_an_attempt_is_refused(stage: Stage) -> None:
    assert post(stage.browser(), "answer", said(stage.attempt)).status_code == 409
    assert post(stage.browser("nobody's"), "answer", said(stage.attempt)).status_code == 409
    assert post(stage.browser(stage.cast.turtle_token), "answer", said(stage.attempt)).status_code == 409
    assert rows(Answer) == 0


def test_visitor_is_marked_and_nothing_is_kept(stage: Stage) -> None:
    for client in (stage.browser(), stage.fox()):
        reply = post(client, "answer", said(None, choice="stone"))
        assert (reply.json["saved"], reply.json["right"]) == (False, False)
    assert rows(Answer) == 0


def test_attempt_does_not_answer_in_another_revision(stage: Stage) -> None:
    new_revision(words__mk__title="Друг наслов")
    assert post(stage.fox(), "answer", said(stage.attempt), page="/mk/l/sample/2").status_code == 409
    assert rows(Answer) == 0


def test_unknown_question_and_private_ones_are_not_taken(stage: Stage) -> None:
    client = stage.fox()
    assert post(client, "answer", said(stage.attempt, "nothing")).status_code == 404
    assert post(client, "answer", said(stage.attempt, "hello")).status_code == 404
    assert post(client, "answer", said(stage.attempt, "q_picture", "glad")).status_code == 404
    assert post(client, "answer", said(None, "q_picture", "glad")).status_code == 404
    assert rows(Answer) == 0


NOT_THERE = [
    ("q_single", "rope"),
    ("q_single", ["ball"]),
    ("q_multiple", ["ball", "moon"]),
    ("q_truefalse", "maybe"),
    ("q_order", ["wash", "wash", "rest"]),
    ("q_order", ["wash"]),
    ("q_match", {"rain": "umbrella"}),
    ("q_buckets", {"chess": "indoors", "football": "moon"}),
]


def test_choice_that_is_not_there_is_refused(stage: Stage) -> None:
    client = stage.fox()
    for question, choice in NOT_THERE:
        for attempt in (stage.attempt, None):
            reply = post(client, "answer", said(attempt, question, choice))
            assert reply.status_code == 400, question
            assert reply.json["message"]
    assert rows(Answer) == 0


def test_no_row_after_finish_but_a_late_resend_is_acknowledged(stage: Stage) -> None:
    client, body = stage.fox(), said(stage.attempt)
    post(client, "answer", body)
    post(client, "finish", {"attempt": stage.attempt.public_id})
    assert post(client, "answer", body).json["saved"] is True
    reply = post(client, "answer", said(stage.attempt, "q_truefalse", "true"))
    assert (reply.status_code, reply.json["saved"], reply.json["right"]) == (200, False, True)
    assert rows(Answer) == 1


def test_restarted_attempt_takes_no_more(stage: Stage) -> None:
    body = said(stage.attempt)
    assignments.restart(stage.assignment, stage.cast.fox)
    assert post(stage.fox(), "answer", body).status_code == 409
    assert rows(Answer) == 0


def test_answer_costs_one_statement(stage: Stage) -> None:
    client = stage.fox()
    post(client, "answer", said(stage.attempt))
    post(client, "answer", said(stage.attempt))  # the lesson is read by now, for a resend too
    body = said(stage.attempt, "q_truefalse", "true")
    with counted_statements() as seen:
        assert post(client, "answer", body).json["saved"]
    assert len(seen) == 1
    with counted_statements() as seen:
        post(client, "answer", body)
    assert len(seen) == 4


def test_visitor_costs_no_statement(stage: Stage) -> None:
    post(stage.browser(), "answer", said(None))
    with counted_statements() as seen:
        post(stage.browser(), "answer", said(None))
    assert seen == []


def test_wrong_method_and_foreign_origin(stage: Stage) -> None:
    client = stage.fox()
    assert client.get(f"{PAGE}/answer").status_code == 405
    client.environ_base["HTTP_SEC_FETCH_SITE"] = "cross-site"
    assert post(client, "answer", said(stage.attempt)).status_code == 403
    del client.environ_base["HTTP_SEC_FETCH_SITE"]
    assert post(client, "answer", said(stage.attempt)).status_code == 403
    assert rows(Answer) == 0


def test_uuid_is_not_taken_in_another_shape(stage: Stage) -> None:
    for uuid in (str(uuid4()).upper(), uuid4().hex, "1", 1, None):
        assert post(stage.fox(), "answer", said(stage.attempt, uuid=uuid)).status_code == 400
