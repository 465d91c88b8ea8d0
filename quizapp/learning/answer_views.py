"""What the lesson page's script talks to. The page is the same for everyone; these answers are not."""

from typing import TypeVar

from flask import Response, jsonify, url_for

from quizapp.accounts.access import current_pupil
from quizapp.accounts.cookies import read_cookie
from quizapp.accounts.models import Pupil
from quizapp.accounts.names import animal_name
from quizapp.accounts.tokens import hash_of
from quizapp.db import db
from quizapp.languages import current_language
from quizapp.learning import assignments, at_work, documents, playing, private_counts
from quizapp.learning.assignments import takes_answers
from quizapp.learning.at_work import AnotherPupil, Lock
from quizapp.learning.blueprint import LESSON, learning
from quizapp.learning.bodies import AnswerBody, FinishBody, PrivateBody, ReachBody, read_body
from quizapp.learning.documents import Published
from quizapp.learning.keeping import keep_at_once
from quizapp.learning.marking import mark
from quizapp.learning.models import Attempt
from quizapp.learning.playing import Receipt, Seat
from quizapp.learning.refusing import refusing
from quizapp.learning.school_adult import school_adult
from quizapp.lessons import news
from quizapp.lessons.questions.question import Choice, Mark
from quizapp.lessons.results import feedback_texts
from quizapp.lessons.withdrawing import is_withdrawn

A = TypeVar("A", Attempt, Seat)

NOBODY: dict[str, object] = {
    "attempt": None,
    "pupil": None,
    "adult": None,
    "answers": {},
    "reached": None,
    "finished": False,
    "open": True,
}


@learning.get(f"{LESSON}/state")
def state(lesson_id: str, number: int) -> Response:
    """Who is at work here, and how far; a visitor is nobody."""
    with refusing():
        published = documents.numbered(lesson_id, number)
    away = _away(published) if is_withdrawn(lesson_id) else {}
    attempt = attempt_here(published)
    if attempt is None:
        pupil = current_pupil()
        return jsonify(NOBODY | {"adult": school_adult(pupil)} | _anew(pupil, published) | away)
    return jsonify(
        **away,
        attempt=attempt.public_id,
        pupil=_as_seen_by_itself(attempt.pupil),
        adult=school_adult(attempt.pupil),
        answers=playing.choices_of(attempt),
        reached=(*published.step_ids, playing.FINISH_STEP)[attempt.reached],
        finished=attempt.finished_on is not None,
        open=takes_answers(attempt.assignment),
    )


@learning.post(f"{LESSON}/answer")
def answer(lesson_id: str, number: int) -> Response:
    """Mark a choice; with an attempt it is kept, and acknowledged once it is."""
    body = read_body(AnswerBody)
    with refusing():
        published = documents.numbered(lesson_id, number)
        choice, marked = mark(published, body.question, body.choice)
        receipt = _kept(published, body, choice, marked) if body.attempt else Receipt(False, marked)
    texts = feedback_texts(published.lesson, body.question, current_language(), receipt.mark)
    marked = receipt.mark
    away = _away(published) if lesson_id in news.latest().withdrawn else {}
    return jsonify(saved=receipt.saved, right=marked.right, feedback=texts, again=marked.again, **away)


def _kept(published: Published, body: AnswerBody, choice: Choice, marked: Mark) -> Receipt:
    token_hash = _token_hash()
    if keep_at_once(token_hash, body, published, choice, marked):
        return Receipt(True, marked)
    seat = _in(published, at_work.seat_named(token_hash, body.attempt or ""))
    receipt = playing.answer_at(seat, body.question, body.uuid, body.choice)
    db.session.commit()
    return receipt


@learning.post(f"{LESSON}/reach")
def reach(lesson_id: str, number: int) -> Response:
    body = read_body(ReachBody)
    with refusing():
        playing.reach(_attempt_named(body.attempt, documents.numbered(lesson_id, number)), body.step)
    db.session.commit()
    return Response(status=204)


@learning.post(f"{LESSON}/finish")
def finish(lesson_id: str, number: int) -> Response:
    body = read_body(FinishBody)
    with refusing():
        playing.finish(_attempt_named(body.attempt, documents.numbered(lesson_id, number)))
    db.session.commit()
    return Response(status=204)


@learning.post(f"{LESSON}/private")
def private(lesson_id: str, number: int) -> Response:
    """Count a private choice for the school. The answer never says whether it counted."""
    body = read_body(PrivateBody)
    with refusing():
        published = documents.numbered(lesson_id, number)
        choice = private_counts.chosen(published, body.question, body.choice)
    attempt = attempt_here(published)
    if attempt and attempt.finished_on is None and takes_answers(attempt.assignment):
        count_privately(attempt.pupil_id, published, {body.question: choice})
    return Response(status=204)


def count_privately(pupil_id: int, published: Published, choices: dict[str, Choice]) -> None:
    """Count private choices, each in a transaction of its own, which nothing else shares."""
    school_id = private_counts.school_of(pupil_id)
    for question_id, choice in choices.items():
        for one in private_counts.ids_of(choice):
            private_counts.count(school_id, published, question_id, one)
            db.session.commit()


def attempt_here(published: Published, lock: Lock = "none") -> Attempt | None:
    """The attempt at a revision of the pupil in this browser; None for a visitor."""
    token = read_cookie("pupil")
    return at_work.attempt_on(hash_of(token), published.revision_id, lock) if token else None


def _away(published: Published) -> dict[str, str]:
    """Where the page has to go, since its lesson was withdrawn."""
    number = published.number
    return {"away": url_for("learning.on_break", lesson_id=published.lesson.id, number=number)}


def _anew(pupil: Pupil | None, published: Published) -> dict[str, str]:
    """Where a pupil begins what the class has open: a page goes there whose attempt the teacher restarted."""
    given = assignments.open_for(pupil.school_class) if pupil else []
    mine = [one for one in given if one.lesson_id == published.lesson.id]
    return {"anew": url_for("learning.start", assignment_id=mine[0].id)} if mine else {}


def _as_seen_by_itself(pupil: Pupil) -> dict[str, str]:
    """The animal, for the head of the lesson page in the pupil's own browser."""
    name = animal_name(pupil.animal, pupil.thing, current_language())
    return {"animal": pupil.animal, "thing": pupil.thing, "name": name}


def _attempt_named(public_id: str, published: Published) -> Attempt:
    return _in(published, at_work.attempt_named(_token_hash(), public_id))


def _token_hash() -> str:
    return hash_of(read_cookie("pupil") or "")


def _in(published: Published, found: A) -> A:
    """An attempt of another revision has no business on this page."""
    if found.revision_id != published.revision_id:
        raise AnotherPupil
    return found
