"""The words of one step in one language."""

from collections.abc import Mapping

from quizapp.lessons.shape import Value


class StepWords(Value):
    """What every step says: a short heading, and a text that some kinds may leave out."""

    heading: str
    text: str = ""
    alt: str = ""


class PlainWords(StepWords):
    """A step whose text is its point."""

    text: str


class SceneWords(StepWords):
    """A scene: the text may stay empty when somebody speaks."""

    bubbles: dict[str, str] = {}


class DecisionWords(PlainWords):
    choices: dict[str, str]
    alts: dict[str, str] = {}


class QuestionWords(StepWords):
    """The heading is the question itself; the text an optional lead-in."""

    def feedbacks(self) -> Mapping[str, str]:
        """Every feedback by the id that marking names."""
        raise NotImplementedError

    def named(self) -> Mapping[str, str]:
        """What stands before a feedback where several are shown: the words of the thing it is about."""
        return {}


class ChoiceWords(Value):
    text: str
    feedback: str


class PictureChoiceWords(ChoiceWords):
    alt: str = ""


class CardWords(PictureChoiceWords):
    """A card to sort; alt only when the card has a picture."""


class WholeFeedback(Value):
    """Feedback on an answer as a whole."""

    right: str
    again: str
