"""A posted form turned into verbs: what was changed is saved, and what met somebody else's change is told."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from pydantic import ValidationError
from pydantic_core import PydanticCustomError
from werkzeug.datastructures import MultiDict

from quizapp.accounts.models import Person
from quizapp.authoring import arranging, changing, changing_head, drafts, history, posted, writing
from quizapp.authoring.models import Draft, DraftText
from quizapp.authoring.posted import HEAD, Part, Sent
from quizapp.lessons.document import BANDS, Structure
from quizapp.lessons.steps import Step
from quizapp.lessons.texts import step_keys, text_keys


@dataclass(frozen=True)
class TextMet:
    """Two people changed the same text."""

    sent: Sent
    theirs: DraftText


@dataclass(frozen=True)
class PartMet:
    """Two people changed the choices of one step, or of the head (then both are a Structure)."""

    name: str
    mine: Step | Structure
    theirs: Step | Structure


@dataclass
class Saved:
    """What became of a form. homeless: texts whose place somebody took out; refused: fields by name."""

    texts: dict[str, str] = field(default_factory=dict)  # name -> token
    met: list[TextMet | PartMet] = field(default_factory=list)
    homeless: list[Sent] = field(default_factory=list)
    too_long: list[Sent] = field(default_factory=list)
    impossible: list[str] = field(default_factory=list)

    @property
    def whole(self) -> bool:
        """Whether everything that was sent is kept."""
        return not (self.met or self.homeless or self.too_long or self.impossible)

    @property
    def unkept(self) -> Mapping[str, Sent]:
        """The texts that only the page has, by name."""
        met = [one.sent for one in self.met if isinstance(one, TextMet)]
        return {sent.name: sent for sent in [*met, *self.too_long]}

    @property
    def others(self) -> set[int]:
        """The numbers of the people whose texts were met."""
        found = (one.theirs.changed_by for one in self.met if isinstance(one, TextMet))
        return {one for one in found if one is not None}

    def shown(self, structure: Structure) -> Structure:
        """A structure with this page's own choices where two people met."""
        mine = [one.mine for one in self.met if isinstance(one, PartMet)]
        steps = {step.id: step for step in mine if isinstance(step, Step)}
        head = next((one for one in mine if isinstance(one, Structure)), structure)
        return head.model_copy(update={"steps": tuple(steps.get(step.id, step) for step in structure.steps)})


def save(draft: Draft, person: Person, form: MultiDict[str, str]) -> Saved:
    """Save what a form changes and nothing else. Whatever can't be saved is told, and lost by nobody."""
    saved = Saved()
    for part in posted.parts(form).values():
        _save_part(draft, person, part, saved)
    _save_texts(draft, person, form, saved)
    return saved


def as_entered(structure: Structure, form: MultiDict[str, str]) -> Structure:
    """A structure as a form that wasn't saved says it; what no form can say is left as it is."""
    parts, steps = posted.parts(form), []
    if HEAD in parts:
        changes = changing_head.taken(structure, parts[HEAD])
        structure = structure.model_copy(update=changes if changes["band"] in BANDS else {})
    for step in structure.steps:
        try:
            steps.append(changing.changed(step, parts[step.id]) if step.id in parts else step)
        except (ValidationError, PydanticCustomError):
            steps.append(step)
    return structure.model_copy(update={"steps": tuple(steps)})


def _save_part(draft: Draft, person: Person, part: Part, saved: Saved) -> None:
    structure = drafts.structure_of(draft)
    step = next((step for step in structure.steps if step.id == part.name), None)
    if part.theirs or (step is None and part.name != HEAD):
        return  # a step that somebody took out waits there as it was
    try:
        if step is None:
            _save_head(draft, person, structure, part, saved)
        else:
            _save_step(draft, person, step, part, saved)
    except (ValidationError, PydanticCustomError):
        saved.impossible.append(part.name)


def _save_step(draft: Draft, person: Person, step: Step, part: Part, saved: Saved) -> None:
    mine = changing.changed(step, part)
    if arranging.digest(mine) == part.base:
        return  # nobody touched it on this page
    try:
        arranging.change_step(draft, person, mine, part.base)
    except arranging.Clash:
        saved.met.append(PartMet(part.name, mine, step))


def _save_head(draft: Draft, person: Person, structure: Structure, part: Part, saved: Saved) -> None:
    changes = changing_head.taken(structure, part)
    mine = arranging.head_of(Structure.model_validate({**dict(structure), **changes}))
    if arranging.digest(mine) == part.base:
        return
    try:
        arranging.change_head(draft, person, changes, part.base)
    except arranging.Clash:
        saved.met.append(PartMet(HEAD, mine, arranging.head_of(structure)))


def _save_texts(draft: Draft, person: Person, form: MultiDict[str, str], saved: Saved) -> None:
    rows = drafts.texts_of(draft)
    placed, wrote = _places(draft, rows), False
    for sent in posted.texts(form):
        row = rows[sent.language].get(sent.key)
        if _is_new(sent, row):
            if sent.key not in placed:
                saved.homeless.append(sent)
                continue
            row = _write(draft, person, sent, saved)
            wrote = wrote or row is not None
        if row is not None or not sent.text.strip():
            saved.texts[sent.name] = posted.token(row)
    if wrote:
        history.keep(draft, person)


def _is_new(sent: Sent, row: DraftText | None) -> bool:
    """Whether this page changed the text, and it doesn't say so already."""
    if sent.choice == posted.THEIRS:
        return False
    try:
        text = writing.tidy(sent.text)
    except writing.TooLong:
        return True
    return text != (row.text if row else "") and posted.mark(text) != sent.seen


def _write(draft: Draft, person: Person, sent: Sent, saved: Saved) -> DraftText | None:
    try:
        return writing.write(draft, person, sent.language, sent.key, sent.text, sent.base)
    except writing.Conflict as conflict:
        saved.met.append(TextMet(sent, conflict.theirs))
    except writing.TooLong:
        saved.too_long.append(sent)
    return None


def _places(draft: Draft, rows: drafts.Texts) -> Collection[str]:
    """Every key that a text may stand under: of the lesson, of steps taken out, and of what was written."""
    structure, removed = drafts.structure_of(draft), arranging.removed_steps(draft)
    written = (key for texts in rows.values() for key in texts)
    waiting = (key for step in removed for key in step_keys(step))
    alternatives = (key for step in structure.steps for key in _alternatives(step))
    return {*text_keys(structure), *waiting, *written, *alternatives}


def _alternatives(step: Step) -> Iterator[str]:
    """Where it may be said what a picture shows, before there is one."""
    yield f"steps.{step.id}.alt"
    for table, things in step.word_ids().items():
        for thing in things:
            yield f"steps.{step.id}.alts.{thing}"
            yield f"steps.{step.id}.{table}.{thing}.alt"
