"""What the lesson page's script may send: small, strict, and nothing that a database cannot store."""

from typing import Annotated, TypeVar

from flask import request
from flask_babel import gettext as _
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from quizapp.refusal import Refusal

BODY_BYTES = 8 * 1024

AttemptId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
Uuid = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
RawChoice = Id | Annotated[list[Id], Field(max_length=40)] | Annotated[dict[Id, Id], Field(max_length=40)]


class Body(BaseModel):
    """The body of a request."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class AnswerBody(Body):
    """An answer; without an attempt it is a visitor's, marked and forgotten."""

    attempt: AttemptId | None
    uuid: Uuid
    question: Id
    choice: RawChoice


class ReachBody(Body):
    attempt: AttemptId
    step: Id


class FinishBody(Body):
    attempt: AttemptId


class PrivateBody(Body):
    """A private choice says nothing of who made it."""

    question: Id
    choice: RawChoice


B = TypeVar("B", bound=Body)


def read_body(model: type[B]) -> B:
    """The request's body. Raises Refusal unless it has this very shape."""
    request.max_content_length = BODY_BYTES
    try:
        return model.model_validate_json(request.get_data(cache=False))
    except ValidationError as error:
        message = _("Something in this page did not arrive as it should. Go back and try again.")
        raise Refusal(400, message) from error
