"""Pupils in the order in which a teacher looks for them: by their names, as on the printed list."""

from collections.abc import Iterable
from dataclasses import replace

from quizapp.accounts.models import Pupil, SchoolClass
from quizapp.accounts.names import name_order
from quizapp.languages import current_language
from quizapp.learning.progress import Participation, participation


def table_of(school_class: SchoolClass) -> Participation:
    """Who took part in what, in the order of the printed list."""
    table = participation(school_class)
    return replace(table, lines=tuple(sorted(table.lines, key=lambda line: _place(line.pupil))))


def by_name(pupils: Iterable[Pupil]) -> list[Pupil]:
    """In the alphabet of the page's language."""
    return sorted(pupils, key=_place)


def _place(pupil: Pupil) -> list[tuple[int, str]]:
    return name_order(pupil.animal, pupil.thing, current_language())
