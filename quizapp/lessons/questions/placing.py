"""Questions in which every thing gets a place: match and buckets."""

from collections.abc import Sequence

from quizapp.lessons.questions.choosing import normalise_one
from quizapp.lessons.questions.question import BadChoice


def normalise_places(things: Sequence[str], places: Sequence[str], raw: object) -> dict[str, str]:
    """Every thing with its place, in the order of the things. Raises BadChoice."""
    if not isinstance(raw, dict) or set(raw) != set(things):
        raise BadChoice
    return {thing: normalise_one(places, raw[thing]) for thing in things}
