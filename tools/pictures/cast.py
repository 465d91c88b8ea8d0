"""Round portraits of everyone who speaks in a lesson."""

from __future__ import annotations

from .people import avatar, bust, leo_head
from .shapes import LILAC, MINT, PEACH, SKY, group, portrait

BACKGROUNDS = {
    "mila": SKY,
    "besa": LILAC,
    "viktor": PEACH,
    "driton": MINT,
    "elena": PEACH,
    "amir": LILAC,
    "ana": PEACH,
    "grandma": SKY,
    "neighbour": PEACH,
    "lawyer": MINT,
}
MOODS = {"ana": "listen", "grandma": "listen", "neighbour": "listen", "lawyer": "listen"}


def portraits() -> dict[str, str]:
    """Picture id to SVG."""
    drawn = {
        name: portrait(colour, bust(name, MOODS.get(name, "happy"))) for name, colour in BACKGROUNDS.items()
    }
    drawn["leo"] = portrait(MINT, group(50, 53, 1.18, leo_head()))
    drawn["online"] = portrait("#E4E7EA", avatar(50, 54, 1.05))
    return drawn
