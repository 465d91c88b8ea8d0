"""Hair for a head of radius 24 about the origin: a part behind the head and a part in front."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, radians, sin

from .shapes import AMBER, circle, dots, path, rect, stroke

SWEPT = "M-25 2C-29-34 28-36 25 2C23-9 13-12 6-17C-4-10-18-11-25 2Z"
PARTED = "M-25 5C-29-34 29-34 25 5C24-8 12-12 0-18C-12-12-24-8-25 5Z"
FRINGE = "M-25 4C-29-34 29-34 25 4C24-3 22-7 19-10Q0-5-19-10C-22-7-24-3-25 4Z"
CLOSE = "M-24-1C-26-33 26-33 24-1C20-13 10-15 0-15S-20-13-24-1Z"


def shape(d: str) -> Callable[[str], str]:
    return lambda colour: path(d, colour)


def curls(first: int, last: int, radius: float, size: float) -> Callable[[str], str]:
    """Round curls along the head from one angle to another (0 is right, -90 is up)."""
    places = [(radius * cos(radians(a)), radius * sin(radians(a))) for a in range(first, last + 1, 30)]
    return lambda colour: dots(places, size, colour)


def braids(colour: str) -> str:
    ties = dots([(-27, 27), (27, 27)], 4, AMBER)
    return stroke("M-22 4Q-30 14-27 38M22 4Q30 14 27 38", colour, 10) + ties


def messy(colour: str) -> str:
    return path(
        "M-25 2C-29-20-22-28-17-27L-13-33-6-29 0-35 6-29 14-32 16-26C24-24 28-14 25 2C22-6 19-9 15-11"
        "L9-8 4-12-3-8-9-12-15-8C-20-8-24-3-25 2Z",
        colour,
    )


BACKS: dict[str, Callable[[str], str]] = {
    "braids": braids,
    "curly": curls(-210, 30, 23, 11),
    "long": lambda colour: rect(-28, -22, 56, 66, colour, 24),
    "bob": lambda colour: rect(-28, -25, 56, 52, colour, 22),
    "bun": lambda colour: circle(0, -28, 11, colour),
    "tail": lambda colour: path("M14-20C40-26 42 14 30 30C28 14 24 0 14-6Z", colour),
}
FRONTS: dict[str, Callable[[str], str]] = {
    "braids": shape(PARTED),
    "curly": curls(-160, -20, 22, 7),
    "swept": shape(SWEPT),
    "messy": messy,
    "long": shape(PARTED),
    "crop": lambda colour: path(CLOSE, colour) + curls(-180, 0, 21, 6.5)(colour),
    "bun": shape(SWEPT),
    "bob": shape(SWEPT),
    "tail": shape(SWEPT),
    "fringe": shape(FRINGE),
    "short": shape(CLOSE),
}
