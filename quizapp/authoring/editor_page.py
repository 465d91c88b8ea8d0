"""What the editor's page needs to know: every text in both languages, its marks, and what is wrong where."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from quizapp.authoring import arranging, naming, posted, writing
from quizapp.authoring.differing import Difference, differences
from quizapp.authoring.kind_words import words_of
from quizapp.authoring.meter import Reading, limits
from quizapp.authoring.models import Comment, Draft, DraftText
from quizapp.authoring.notes import Note
from quizapp.authoring.placing import step_of
from quizapp.authoring.posted import text_field
from quizapp.authoring.saving import PartMet, Saved, TextMet
from quizapp.lessons.document import Structure
from quizapp.lessons.shape import LANGUAGES
from quizapp.lessons.steps import Step
from quizapp.lessons.texts import step_keys

Rows = Mapping[str, Mapping[str, DraftText]]
FRAME = 3  # steps of authoring/beginning.toml
LINE = 44  # letters that one line of a field holds, roughly


@dataclass(frozen=True)
class Words:
    """One text in one language as its field shows it."""

    name: str
    language: str
    key: str
    text: str
    token: str
    to_check: bool
    notes: Sequence[Note]
    theirs: DraftText | None

    @property
    def lines(self) -> int:
        return max(1, sum(len(line) // LINE + 1 for line in self.text.split("\n")))


@dataclass(frozen=True)
class EditorPage:
    """A draft as the page shows it; saved: what became of the form that was just sent."""

    draft: Draft
    language: str  # of the reader
    structure: Structure
    rows: Rows
    notes: Sequence[Note]
    meters: Mapping[str, Sequence[Reading]]
    saved: Saved = field(default_factory=Saved)
    comments: Sequence[tuple[Comment, str]] = ()
    names: Mapping[int, str] = field(default_factory=dict)
    entered: Mapping[str, posted.Sent] = field(default_factory=dict)
    bases: Mapping[str, str] = field(default_factory=dict)

    def pair(self, key: str) -> list[Words]:
        """A text in every language."""
        return [self._words(language, key) for language in LANGUAGES]

    def name_of(self, key: str) -> str:
        """What a text is called."""
        return naming.text_name(self.structure, key)

    def step(self, step_id: str) -> Step:
        """A step that is there."""
        return next(one for one in self.structure.steps if one.id == step_id)

    def step_name(self, step_id: str) -> str:
        """A step by its number."""
        return naming.step_name(self.structure, step_id)

    def thing_name(self, table: str, number: int) -> str:
        """What one of several things is called."""
        return naming.thing_name(table, number)

    def said(self, name: str) -> Sequence[Note]:
        """What is wrong at a field."""
        return self._notes_by_field.get(name, ())

    @property
    def wrong(self) -> Sequence[Note]:
        """What keeps the lesson from being published."""
        return [note for note in self.notes if note.kind != "warning"]

    @property
    def warnings(self) -> Sequence[Note]:
        """What asks for a reason."""
        return [note for note in self.notes if note.kind == "warning"]

    @property
    def limits(self) -> str:
        """What is good for the grades of this lesson."""
        return limits(self.structure.band)

    @property
    def is_new(self) -> bool:
        """Whether there is hardly more than what every lesson begins with."""
        return len(self.structure.steps) <= FRAME

    def said_in(self, step_id: str) -> Sequence[Note]:
        """What is wrong in a step, or in the head."""
        return [note for note in self.notes if step_of(note.field) == step_id]

    def digest(self, step: Step) -> str:
        """What a step's choices are based on; where two people met, on the other one's."""
        met = self._met_parts.get(step.id)
        return self.bases.get(step.id) or arranging.digest(met.theirs if met else step)

    @property
    def head_digest(self) -> str:
        met = self._met_parts.get(posted.HEAD)
        part = met.theirs if met else arranging.head_of(self.structure)
        return self.bases.get(posted.HEAD) or arranging.digest(part)

    def met(self, name: str) -> PartMet | None:
        """Somebody else's change of the same step, or of the head."""
        return self._met_parts.get(name)

    def to_check(self, step: Step) -> int:
        """How many texts of a step somebody should hold against the other language."""
        keys = step_keys(step)
        return sum(self._to_check(language, key) for language in LANGUAGES for key in keys)

    def marks(self) -> list[str]:
        """Every field whose text is to be checked."""
        keys = {key: None for rows in self.rows.values() for key in rows}
        return [text_field(one, key) for one in LANGUAGES for key in keys if self._to_check(one, key)]

    def said_text(self, key: str) -> str:
        """A text in the reader's language if there is one, else in the other."""
        language = self.language_of(key)
        return self.rows[language][key].text if language in self.rows and key in self.rows[language] else ""

    def language_of(self, key: str) -> str:
        """In which language said_text says it; the reader's own where it says nothing."""
        for one in (self.language, *LANGUAGES):
            row = self.rows.get(one, {}).get(key)
            if row is not None and row.text:
                return one
        return self.language

    def heading_language(self, step: Step) -> str:
        """In which language a step's heading is shown in a list."""
        return self.language_of(f"steps.{step.id}.heading")

    def heading(self, step: Step) -> str:
        """What a step is called in a list: its heading, else its kind."""
        return self.said_text(f"steps.{step.id}.heading") or str(words_of(step).name)

    def comments_at(self, step_id: str) -> Sequence[tuple[Comment, str]]:
        """What reviewers say about a step, or about the head, and isn't settled."""
        name = "" if step_id == posted.HEAD else step_id
        return [one for one in self.comments if one[0].step_id == name and not one[0].settled_at]

    def who(self, person_id: int | None) -> str:
        """Somebody's name; somebody who is gone has none."""
        return self.names.get(person_id or 0, "")

    def differences(self, name: str) -> Sequence[Difference]:
        """What two people chose differently in a step, or in the head."""
        met = self._met_parts.get(name)
        return differences(self.structure, met.theirs, met.mine, self.said_text) if met else ()

    def met_places(self) -> Sequence[tuple[str, str]]:
        """Every field in which two people met: its id, and what it is called."""
        return [self._met_place(one) for one in self.saved.met]

    def _met_place(self, met: TextMet | PartMet) -> tuple[str, str]:
        if isinstance(met, TextMet):
            return met.sent.name, naming.place_name(self.structure, met.sent.key, met.sent.language)
        if met.name == posted.HEAD:
            return f"step-{met.name}", naming.head_name()
        return f"step-{met.name}", naming.step_name(self.structure, met.name)

    @cached_property
    def _notes_by_field(self) -> Mapping[str, list[Note]]:
        found: dict[str, list[Note]] = {}
        for note in self.notes:
            found.setdefault(note.field, []).append(note)
        return found

    @cached_property
    def _met_parts(self) -> Mapping[str, PartMet]:
        return {one.name: one for one in self.saved.met if isinstance(one, PartMet)}

    @cached_property
    def _met_texts(self) -> Mapping[str, TextMet]:
        return {one.sent.name: one for one in self.saved.met if isinstance(one, TextMet)}

    def _words(self, language: str, key: str) -> Words:
        name, row = text_field(language, key), self.rows[language].get(key)
        met, entered = self._met_texts.get(name), self.entered.get(name)
        return Words(
            name=name,
            language=language,
            key=key,
            text=entered.text if entered else row.text if row else "",
            token=entered.token if entered and not met else posted.token(row),
            to_check=self._to_check(language, key),
            notes=self.said(name),
            theirs=met.theirs if met else None,
        )

    def _to_check(self, language: str, key: str) -> bool:
        other = next(one for one in LANGUAGES if one != language)
        return writing.needs_check(self.rows[language].get(key), self.rows[other].get(key))
