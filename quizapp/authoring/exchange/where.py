"""Where a text stands in a lesson, in words that a translator understands."""

from quizapp.authoring import naming
from quizapp.authoring.exchange.source import Source

QUOTED = 60  # signs of a choice that stand beside the place of its feedback


def where(source: Source, key: str, language: str) -> str:
    """Such as: Step 3, Choice 2: feedback (Topka). language: that of what is quoted."""
    place = naming.place_name(source.structure, key)
    if not key.endswith(".feedback"):
        return place
    chosen = source.text(language, key.removesuffix("feedback") + "text")
    return f"{place} ({chosen[:QUOTED]})" if chosen else place
