"""What the texts and choices of a lesson are called on the desk: labels, and places in a list of problems."""

from collections.abc import Mapping, Sequence

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from quizapp.lessons.document import Structure
from quizapp.lessons.kinds import KINDS
from quizapp.lessons.steps import QuestionStep, Step

# In the reader's own words: in the middle of a line nothing says that a name is foreign.
LANGUAGE_WORDS: Mapping[str, object] = {"mk": _l("Macedonian"), "sq": _l("Albanian")}
HEAD: Mapping[str, object] = {
    "title": _l("Title of the lesson"),
    # Translators: of a lesson, one or two sentences, on its card.
    "summary": _l("The lesson in one sentence"),
    "guide.goal": _l("Goal of the lesson"),
    "guide.before": _l("Before the lesson"),
    "guide.disclosure": _l("If a child tells you something"),
}
STEP: Mapping[str, object] = {
    # Translators: a label on the desk: the heading of a step of a lesson.
    "heading": _l("Heading"),
    "text": _l("Text"),
    "alt": _l("What the picture shows"),
    # Translators: a label: what the child is told when everything in its answer is right.
    "feedback.right": _l("Feedback when all of it is right"),
    "feedback.again": _l("Feedback when something isn't right yet"),
}
QUESTION: Mapping[str, object] = {
    # Translators: a label: what the child is asked.
    "heading": _l("Question"),
    "text": _l("Before the question (may stay empty)"),
}
# Things that stand several times, by their list in the texts; n is a number.
THINGS: Mapping[str, object] = {
    # Translators: the next ones are labels; n is a number. Bubble: what somebody says in a picture story.
    "bubbles": _l("Speech bubble %(n)s"),
    "choices": _l("Choice %(n)s"),
    "items": _l("Item %(n)s"),
    "left": _l("Pair %(n)s, left"),
    "right": _l("Pair %(n)s, right"),
    "pairs": _l("Pair %(n)s"),
    # Translators: a box or group into which cards are sorted.
    "buckets": _l("Group %(n)s"),
    "cards": _l("Card %(n)s"),
    "objectives": _l("What the child learns (%(n)s)"),
    "timing": _l("Part %(n)s of the lesson"),
    "discuss": _l("To talk about (%(n)s)"),
    "avoid": _l("To avoid (%(n)s)"),
}
ASPECTS: Mapping[str, object] = {
    # Translators: thing is for example "Choice 2".
    "feedback": _l("%(thing)s: feedback"),
    "alt": _l("%(thing)s: what the picture shows"),
}


def text_name(structure: Structure, key: str) -> str:
    """What a text is called within its step: "Choice 2: feedback"."""
    step, rest = step_and_rest(structure, key)
    if step is None:
        return str(HEAD[key]) if key in HEAD else _thing_name(_head_tables(structure), rest)
    own = {**STEP, **(QUESTION if isinstance(step, QuestionStep) else {})}
    return str(own[rest]) if rest in own else _thing_name(step.word_ids(), rest, _labels(step))


def place_name(structure: Structure, key: str, language: str = "") -> str:
    """Where a text stands in the lesson: "Step 3, Heading, Albanian"."""
    step, _rest = step_and_rest(structure, key)
    parts = [text_name(structure, key), str(LANGUAGE_WORDS.get(language, ""))]
    if step is not None:
        parts.insert(0, step_name(structure, step.id))
    return ", ".join(part for part in parts if part)


def step_name(structure: Structure, step_id: str) -> str:
    """A step by its number."""
    number = [step.id for step in structure.steps].index(step_id) + 1
    return _("Step %(number)s", number=number)


def head_name() -> str:
    return _("About the lesson")


def step_and_rest(structure: Structure, key: str) -> tuple[Step | None, str]:
    """The step of a key and what follows in it; no step for the head."""
    parts = key.split(".")
    if parts[0] == "steps" and len(parts) > 1:
        found = next((step for step in structure.steps if step.id == parts[1]), None)
        return found, ".".join(parts[2:])
    return None, key.removeprefix("guide.")


def thing_name(table: str, number: int) -> str:
    """What one of several things is called: "Choice 2"."""
    return str(THINGS[table]) % {"n": number}


def _thing_name(
    tables: Mapping[str, Sequence[str]], rest: str, labels: Mapping[str, object] | None = None
) -> str:
    table, _dot, place = rest.partition(".")
    thing, _dot, aspect = place.partition(".")
    if table == "alts":
        table = next((name for name, ids in tables.items() if thing in ids), "")
        aspect = "alt"
    if table not in THINGS or thing not in tables.get(table, ()):
        return rest
    named = thing_name(table, list(tables[table]).index(thing) + 1)
    if labels and thing in labels:
        named = f"„{labels[thing]}“"
    return str(ASPECTS[aspect]) % {"thing": named} if aspect in ASPECTS else named


def _labels(step: Step) -> Mapping[str, object]:
    return KINDS[step.question.kind].labels if isinstance(step, QuestionStep) else {}


def _head_tables(structure: Structure) -> Mapping[str, Sequence[str]]:
    guide = structure.guide
    return {
        "objectives": structure.objectives,
        "timing": [slot.id for slot in guide.timing],
        "discuss": guide.discuss,
        "avoid": guide.avoid,
    }
