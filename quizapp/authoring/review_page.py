"""What the page of a review shows: the lesson step by step in both languages, what changed, what was said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from flask_babel import force_locale

from quizapp.accounts.models import Person
from quizapp.authoring import drafts, handing_over, naming, reviewing, vouching
from quizapp.authoring.changes import Changes, since_published
from quizapp.authoring.checking import advice_on, candidate
from quizapp.authoring.comments import comments_on
from quizapp.authoring.comparing import Bit, bits
from quizapp.authoring.differing import Difference, differences
from quizapp.authoring.kind_words import words_of
from quizapp.authoring.models import Comment, Draft, KnownWord, Reason, Submission
from quizapp.authoring.notes import Note, notes_on
from quizapp.authoring.posted import text_field
from quizapp.authoring.reviewing import Bar
from quizapp.db import db
from quizapp.lessons import catalogue
from quizapp.lessons.document import Lesson, Structure
from quizapp.lessons.questions.question import Choice
from quizapp.lessons.results import summary_of
from quizapp.lessons.shape import LANGUAGES
from quizapp.lessons.steps import DecisionStep, QuestionStep, Step
from quizapp.lessons.texts import head_keys, step_keys


@dataclass(frozen=True)
class Text:
    """One text in one language; bits: held against what pupils read now, empty where it is the same."""

    language: str
    text: str
    bits: Sequence[Bit]
    to_check: bool


@dataclass(frozen=True)
class Row:
    """A text in every language."""

    key: str
    name: str
    texts: Sequence[Text]


@dataclass(frozen=True)
class Part:
    """A step, or the head of the lesson under the id "". state: "same", "new" or "changed"."""

    id: str
    name: str
    kind: str
    rows: Sequence[Row]
    state: str
    differences: Sequence[Difference]
    facts: Sequence[tuple[str, Mapping[str, str]]]  # what is right and where it leads, by language
    comments: Sequence[tuple[Comment, str]]


@dataclass(frozen=True)
class ReviewPage:
    """A draft between its authors and its readers. errors keep it from being handed over."""

    draft: Draft
    reader: Person
    language: str
    structure: Structure
    texts: drafts.PlainTexts
    lesson: Lesson | None
    errors: Sequence[Note]
    warnings: Sequence[Note]
    reasons: Mapping[str, Reason]
    words: Sequence[tuple[KnownWord, str]]
    marked: Sequence[tuple[str, str]]
    changes: Changes
    comments: Sequence[tuple[Comment, str]]
    submission: Submission | None
    submitted_by: str
    approvers: Mapping[str, Sequence[Person]]
    bars: Mapping[str, Bar | None]
    missing: Sequence[str]

    @property
    def title(self) -> tuple[str, str]:
        """With the language it is in."""
        spoken = self._spoken("title")
        return self.texts[spoken].get("title", ""), spoken

    @property
    def may_publish(self) -> bool:
        return self.draft.state == "in_review" and not self.missing

    @property
    def open_comments(self) -> int:
        return sum(comment.settled_at is None for comment, _name in self.comments)

    def say(self, key: str) -> str:
        """A text in the reader's language if there is one, else in the other."""
        return self.texts[self._spoken(key)].get(key, "")

    def _spoken(self, key: str) -> str:
        order = sorted(LANGUAGES, key=lambda one: one != self.language)
        return next((one for one in order if self.texts[one].get(key)), order[0])

    def has_approved(self, language: str) -> bool:
        """Whether it was the reader who approved a language, among others perhaps."""
        return self.reader.id in {person.id for person in self.approvers[language]}

    def name_of(self, key: str) -> str:
        """What a text is called within its step."""
        return naming.text_name(self.structure, key)

    def marked_places(self) -> Sequence[tuple[str, str]]:
        """The fields of the editor with a text to check, and what they are called."""
        return [
            (text_field(language, key), naming.place_name(self.structure, key, language))
            for language, key in self.marked
        ]

    def removed(self) -> Sequence[tuple[str, str]]:
        """The headings of steps that pupils have and the draft hasn't, with their language."""
        if self.changes.revision is None:
            return ()
        spoken = self.language if self.language in LANGUAGES else LANGUAGES[0]
        steps = catalogue.lesson_of(self.changes.revision).words[spoken].steps
        return [(steps[one].heading, spoken) for one in self.changes.removed]

    def parts(self) -> Sequence[Part]:
        """The head, then every step."""
        head = self._part("", naming.head_name(), "", head_keys(self.structure), (), ())
        return [head, *(self._step(step) for step in self.structure.steps)]

    def _step(self, step: Step) -> Part:
        name, kind = naming.step_name(self.structure, step.id), str(words_of(step).name)
        old = self._old_steps.get(step.id)
        different = differences(self.structure, old, step, self.say) if old and old != step else ()
        return self._part(step.id, name, kind, step_keys(step), different, self._facts(step))

    def _part(
        self,
        part_id: str,
        name: str,
        kind: str,
        keys: Sequence[str],
        different: Sequence[Difference],
        facts: Sequence[tuple[str, Mapping[str, str]]],
    ) -> Part:
        rows = [
            Row(key, naming.text_name(self.structure, key), [self._text(one, key) for one in LANGUAGES])
            for key in keys
        ]
        said = [one for one in self.comments if one[0].step_id == part_id]
        return Part(part_id, name, kind, rows, self._state(part_id, rows), different, facts, said)

    def _state(self, part_id: str, rows: Sequence[Row]) -> str:
        if part_id in self.changes.added:
            return "new"
        touched = part_id in self.changes.changed or (not part_id and self.changes.head)
        rewritten = any(text.bits for row in rows for text in row.texts)
        return "changed" if touched or rewritten else "same"

    def _text(self, language: str, key: str) -> Text:
        old, text = self.changes.old.get((language, key)), self.texts[language].get(key, "")
        return Text(language, text, () if old is None else bits(old, text), (language, key) in self.marked)

    def _facts(self, step: Step) -> Sequence[tuple[str, Mapping[str, str]]]:
        facts: list[tuple[str, Mapping[str, str]]] = []
        if isinstance(step, QuestionStep) and self.lesson and (key := step.question.key()) is not None:
            facts.append(("right", {one: self._right(self.lesson, step.id, one, key) for one in LANGUAGES}))
        if isinstance(step, DecisionStep):
            ways = [(f"steps.{step.id}.choices.{way.id}", way.goto) for way in step.choices]
            facts += [("way", self._arrow(*way)) for way in ways]
        elif step.next:
            facts.append(("next", self._arrow("", step.next)))
        return facts

    def _right(self, lesson: Lesson, step_id: str, language: str, key: Choice) -> str:
        with force_locale(language):  # some kinds have words of the app's own on their buttons
            rows = summary_of(lesson, step_id, language, [key]).rows
        return "; ".join(row.label for row in rows if row.count)

    def _arrow(self, key: str, goto: str) -> Mapping[str, str]:
        return {
            language: f"{said.get(key, '')} → {said.get(f'steps.{goto}.heading', '')}".strip()
            for language, said in self.texts.items()
        }

    @cached_property
    def _old_steps(self) -> Mapping[str, Step]:
        revision = self.changes.revision
        return {step.id: step for step in catalogue.lesson_of(revision).steps} if revision else {}


def review_page(draft: Draft, reader: Person, language: str) -> ReviewPage:
    """Everything the page needs; language: the reader's."""
    structure, submission = drafts.structure_of(draft), reviewing.newest_submission(draft)
    lesson, problems = candidate(draft)
    approvers = reviewing.approvers(draft)
    by = db.session.get(Person, submission.person_id) if submission and submission.person_id else None
    return ReviewPage(
        draft=draft,
        reader=reader,
        language=language,
        structure=structure,
        texts=drafts.plain(drafts.texts_of(draft)),
        lesson=lesson,
        errors=notes_on(structure, problems),
        warnings=notes_on(structure, advice_on(draft)),
        reasons=handing_over.reasons_for(draft),
        words=vouching.vouched(draft),
        marked=handing_over.to_check(draft),
        changes=since_published(draft),
        comments=comments_on(draft),
        submission=submission,
        submitted_by=by.name if by else "",
        approvers=approvers,
        bars=reviewing.bars(draft, reader),
        missing=reviewing.missing(draft, approvers),
    )
