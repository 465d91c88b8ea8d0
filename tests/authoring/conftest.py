"""The desk with two trainers at it."""

from dataclasses import dataclass

import pytest
from flask import Flask

from quizapp.accounts.models import Person
from quizapp.authoring import drafts
from quizapp.authoring.models import Draft
from quizapp.db import db
from tests.cast import a_trainer
from tests.lessons.sample_lesson import sample_lesson


@dataclass(frozen=True)
class Desk:
    """draft: new and nearly empty; whole: says what the sample lesson does."""

    vesna: Person
    arben: Person
    draft: Draft
    whole: Draft


@pytest.fixture
def desk(app: Flask) -> Desk:
    vesna, arben = a_trainer("vesna@example.org"), a_trainer("arben@example.org")
    draft = drafts.begin(vesna, "4-6", {"mk": "Нова лекција"})
    whole = drafts.take_in(vesna, *parts_of_sample())
    db.session.commit()
    return Desk(vesna, arben, draft, whole)


def parts_of_sample():
    """The sample lesson as a structure and its texts."""
    lesson = sample_lesson()
    return drafts.structure_in(lesson), drafts.texts_in(lesson)
