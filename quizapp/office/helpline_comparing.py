"""A change of a number beside what holds now, fact by fact."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from flask_babel import gettext as _

from quizapp.helplines.changing import FACTS
from quizapp.helplines.models import Helpline, HelplineChange
from quizapp.languages import STAFF_LANGUAGES
from quizapp.office.helpline_words import FACT_NAMES


@dataclass(frozen=True)
class Line:
    """One fact. language: of its texts, if known; language_now: of what holds now, if that is another."""

    label: str
    now: str
    then: str
    language: str | None = None
    language_now: str | None = None

    @property
    def changed(self) -> bool:
        return self.now != self.then


def compared(row: Helpline | None, change: HelplineChange) -> list[Line]:
    """Every fact of which something is known, before or afterwards."""
    return [line for line in _lines(row, change) if line.now or line.then]


def _lines(row: Helpline | None, change: HelplineChange) -> Iterator[Line]:
    yield Line(_("Number, as it is shown"), row.number if row else "", change.number)
    yield Line(_("Number, as it is dialled"), row.dial if row else "", change.dial)
    before, after = json.loads(row.words) if row else {}, json.loads(change.words)
    for fact in FACTS:
        for code in STAFF_LANGUAGES:
            now, then = (words.get(code, {}).get(fact, "") for words in (before, after))
            yield Line(str(FACT_NAMES[fact]), now, then, language=code)
    brought_along = "en" if row and not row.seconded_by else None
    yield Line(
        _("Where you know it from"), row.source if row else "", change.source, language_now=brought_along
    )
    shown = row.visible_to_pupils if row else False
    if not (row and row.always_visible):
        yield Line(_("Show it to pupils"), _yes_or_no(shown), _yes_or_no(change.visible_to_pupils))


def _yes_or_no(value: bool) -> str:
    return _("yes") if value else _("no")
