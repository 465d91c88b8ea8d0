"""The pictures pupils are known by: an animal with a thing, and three pictures as a secret."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from quizapp.languages import alphabetical

Words = Mapping[str, str]  # by language
Secret = tuple[str, str, str]

_DATA = tomllib.loads((Path(__file__).parent / "names.toml").read_text("utf-8"))
ANIMALS: Mapping[str, Words] = _DATA["animals"]
THINGS: Mapping[str, Words] = _DATA["things"]
SECRETS: Mapping[str, Words] = _DATA["secrets"]


class UnknownPicture(ValueError):
    """No such animal, thing or secret picture."""


class Name(NamedTuple):
    """A pupil's name as ids."""

    animal: str
    thing: str

    @property
    def id(self) -> str:
        """The name in a form or an address, such as "fox-scarf"."""
        return f"{self.animal}-{self.thing}"


def read_name(text: str) -> Name:
    """The name that "fox-scarf" stands for. Raises UnknownPicture."""
    animal, _, thing = text.partition("-")
    if animal not in ANIMALS or thing not in THINGS:
        raise UnknownPicture
    return Name(animal, thing)


def read_secret(ids: Sequence[str]) -> Secret:
    """Three secret pictures in order. Raises UnknownPicture."""
    if len(ids) != 3 or any(id not in SECRETS for id in ids):
        raise UnknownPicture
    return (ids[0], ids[1], ids[2])


def animal_name(animal: str, thing: str, language: str) -> str:
    """A pupil's name in words: the two parts need no agreement, in any of the languages."""
    return f"{ANIMALS[animal][language]} {THINGS[thing][language]}"


def name_order(animal: str, thing: str, language: str) -> list[tuple[int, str]]:
    """What to sort pupils by: their names in the alphabet of a language."""
    return alphabetical(animal_name(animal, thing, language), language)
