"""The kinds of step in school words: what they are called, and what they are for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask_babel import lazy_gettext as _l

from quizapp.lessons.document import Structure
from quizapp.lessons.steps import QuestionStep, Step


@dataclass(frozen=True)
class KindWords:
    """name and use are read on buttons; icon: a file in pictures/icons."""

    kind: str
    question: str
    name: object
    use: object
    icon: str

    @property
    def do(self) -> str:
        """The first part of the button's value that adds such a step."""
        return f"add:{self.kind}:{self.question}"


def _step(kind: str, name: object, use: object) -> KindWords:
    return KindWords(kind, "", name, use, f"step_{kind}")


def _question(kind: str, name: object, use: object) -> KindWords:
    return KindWords("question", kind, name, use, f"question_{kind}")


STORY: Sequence[KindWords] = (
    # Translators: the next ones are buttons for the author of a lesson: a kind of step, then what it is for.
    _step("scene", _l("Scene"), _l("A moment of the story: a picture, and what people say.")),
    _step("text", _l("Text"), _l("A few sentences, with a picture if you like.")),
    _step("picture", _l("Large picture"), _l("A picture to look at, with a sentence.")),
    _step(
        "decision", _l("Decision"), _l("The child chooses how the story goes on. Nothing is right or wrong.")
    ),
    _step("key_message", _l("Key message"), _l("The one sentence that should stay.")),
    _step("talk", _l("Talk"), _l("Something to talk about together in class.")),
    _step("take_home", _l("To take home"), _l("The last step: what the child takes along.")),
    _step("exits", _l("The two buttons"), _l("Everybody tries out help and the quick exit.")),
)
QUESTIONS: Sequence[KindWords] = (
    _question("single", _l("One is right"), _l("Several answers in words; one is right.")),
    _question("multiple", _l("Several are right"), _l("The child ticks all that are right.")),
    _question("truefalse", _l("True or not true"), _l("A sentence: is it true?")),
    _question(
        "picture",
        _l("One picture is right"),
        _l("Several pictures; one is right. Good for those who can't read yet."),
    ),
    _question("order", _l("Put in order"), _l("Things are put one after the other.")),
    _question("match", _l("Pairs"), _l("What belongs together is joined.")),
    _question("buckets", _l("Sort cards"), _l("Cards are sorted into groups.")),
)
_BY_KIND: Mapping[tuple[str, str], KindWords] = {
    (one.kind, one.question): one for one in (*STORY, *QUESTIONS)
}
MODES: Mapping[str, tuple[object, object]] = {
    # Translators: what kind of question it is, then what that means. For authors.
    "practice": (_l("Practice"), _l("The child sees at once what is right, and may try again.")),
    "scored": (_l("Scored"), _l("The first answer counts; the teacher sees how the class understood it.")),
    "private": (_l("Private"), _l("Nobody sees who chose what, and nothing is right or wrong.")),
}


def words_of(step: Step) -> KindWords:
    """The words for a step's kind."""
    return _BY_KIND[step.kind, step.question.kind if isinstance(step, QuestionStep) else ""]


def addable(structure: Structure) -> Sequence[KindWords]:
    """What can be added besides questions: the two buttons stand in a lesson once."""
    there = {step.kind for step in structure.steps}
    return [one for one in STORY if one.kind != "exits" or "exits" not in there]
