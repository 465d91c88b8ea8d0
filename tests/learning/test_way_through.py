"""Start, reach, finish, and what the page is told of them."""

import threading

import pytest

from quizapp.accounts.names import animal_name
from quizapp.db import db
from quizapp.learning import assignments, playing
from quizapp.learning.models import Assignment, Attempt
from tests.learning.stage import PAGE, Stage, again, new_revision, post, rows, said


def state(client: object, page: str = PAGE) -> dict[str, object]:
    reply = client.get(f"{page}/state")  # type: ignore[attr-defined]
    assert reply.headers["Cache-Control"] == "no-store"
    return dict(reply.json)


def test_visitor_is_nobody(stage: Stage) -> None:
    nobody = {
        "attempt": None,
        "pupil": None,
        "adult": None,
        "answers": {},
        "reached": None,
        "finished": False,
        "open": True,
    }
    assert state(stage.browser()) == nobody
    assert state(stage.browser("nobody's")) == nobody
    # whose attempt a teacher has restarted begins anew there
    assert state(stage.bee()) == nobody | {"anew": f"/mk/lessons/{stage.assignment.id}"}
    assert state(stage.browser(stage.cast.turtle_token)) == nobody


def test_state_says_how_far_the_pupil_is(stage: Stage) -> None:
    client = stage.fox()
    post(client, "answer", said(stage.attempt))
    post(client, "reach", {"attempt": stage.attempt.public_id, "step": "q_single"})
    assert state(client) == {
        "attempt": stage.attempt.public_id,
        "pupil": {"animal": "fox", "thing": "scarf", "name": animal_name("fox", "scarf", "mk")},
        "adult": None,
        "answers": {"q_single": "ball"},
        "reached": "q_single",
        "finished": False,
        "open": True,
    }


def test_going_back_forgets_nothing(stage: Stage) -> None:
    client = stage.fox()
    for step in ("story", "look", "story", "hello"):
        assert post(client, "reach", {"attempt": stage.attempt.public_id, "step": step}).status_code == 204
    assert state(client)["reached"] == "look"


def test_reach_of_an_unknown_step_another_pupil_and_a_stranger(stage: Stage) -> None:
    body = {"attempt": stage.attempt.public_id, "step": "nowhere"}
    assert post(stage.fox(), "reach", body).status_code == 404
    for client in (stage.bee(), stage.browser()):
        assert post(client, "reach", body | {"step": "story"}).status_code == 409
    assert stage.fox().get(f"{PAGE}/reach").status_code == 405
    assert again(stage.attempt).reached == 0


def test_finish_twice_is_one_finish(stage: Stage) -> None:
    client, body = stage.fox(), {"attempt": stage.attempt.public_id}
    assert [post(client, "finish", body).status_code for _ in range(2)] == [204, 204]
    assert (state(client)["finished"], state(client)["reached"]) == (True, "finish")


def test_finish_by_another_pupil_and_a_stranger(stage: Stage) -> None:
    for client in (stage.bee(), stage.browser()):
        assert post(client, "finish", {"attempt": stage.attempt.public_id}).status_code == 409
    assert stage.fox().get(f"{PAGE}/finish").status_code == 405
    assert again(stage.attempt).finished_on is None


def test_start_leads_to_the_lesson_and_begins_it_once(stage: Stage) -> None:
    client = stage.bee()
    replies = [client.post(f"/mk/lessons/{stage.assignment.id}") for _ in range(2)]
    assert [(reply.status_code, reply.location) for reply in replies] == [(303, PAGE)] * 2
    assert rows(Attempt) == 2


def test_start_in_the_same_instant_is_one_attempt(stage: Stage) -> None:
    replies: list[int] = []
    address, clients = f"/mk/lessons/{stage.assignment.id}", [stage.bee() for _ in range(6)]
    db.session.rollback()

    def click(client: object) -> None:
        with stage.app.app_context():
            replies.append(client.post(address).status_code)  # type: ignore[attr-defined]

    threads = [threading.Thread(target=click, args=(client,)) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert replies == [303] * 6
    assert rows(Attempt) == 2


def test_start_by_a_stranger_and_another_class(stage: Stage) -> None:
    address = f"/mk/lessons/{stage.assignment.id}"
    assert stage.browser().post(address).status_code == 403
    assert stage.browser(stage.cast.turtle_token).post(address).status_code == 404
    assert stage.bee().post("/mk/lessons/999").status_code == 404
    assert stage.bee().post(f"/mk/lessons/{2**70}").status_code == 404
    assert stage.bee().get(address).status_code == 405
    assert rows(Attempt) == 1


def test_rules_refuse_another_class(stage: Stage) -> None:
    with pytest.raises(playing.AnotherClass):
        playing.start(stage.cast.turtle, stage.assignment)


def test_attempt_keeps_its_revision(stage: Stage) -> None:
    new_revision(words__mk__title="Друг наслов")
    assignments.use_newest(stage.assignment)
    db.session.commit()
    assert stage.fox().post(f"/mk/lessons/{stage.assignment.id}").location == PAGE
    assert stage.bee().post(f"/mk/lessons/{stage.assignment.id}").location == "/mk/l/sample/2"
    assert state(stage.fox(), "/mk/l/sample/2")["attempt"] is None


def test_assign_twice_is_one_assignment_and_opens_it_again(stage: Stage) -> None:
    assignments.close(stage.assignment)
    assert assignments.open_for(stage.cast.ana_class) == []
    assert assignments.assign(stage.cast.ana_class, stage.revision) == stage.assignment
    assert assignments.open_for(stage.cast.ana_class) == [stage.assignment]
    assert rows(Assignment) == 1


def test_restart_gives_a_new_attempt(stage: Stage) -> None:
    post(stage.fox(), "answer", said(stage.attempt))
    before = stage.attempt.public_id
    assignments.restart(stage.assignment, stage.cast.fox)
    db.session.commit()
    stage.fox().post(f"/mk/lessons/{stage.assignment.id}")
    now = state(stage.fox())
    assert now["attempt"] not in (None, before)
    assert now["answers"] == {}


def test_two_pupils_at_one_computer(stage: Stage) -> None:
    client = stage.fox()
    page_of_fox = state(client)["attempt"]
    reply = client.post("/mk/another")
    assert reply.status_code == 303
    assert state(client)["attempt"] is None
    client.set_cookie("pupil", stage.cast.bee_token)
    client.post(f"/mk/lessons/{stage.assignment.id}")
    late = said(None) | {"attempt": page_of_fox}
    assert post(client, "answer", late).status_code == 409
    assert post(stage.fox(), "answer", late).status_code == 409, "the device was forgotten"


def test_another_pupil_needs_a_post(stage: Stage) -> None:
    assert stage.fox().get("/mk/another").status_code == 405
    assert stage.browser().post("/mk/another").status_code == 303
