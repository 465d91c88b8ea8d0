"""Participation as a table for a spreadsheet."""

from flask_babel import gettext as _

from quizapp import clock
from quizapp.accounts.models import SchoolClass
from quizapp.accounts.names import animal_name
from quizapp.classroom.standings import STANDINGS
from quizapp.csv_sheet import csv_sheet
from quizapp.languages import current_language
from quizapp.learning.progress import Cell, Participation


def participation_sheet(school_class: SchoolClass, table: Participation, language: str) -> bytes:
    """Pupils down, lessons across; lesson titles in `language`, the rest in the reader's."""
    rows = [_head(table, language)]
    for line in table.lines:
        name = animal_name(line.pupil.animal, line.pupil.thing, current_language())
        rows.append([name, *(value for cell in line.cells for value in _values(cell))])
    return csv_sheet([*rows, [], *_foot(school_class)])


def _head(table: Participation, language: str) -> list[str | int]:
    head: list[str | int] = [_("Pupil")]
    for column in table.columns:
        lesson = f"{column.published.lesson.id.upper()} {column.published.lesson.words[language].title}"
        # Translators: headings of columns: a lesson's number and title, then what is counted.
        head += [
            lesson,
            _("%(lesson)s: right answers", lesson=lesson),
            _("%(lesson)s: scored questions", lesson=lesson),
        ]
    return head


def _values(cell: Cell) -> list[str | int]:
    # Two numbers, since Excel takes "4/5" for a date.
    scored = cell.right is not None and cell.of is not None
    return [str(STANDINGS[cell.status]), cell.right if scored else "", cell.of if scored else ""]  # type: ignore[list-item]


def _foot(school_class: SchoolClass) -> list[list[str | int]]:
    now = clock.now().astimezone(clock.SKOPJE).strftime("%d.%m.%Y %H:%M")
    # Translators: below a table: which class, and the day and time at which the table was right.
    return [[_("Class: %(name)s", name=school_class.name)], [_("As of: %(time)s", time=now)]]
