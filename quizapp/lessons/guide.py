"""The teacher's guide that stands beside a lesson."""

from quizapp.lessons.shape import Id, Listed, Value

LESSON_MINUTES = 40


class Slot(Value):
    """A part of the lesson hour."""

    id: Id
    minutes: int


class Guide(Value):
    timing: Listed[Slot]
    discuss: Listed[Id]
    avoid: Listed[Id]


class GuideWords(Value):
    """The guide in one language; before: what to do before the lesson."""

    goal: str
    before: str
    disclosure: str
    timing: dict[str, str]
    discuss: dict[str, str]
    avoid: dict[str, str]
