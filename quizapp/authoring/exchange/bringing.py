"""What a file would change, found out without changing anything."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from quizapp.authoring.exchange import gift_reading, package_zip, question_sheet, translation_sheet
from quizapp.authoring.exchange.new_questions import NewQuestion
from quizapp.authoring.exchange.package_zip import Parcel
from quizapp.authoring.exchange.recognised import FILE, kind_of, sheets_of
from quizapp.authoring.exchange.refused import refuse
from quizapp.authoring.exchange.source import Source
from quizapp.authoring.exchange.translation_sheet import Change
from quizapp.authoring.exchange.uploads import let_others_write
from quizapp.lessons.media import known_pictures, picture_bytes
from quizapp.lessons.shape import LANGUAGES
from quizapp.lessons.texts import text_keys


@dataclass(frozen=True)
class Brought:
    """One of them: a whole lesson with what it changes, changes of texts, or new questions.

    seen: tells whether what was shown is still what would be done.
    """

    seen: str
    changes: Sequence[Change] = ()
    questions: Sequence[NewQuestion] = ()
    parcel: Parcel | None = None
    new_steps: Sequence[str] = ()
    gone_steps: Sequence[str] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.changes or self.questions or self.parcel)


def package(data: bytes) -> Brought:
    """A whole lesson that becomes a new draft. Raises FileRefused."""
    let_others_write()
    if kind_of(data) != "package":
        raise refuse("package_wanted", FILE)
    parcel = _parcel(data)
    return Brought(_seen(parcel), parcel=parcel, new_steps=[step.id for step in parcel.structure.steps])


def looked_at(data: bytes, language: str, source: Callable[[], Source]) -> Brought:
    """Any of our files, held against a draft. Raises FileRefused. source: asked once the file is read."""
    let_others_write()
    kind = kind_of(data)
    if kind == "package":
        return _instead(_parcel(data), source())
    if kind == "gift":
        questions = gift_reading.read(data, language)
        return Brought(_seen(questions), questions=questions)
    which, sheets = sheets_of(data)
    if which == "questions":
        questions = question_sheet.read(sheets)
        return Brought(_seen(questions), questions=questions)
    changes = translation_sheet.read(sheets, source())
    return Brought(_seen(changes), changes=changes)


def _parcel(data: bytes) -> Parcel:
    return package_zip.read(data, lambda one: one in known_pictures([one]), _our_bytes)


def _our_bytes(picture_id: str) -> bytes | None:
    found = picture_bytes(picture_id)
    let_others_write()  # pictures are made anew next
    return found


def _instead(parcel: Parcel, source: Source) -> Brought:
    """What becomes of a draft that says what the package says."""
    before, after = ([step.id for step in one.steps] for one in (source.structure, parcel.structure))
    keys = dict.fromkeys([*text_keys(source.structure), *text_keys(parcel.structure)])
    changes = [
        Change(language, key, old, new, 0, meanwhile=False, note="")
        for key in keys
        for language in LANGUAGES
        if (old := source.text(language, key)) != (new := parcel.texts.get(language, {}).get(key, ""))
    ]
    return Brought(
        _seen(parcel, changes, source.structure),
        changes=changes,
        parcel=parcel,
        new_steps=[one for one in after if one not in before],
        gone_steps=[one for one in before if one not in after],
    )


def _seen(*parts: object) -> str:
    return sha256(repr(parts).encode()).hexdigest()[:32]
