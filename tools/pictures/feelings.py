"""One child's face in several moods, and Leo's; worried or sad, but never crying."""

from __future__ import annotations

from .people import CAST, head, leo_head
from .shapes import LILAC, MINT, PEACH, ROSE, SKY, circle, group, path, rect, scene

BACKGROUNDS = {
    "worried": LILAC,
    "calm": MINT,
    "happy": PEACH,
    "sad": SKY,
    "angry": ROSE,
    "surprised": "#FBEBC8",
}


def feeling(mood: str) -> str:
    """The child's head and shoulders, large."""
    child = CAST["child"]
    shoulders = path("M-40 64V50Q-38 31-14 29H14Q38 31 40 50V64Z", child.top) + path(
        "M-8 16H8V30Q0 37-8 30Z", child.skin
    )
    return scene(
        rect(0, 0, 320, 200, BACKGROUNDS[mood]),
        circle(160, 100, 88, "#FFFFFF66"),
        group(160, 88, 2.3, shoulders, head(child, mood)),
    )


def leo_feeling(mood: str) -> str:
    """Leo's head, large."""
    return scene(
        rect(0, 0, 320, 200, BACKGROUNDS[mood]),
        circle(160, 100, 88, "#FFFFFF66"),
        group(160, 104, 2.3, leo_head(mood)),
    )


def feelings() -> dict[str, str]:
    """Picture id to SVG."""
    return {mood: feeling(mood) for mood in BACKGROUNDS} | {
        f"leo_{mood}": leo_feeling(mood) for mood in BACKGROUNDS
    }
