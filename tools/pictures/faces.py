"""Faces: a handful of moods, none of them crying."""

from __future__ import annotations

from .shapes import INK, dots, oval, path, stroke

LIPS, CHEEK = "#8F4A45", "#EE9C868C"

EYES = {"calm": "closed", "listen": "open"}
BROWS = {
    "worried": "M-14-5L-6-9M14-5L6-9",
    "sad": "M-14-6L-6-9M14-6L6-9",
    "angry": "M-14-10L-5-5M14-10L5-5",
    "surprised": "M-13-7Q-9-10-5-7M13-7Q9-10 5-7",
    "think": "M-13-8Q-9-10-5-8M13-10Q9-13 5-11",
}


def mouth(mood: str, y: float) -> str:
    """The mouth about height y; open when happy or speaking."""
    lines = {
        "calm": f"M-7 {y}Q0 {y + 6} 7 {y}",
        "listen": f"M-5 {y + 1}Q0 {y + 5} 5 {y + 1}",
        "worried": f"M-6 {y + 4}Q-3 {y} 0 {y + 3}T6 {y + 3}",
        "sad": f"M-6 {y + 5}Q0 {y - 1} 6 {y + 5}",
        "angry": f"M-6 {y + 4}Q0 {y + 1} 6 {y + 4}",
        "think": f"M-3 {y + 3}H6",
    }
    if mood in lines:
        return stroke(lines[mood], LIPS, 2.4)
    if mood == "surprised":
        return oval(0, y + 3, 4, 5, LIPS)
    if mood == "talk":
        return oval(0, y + 2, 5, 3.6, LIPS)
    return path(f"M-8 {y - 1}Q0 {y + 1} 8 {y - 1}Q7 {y + 8} 0 {y + 8}T-8 {y - 1}Z", LIPS)


def face(mood: str, gaze: float = 0, mouth_y: float = 10) -> str:
    """Eyes, cheeks and mouth; `gaze` moves them to the side somebody looks to."""
    if EYES.get(mood) == "closed":
        eyes = stroke("M-13 1Q-9 5-5 1M5 1Q9 5 13 1", INK, 2.4)
    else:
        eyes = stroke("M-9 1v2M9 1v2", INK, 5.4)
    brows = stroke(BROWS[mood], INK, 2) if mood in BROWS else ""
    cheeks = dots([(-15, 9), (15, 9)], 4, CHEEK)
    lips = mouth(mood, mouth_y if mouth_y == 10 else mouth_y + 10)
    inner = cheeks + eyes + brows + lips
    return f'<g transform="translate({gaze:g} 0)">{inner}</g>' if gaze else inner
