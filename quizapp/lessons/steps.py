"""The steps of a lesson, without words."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, SerializeAsAny
from pydantic_core import PydanticCustomError

from quizapp.lessons.kinds import KINDS, read_question
from quizapp.lessons.questions.question import Question
from quizapp.lessons.shape import Id, Listed, PictureId, Value
from quizapp.lessons.words import DecisionWords, PlainWords, SceneWords, StepWords


class Step(Value):
    """What all steps have; next leads elsewhere than to the following step."""

    words_model: ClassVar[type[StepWords]] = PlainWords

    id: Id
    kind: str
    next: Id | None = None

    def words_class(self) -> type[StepWords]:
        """The shape of this step's words."""
        return self.words_model

    def word_ids(self) -> Mapping[str, Sequence[str]]:
        """The tables of words this step needs, each with its ids."""
        return {}

    def pictures(self) -> Mapping[str, str]:
        """Picture ids by the words they belong to ("" is the step's own).

        The alternative text stands in that table; where the words are one plain text, in the table `alts`.
        """
        return {}


class PlainStep(Step):
    """A text, a key message, something to talk about or to take home; a picture if wanted."""

    kind: Literal["text", "key_message", "talk", "take_home"]
    picture: PictureId | None = None

    def pictures(self) -> Mapping[str, str]:
        return {"": self.picture} if self.picture else {}


class PictureStep(Step):
    kind: Literal["picture"]
    picture: PictureId

    def pictures(self) -> Mapping[str, str]:
        return {"": self.picture}


class Bubble(Value):
    id: Id
    speaker: Id


class SceneStep(Step):
    """A moment of the story, perhaps with somebody speaking."""

    words_model: ClassVar[type[StepWords]] = SceneWords

    kind: Literal["scene"]
    picture: PictureId | None = None
    bubbles: Listed[Bubble] = ()

    def word_ids(self) -> Mapping[str, Sequence[str]]:
        return {"bubbles": [bubble.id for bubble in self.bubbles]}

    def pictures(self) -> Mapping[str, str]:
        return {"": self.picture} if self.picture else {}


class ExitsStep(Step):
    """Everybody opens and closes Help and Quick exit, so that tapping them marks nobody."""

    kind: Literal["exits"]


class Way(Value):
    """A choice in the story and the step it leads to."""

    id: Id
    goto: Id
    picture: PictureId | None = None


class DecisionStep(Step):
    words_model: ClassVar[type[StepWords]] = DecisionWords

    kind: Literal["decision"]
    choices: Listed[Way]

    def word_ids(self) -> Mapping[str, Sequence[str]]:
        return {"choices": [way.id for way in self.choices]}

    def pictures(self) -> Mapping[str, str]:
        return {f"choices.{way.id}": way.picture for way in self.choices if way.picture}


class QuestionStep(Step):
    kind: Literal["question"]
    question: Annotated[SerializeAsAny[Question], BeforeValidator(read_question)]

    def words_class(self) -> type[StepWords]:
        model: type[StepWords] = KINDS[self.question.kind].Words
        return model

    def word_ids(self) -> Mapping[str, Sequence[str]]:
        return self.question.word_ids()

    def pictures(self) -> Mapping[str, str]:
        return self.question.pictures()


STEP_KINDS: dict[str, type[Step]] = {
    "text": PlainStep,
    "picture": PictureStep,
    "scene": SceneStep,
    "key_message": PlainStep,
    "question": QuestionStep,
    "decision": DecisionStep,
    "talk": PlainStep,
    "take_home": PlainStep,
    "exits": ExitsStep,
}


def read_step(raw: Any) -> Step:
    """A step of any kind. Raises pydantic's ValidationError or PydanticCustomError."""
    if isinstance(raw, Step):
        return raw
    if not isinstance(raw, dict):
        raise PydanticCustomError("not_a_table", "not a table")
    kind = raw.get("kind")
    if kind is None:
        raise PydanticCustomError("step_without_kind", "no kind of step")
    if not isinstance(kind, str) or kind not in STEP_KINDS:
        raise PydanticCustomError("unknown_step_kind", "no such kind of step", {"kind": str(kind)})
    return STEP_KINDS[kind].model_validate(raw)


AnyStep = Annotated[SerializeAsAny[Step], BeforeValidator(read_step)]
