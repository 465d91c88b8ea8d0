"""The ground all parts of a lesson document stand on: strict, frozen values and their ids."""

from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

LANGUAGES = ("mk", "sq")

T = TypeVar("T")
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
PictureId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]*$", max_length=60)]
# TOML and JSON know lists only; in a frozen value they become tuples.
Listed = Annotated[tuple[T, ...], Field(strict=False)]


class Value(BaseModel):
    """A part of a lesson: nothing unknown in it, no silent conversion, never changed."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)
