"""Lessons that say something new since a class was given them."""

from collections.abc import Iterable

from quizapp.learning.models import Assignment
from quizapp.lessons import catalogue


def newer_revisions(given: Iterable[Assignment]) -> set[int]:
    """The ids of the assignments whose lesson has a newer revision by now."""
    newest = {revision.lesson_id: revision.id for revision in catalogue.published()}
    return {one.id for one in given if newest.get(one.lesson_id, one.revision_id) != one.revision_id}
