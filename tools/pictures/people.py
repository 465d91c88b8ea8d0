"""The cast: one way to draw a person, and who is who."""

from __future__ import annotations

from dataclasses import dataclass

from .faces import face
from .hair import BACKS, FRONTS
from .shapes import (
    AMBER,
    BLUE,
    CORAL,
    GREEN,
    INK,
    LEAF,
    NAVY,
    PLUM,
    ROSE,
    TEAL,
    WHITE,
    circle,
    dots,
    group,
    oval,
    path,
    rect,
    ring,
    stroke,
)

FAIR, WARM, TAN, BROWN = "#F8D5B8", "#EDBE98", "#DBA27A", "#B87F58"
SIZES = {"child": (20, 34, 1.0), "teen": (32, 42, 0.96), "adult": (42, 52, 0.92)}  # legs, trunk, head


@dataclass(frozen=True)
class Look:
    """How one person looks. Skin and hair are spread over the cast so that they tell nothing of a people."""

    skin: str
    hair: str
    style: str
    top: str
    bottom: str = NAVY
    age: str = "child"
    extras: tuple[str, ...] = ()


CAST = {
    "mila": Look(WARM, "#7A4A2B", "braids", CORAL, BLUE),
    "besa": Look(TAN, "#4A3328", "curly", AMBER, TEAL),
    "viktor": Look(TAN, "#3B2A24", "swept", GREEN, NAVY),
    "driton": Look(FAIR, "#B5652F", "messy", BLUE, "#6E5A4B", extras=("freckles",)),
    "elena": Look(BROWN, "#38261F", "long", PLUM, NAVY, "teen"),
    "amir": Look(FAIR, "#5A3B28", "crop", LEAF, "#5A6472", "teen"),
    "ana": Look(WARM, "#8A5A36", "bun", TEAL, NAVY, "adult"),
    "grandma": Look(FAIR, "#CFC9C6", "bun", "#B56B86", "#6F5A78", "adult", ("glasses", "shawl")),
    "neighbour": Look(TAN, "#9A948E", "swept", "#7C9A5E", "#6E5A4B", "adult", ("moustache",)),
    "lawyer": Look(TAN, "#4A2F25", "bob", "#4D5F86", "#3F4A66", "adult", ("blazer",)),
    "child": Look(WARM, "#5B3A29", "fringe", AMBER, TEAL),
    "other": Look(BROWN, "#2F2320", "short", CORAL, NAVY),
    "helper": Look(BROWN, "#32241F", "tail", CORAL, NAVY, "adult"),
}


def head(look: Look, mood: str, gaze: float = 0) -> str:
    """A head of radius 24 about the origin."""
    parts = [dots([(-23, 4), (23, 4)], 5, look.skin), circle(0, 0, 24, look.skin)]
    parts += [FRONTS[look.style](look.hair), face(mood, gaze)]
    if "freckles" in look.extras:
        parts.append(dots([(-13, 6), (-10, 8), (10, 8), (13, 6)], 1, "#CF8F63"))
    if "moustache" in look.extras:
        parts.append(path("M-10 12Q-5 5 0 8Q5 5 10 12Q4 13 0 11Q-4 13-10 12Z", look.hair))
    if "glasses" in look.extras:
        parts += [
            ring(-9 + gaze, 2, 7, "#7A5A6E", 2),
            ring(9 + gaze, 2, 7, "#7A5A6E", 2),
            stroke(f"M{gaze - 2} 2h4", "#7A5A6E", 2),
        ]
    return "".join(parts)


def collar(look: Look, y: float) -> str:
    """What is worn over the top, below the chin at height y."""
    if "blazer" in look.extras:
        return path(f"M-8 {y}L0 {y + 24}L8 {y}Z", WHITE) + stroke(f"M-9 {y}L0 {y + 25}L9 {y}", "#37466B", 3)
    if "shawl" in look.extras:
        return path(f"M-17 {y}L0 {y + 24}L17 {y}Z", ROSE)
    return path(f"M-7 {y}Q0 {y + 8} 7 {y}Z", look.skin)


def arm(look: Look, side: int, shoulder: float, hand: tuple[float, float]) -> str:
    x, y = hand
    bend = (side * 15 + x) / 2 + side * 7
    line = f"M{side * 14} {shoulder + 6}Q{bend:g} {(shoulder + y) / 2 + 8:g} {x:g} {y:g}"
    return stroke(line, look.top, 10) + circle(x, y, 5.5, look.skin)


