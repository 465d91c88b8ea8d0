"""Rooms of a school: a fresh class for each journey, so that no journey meets the pupils of another."""

import json
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from playwright.sync_api import BrowserContext
from sqlalchemy import Select, select

from quizapp.accounts import codes, roster, sessions
from quizapp.accounts.models import Person, Pupil
from quizapp.db import db
from quizapp.learning import assignments
from quizapp.learning.models import Answer, Attempt
from quizapp.lessons import catalogue
from quizapp.lessons.document import Lesson
from quizapp.lessons.models import Revision
from tests.cast import a_teacher

GRADES = {"1-3": 2, "4-6": 5, "7-9": 8}


@dataclass(frozen=True)
class Room:
    """A class with an open door. Its name and its school's are numbers, which stand in no language."""

    class_id: int
    code: str
    teacher_id: int
    assignment_ids: dict[str, int]

    @property
    def path(self) -> str:
        """Behind the language, the address of the class's page."""
        return f"staff/classes/{self.class_id}"

    def pupils(self) -> list[Pupil]:
        """In the order in which they came."""
        return read(select(Pupil).where(Pupil.class_id == self.class_id).order_by(Pupil.id))

    def attempts(self) -> list[Attempt]:
        """Those of all pupils, in the order in which they were begun."""
        mine = select(Attempt).join(Attempt.pupil).where(Pupil.class_id == self.class_id)
        return read(mine.order_by(Attempt.id))

    def answers(self) -> dict[str, Any]:
        """What the class's only pupil has answered, by question."""
        (attempt,) = self.attempts()
        rows = read(select(Answer).where(Answer.attempt_id == attempt.id))
        return {row.question_id: json.loads(row.choice) for row in rows}


def read(query: Select[Any]) -> list[Any]:
    """Rows as the server left them. Outside a request every transaction holds off all writers: end it."""
    rows = list(db.session.scalars(query))
    db.session.close()
    return rows


def a_room(*lesson_ids: str, language: str = "mk", adult: tuple[str, str] | None = None) -> Room:
    """A class that was given these lessons, of a teacher of its own."""
    teacher = a_teacher(f"{uuid4().int}@example.org", "1", "1")
    revisions = {one: newest(one) for one in lesson_ids}
    grades = [GRADES[revision.row.band] for revision in revisions.values()]
    school_class = roster.new_class(teacher, "5", grades[0] if grades else 5, language)
    codes.set_joining(school_class, "open")
    if adult:
        roster.set_adult(school_class, *adult)
    given = {one: assignments.assign(school_class, revision) for one, revision in revisions.items()}
    db.session.flush()
    ids = {lesson_id: assignment.id for lesson_id, assignment in given.items()}
    room = Room(school_class.id, school_class.join_code, teacher.id, ids)
    db.session.commit()
    return room


def sign_in(context: BrowserContext, address: str, room: Room) -> None:
    """Sign the room's teacher in, without a password to check, which takes long."""
    token = sessions.start(db.session.get_one(Person, room.teacher_id))
    db.session.commit()
    context.add_cookies([{"name": "staff", "value": token, "url": address}])


def newest(lesson_id: str) -> Revision:
    """The newest revision of a lesson, which all journeys take."""
    revision = catalogue.newest(lesson_id)
    assert revision
    return revision


def lesson(lesson_id: str) -> Lesson:
    """What the newest revision says."""
    found = catalogue.lesson_of(newest(lesson_id))
    db.session.close()
    return found


def lesson_path(lesson_id: str) -> str:
    """Behind the language, the address of a lesson's page."""
    number = newest(lesson_id).number
    db.session.close()
    return f"l/{lesson_id}/{number}"
