"""Problems as the editor tells them: in school words, each with its field and its place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask_babel import lazy_gettext as _l

from quizapp.authoring import naming
from quizapp.authoring.placing import STEPS, WORDS_END, field_of, step_of
from quizapp.authoring.posted import HEAD
from quizapp.lessons import wording
from quizapp.lessons.document import Structure
from quizapp.lessons.problems import Problem

# Not wrong, only not there yet: told without alarm, since every lesson begins like that.
UNWRITTEN = ("empty_text", "missing_key", "missing_feedback", "missing_alt", "no_right_answer")
# The desk shows no ids and no names of files.
SAID_HERE: Mapping[str, object] = {
    "dangling_branch": _l("This leads to a step that isn't there any more. Choose another one."),
    "missing_picture": _l("This picture isn't there any more. Choose another one."),
    # Translators: "The two buttons" is the name of a kind of step.
    "exits_not_second": _l("The second step, and no other, is of the kind “The two buttons”."),
    "unknown_id": _l("This is about something that isn't there any more."),
}
CHOICES: Mapping[str, object] = {
    "mode": _l("How the answer counts"),
    "right": _l("Right answer"),
    "next": _l("What comes next"),
    "picture": _l("Picture"),
    "goto": _l("Where this leads"),
    # Translators: who says what stands in a speech bubble.
    "speaker": _l("Who speaks"),
    # Translators: the group into which a card belongs.
    "bucket": _l("Belongs to"),
    "cover": _l("Picture on the card"),
    "timing": _l("The 40 minutes"),
    "band": _l("Grades"),
    "topics": _l("Topics"),
}
LEADS: Mapping[str, object] = {
    # Translators: stand before what is wrong with a text, and before what may stay if there is a reason.
    "wrong": _l("Has to be corrected:"),
    "warning": _l("To think about:"),
}


@dataclass(frozen=True)
class Note:
    """field: the id of the element it is about; place: where that is, for the list at the top.

    reason: why somebody lets a warning stand; word: the one that no dictionary has, as its button names it.
    """

    field: str
    text: str
    kind: str  # unwritten, wrong, warning
    place: str
    step: str
    identity: str
    reason: str = ""
    word: str = ""

    @property
    def lead(self) -> str:
        """What kind of note it is, in words; what only isn't written yet needs none."""
        return str(LEADS.get(self.kind, ""))


def notes_on(
    structure: Structure, problems: Sequence[Problem], reasons: Mapping[str, str] | None = None
) -> list[Note]:
    """In the order of the lesson. reasons: for warnings, by their identity."""
    notes = [_note(structure, problem, reasons or {}) for problem in problems]
    order = {name: at for at, name in enumerate((HEAD, STEPS, *(step.id for step in structure.steps)))}
    return sorted(notes, key=lambda note: order.get(note.step, len(order)))


def choice_name(structure: Structure, field: str) -> str:
    """What a choice of the structure is called: "Choice 2, Picture"."""
    _s, step_id, *rest = field.split(".")
    step = next((step for step in structure.steps if step.id == step_id), None)
    name = str(CHOICES.get(rest[-1], ""))
    if len(rest) == 3 and step is not None:
        ids = list(step.word_ids().get(rest[0], ()))
        thing = naming.thing_name(rest[0], ids.index(rest[1]) + 1) if rest[1] in ids else ""
        name = ", ".join(part for part in (thing, name) if part)
    return name


def _note(structure: Structure, problem: Problem, reasons: Mapping[str, str]) -> Note:
    field = field_of(structure, problem)
    said = SAID_HERE.get(problem.code)
    return Note(
        field=field,
        text=_language(problem, field) + (str(said) if said else wording.sentence(problem)),
        kind="warning" if problem.is_warning else "unwritten" if problem.code in UNWRITTEN else "wrong",
        place=_place(structure, field),
        step=step_of(field),
        identity=problem.identity,
        reason=reasons.get(problem.identity, ""),
        word=_word(problem),
    )


def _language(problem: Problem, field: str) -> str:
    """Of a whole step or lesson it has to be said which language is meant."""
    name = naming.LANGUAGE_WORDS.get(problem.file.removesuffix(WORDS_END), "")
    return f"{name}: " if name and field.startswith("step-") else ""


def _word(problem: Problem) -> str:
    if problem.code != "unknown_word":
        return ""
    return f"{problem.file.removesuffix(WORDS_END)}:{problem.key}:{problem.parameters['detail']}"


def _place(structure: Structure, field: str) -> str:
    if field == STEPS:
        return ""
    if field.startswith("step-"):
        name = field.removeprefix("step-")
        return naming.head_name() if name == HEAD else naming.step_name(structure, name)
    if field.startswith("t."):
        _t, language, key = field.split(".", 2)
        return naming.place_name(structure, key, language)
    step_id = field.split(".")[1]
    step = naming.step_name(structure, step_id) if step_id != HEAD else ""
    return ", ".join(part for part in (step, choice_name(structure, field)) if part)