def person(
    name: str,
    x: float,
    y: float,
    scale: float = 1,
    mood: str = "happy",
    gaze: float = 0,
    left: tuple[float, float] = (-21, -24),
    right: tuple[float, float] = (21, -24),
) -> str:
    """Somebody standing with the feet at (x, y); hands are placed relative to a child's feet."""
    look = CAST[name]
    legs, trunk, size = SIZES[look.age]
    waist, shoulder = -legs, -legs - trunk
    rise = legs - 20 + (trunk - 34) / 2
    hands = [(-1, (left[0], left[1] - rise)), (1, (right[0], right[1] - rise))]
    parts = [group(0, shoulder - 19, size, BACKS[look.style](look.hair))] if look.style in BACKS else []
    parts += [stroke(f"M-8 {waist}V-5M8 {waist}V-5", look.bottom, 11), stroke("M-13-3.5h8M5-3.5h8", INK, 7)]
    parts.append(
        path(
            f"M-11 {shoulder}H11Q18 {shoulder} 19 {shoulder + 12}L20 {waist}Q20 {waist + 5} 15 {waist + 5}"
            f"H-15Q-20 {waist + 5}-20 {waist}L-19 {shoulder + 12}Q-18 {shoulder}-11 {shoulder}Z",
            look.top,
        )
    )
    parts.append(collar(look, shoulder))
    parts += [arm(look, side, shoulder, hand) for side, hand in hands]
    parts.append(group(0, shoulder - 19, size, head(look, mood, gaze)))
    return group(x, y, scale, *parts)


def bust(name: str, mood: str = "happy", gaze: float = 0) -> str:
    """Head and shoulders for a round portrait of 100 by 100."""
    look = CAST[name]
    shoulders = path("M-40 64V50Q-38 31-14 29H14Q38 31 40 50V64Z", look.top)
    neck = path("M-8 16H8V30Q0 37-8 30Z", look.skin)
    back = BACKS[look.style](look.hair) if look.style in BACKS else ""
    return group(50, 49, 1.16, back, shoulders, neck, collar(look, 29), head(look, mood, gaze))


def leo_head(mood: str = "happy", gaze: float = 0) -> str:
    """Leo, the hedgehog child: prickles around a pale face; radius as for people."""
    prickles = (
        "M0-34L6-28 15-31 18-23 27-23 26-14 34-9 29-1 34 8 27 13 27 22 18 22 10 28Q0 31-10 28L-18 22"
        "-27 22-27 13-34 8-29-1-34-9-26-14-27-23-18-23-15-31-6-28Z"
    )
    parts = [
        path(prickles, "#8B5E3F"),
        dots([(-19, -8), (19, -8)], 6, "#B98458"),
        path("M-22 6C-22-12-12-12-6-10Q0-8 6-10C12-12 22-12 22 6C22 20 12 26 0 26S-22 20-22 6Z", "#F5DDB9"),
        face(mood, gaze, mouth_y=4),
        oval(gaze, 8, 4.5, 3.4, INK),
    ]
    return "".join(parts)


def leo(x: float, y: float, scale: float = 1, mood: str = "happy", gaze: float = 0) -> str:
    """Leo standing with the feet at (x, y)."""
    body = [
        oval(-8, -3, 8, 5, "#B98458"),
        oval(8, -3, 8, 5, "#B98458"),
        path("M-22-6C-26-50 26-50 22-6Z", "#8B5E3F"),
        oval(0, -20, 15, 17, "#F5DDB9"),
        stroke("M-15-30L-24-18M15-30L24-18", "#B98458", 8),
        group(0, -58, 1, leo_head(mood, gaze)),
        path("M-14-33Q0-26 14-33V-27Q0-20-14-27Z", TEAL),
        path("M6-26L12-12 4-12 1-25Z", TEAL),
    ]
    return group(x, y, scale, *body)


def avatar(x: float, y: float, scale: float = 1) -> str:
    """Somebody known only from a game: a plain figure without a face, friendly in shape."""
    return group(
        x,
        y,
        scale,
        path("M-36 50Q-36 20 0 20T36 50Z", "#8F9BA8"),
        circle(0, -6, 23, "#BCC4CC"),
        stroke("M-24-6A24 24 0 0 1 24-6", "#6F7C8A", 5),
        rect(-30, -12, 9, 18, "#6F7C8A", 4),
        rect(21, -12, 9, 18, "#6F7C8A", 4),
    )
