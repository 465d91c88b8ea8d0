"""The pictures a lesson can show: the app's own by what they show, and uploaded ones."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from quizapp.lessons.media import all_uploaded
from quizapp.lessons.models import Media
from quizapp.lessons.searching import fold, words_of

UPLOADED = "uploaded"


@dataclass(frozen=True)
class Choice:
    """A picture to choose: what it shows, by language; an uploaded one has one title for all."""

    id: str
    names: Mapping[str, str]
    media: Media | None = None

    @property
    def words(self) -> str:
        """What it is found by."""
        return fold(" ".join([self.id, *self.names.values()]))


Shelves = Mapping[str, Sequence[Choice]]


def picture_shelves() -> Shelves:
    """Every picture by group: the uploaded ones first, then scenes, people, things and animals."""
    uploaded = [_uploaded(media) for media in all_uploaded()]
    return {UPLOADED: uploaded, **drawings()} if uploaded else drawings()


def matching(shelves: Shelves, question: str) -> Shelves:
    """Only what has all the words of a question in its name, in any language."""
    wanted = words_of(question)
    found = {
        group: [one for one in choices if all(word in one.words for word in wanted)]
        for group, choices in shelves.items()
    }
    return {group: choices for group, choices in found.items() if choices}


@cache
def drawings() -> Shelves:
    """The app's own pictures."""
    file = Path(__file__).parent / "pictures.toml"
    return {
        group: [Choice(id, words) for id, words in pictures.items()]
        for group, pictures in tomllib.loads(file.read_text("utf-8")).items()
    }


@cache
def _drawn() -> Mapping[str, Choice]:
    return {one.id: one for choices in drawings().values() for one in choices}


def suggested_alt(picture_id: str) -> Mapping[str, str]:
    """What a drawing shows, by language: a beginning for its alternative text. Empty for other pictures."""
    choice = _drawn().get(picture_id)
    return choice.names if choice else {}


def _uploaded(media: Media) -> Choice:
    return Choice(media.id, dict.fromkeys(("mk", "sq", "en"), media.title), media)
