"""Every "no" of this room as a status and a sentence a child understands."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask_babel import gettext as _

from quizapp.accounts.codes import CodeRefused
from quizapp.accounts.joining import TicketUsed
from quizapp.accounts.names import UnknownPicture
from quizapp.learning.at_work import AnotherPupil
from quizapp.learning.documents import NoSuchRevision
from quizapp.learning.marking import UnknownQuestion
from quizapp.learning.playing import AlreadyAnswered, AnotherClass, Closed, UnknownStep
from quizapp.lessons.questions.question import BadChoice
from quizapp.refusal import Refusal

STATUS: dict[type[Exception], int] = {
    CodeRefused: 410,
    TicketUsed: 409,
    UnknownPicture: 400,
    AnotherPupil: 409,
    NoSuchRevision: 404,
    UnknownQuestion: 404,
    UnknownStep: 404,
    BadChoice: 400,
    AlreadyAnswered: 409,
    AnotherClass: 404,
    Closed: 410,
}


@contextmanager
def refusing() -> Iterator[None]:
    """Turn the rules' errors into refusals."""
    try:
        yield
    except tuple(STATUS) as error:
        raise Refusal(STATUS[type(error)], sentence(type(error))) from error


def sentence(error: type[Exception]) -> str:
    """What to tell a child. Short, calm, no blame."""
    # Translators: all of these are for children.
    return {
        CodeRefused: _("The door to the class is closed now. Enter the code once more, or ask your teacher."),
        TicketUsed: _("Somebody already went in from here. Enter the code once more."),
        UnknownPicture: _("There is no such picture. Go back and choose again."),
        AnotherPupil: _("Now another pupil is using this device. Enter the code once more."),
        NoSuchRevision: _("There is no such lesson here."),
        UnknownQuestion: _("This lesson has no such question."),
        UnknownStep: _("This lesson has no such step."),
        BadChoice: _("This answer cannot be chosen here. Choose again."),
        AlreadyAnswered: _("You answered this one before. Your first answer counts."),
        AnotherClass: _("Your class does not have this lesson."),
        Closed: _("This lesson is closed now. Ask your teacher."),
    }[error]
