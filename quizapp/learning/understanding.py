"""How a class answered each scored or practice question of a lesson."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from quizapp.db import db
from quizapp.learning import documents
from quizapp.learning.models import Answer, Assignment, Attempt
from quizapp.lessons.document import Lesson
from quizapp.lessons.questions.counting import KindSummary
from quizapp.lessons.questions.question import Choice
from quizapp.lessons.results import summary_of


@dataclass(frozen=True)
class Understood:
    """One question as the class answered it.

    new: pupils of the class took an earlier revision, where it was missing or meant something else.
    """

    question_id: str
    mode: str
    kind: str
    heading: str
    summary: KindSummary
    new: bool


def understanding(assignment: Assignment, language: str) -> list[Understood]:
    """Every question but the private ones, in the order of the lesson, summed over the first answers.

    Answers given to another revision count where the question still means the same.
    """
    published = documents.by_id(assignment.revision_id)
    choices, new = _choices(assignment), _new_questions(assignment)
    return [
        _understood(published.lesson, one, language, choices[one], one in new)
        for one in published.fingerprints
    ]


def _understood(
    lesson: Lesson, question_id: str, language: str, choices: Sequence[Choice], new: bool
) -> Understood:
    question = lesson.questions()[question_id]
    heading = lesson.question_words(question_id, language).heading
    summary = summary_of(lesson, question_id, language, choices)
    return Understood(question_id, question.mode, question.kind, heading, summary, new)


def _new_questions(assignment: Assignment) -> set[str]:
    meant = documents.by_id(assignment.revision_id).fingerprints
    taken = select(Attempt.revision_id).where(Attempt.assignment_id == assignment.id).distinct()
    earlier = [documents.by_id(one).fingerprints for one in db.session.scalars(taken)]
    return {one for one, meaning in meant.items() if any(each.get(one) != meaning for each in earlier)}


def _choices(assignment: Assignment) -> defaultdict[str, list[Choice]]:
    meant = documents.by_id(assignment.revision_id).fingerprints
    rows = db.session.execute(
        select(Attempt.revision_id, Answer.question_id, Answer.choice)
        .join(Answer, Answer.attempt_id == Attempt.id)
        .where(Attempt.assignment_id == assignment.id)
    )
    choices: defaultdict[str, list[Choice]] = defaultdict(list)
    for revision_id, question_id, choice in rows:
        meaning = documents.by_id(revision_id).fingerprints.get(question_id)
        if meaning is not None and meaning == meant.get(question_id):
            choices[question_id].append(json.loads(choice))
    return choices
