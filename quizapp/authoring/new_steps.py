"""What a step is when it has just been added: empty, but of the right shape."""

from quizapp.lessons.kinds import KINDS, read_question
from quizapp.lessons.steps import (
    Bubble,
    DecisionStep,
    PictureStep,
    QuestionStep,
    SceneStep,
    Step,
    Way,
    read_step,
)

ANY_PICTURE = "question_mark"
FIRST_SPEAKER = "mila"


def new_step(step_id: str, kind: str, question_kind: str | None, following: str) -> Step:
    """A step of a kind; following: the step that comes next. Raises KeyError for an unknown kind."""
    if kind == "question":
        return QuestionStep(
            id=step_id, kind="question", question=read_question(KINDS[question_kind or ""].editing.start())
        )
    if kind == "picture":
        return PictureStep(id=step_id, kind="picture", picture=ANY_PICTURE)
    if kind == "scene":
        return SceneStep(id=step_id, kind="scene", bubbles=(Bubble(id="b1", speaker=FIRST_SPEAKER),))
    if kind == "decision":
        ways = (Way(id="c1", goto=following), Way(id="c2", goto=following))
        return DecisionStep(id=step_id, kind="decision", choices=ways)
    return read_step({"id": step_id, "kind": kind})
