"""The two ways into a class: for the first time, and again."""

from __future__ import annotations

from .people import leo
from .shapes import (
    AMBER,
    BARK,
    CORAL,
    CREAM,
    GREEN,
    LILAC,
    MINT,
    SAND,
    SKY,
    TEAL,
    WHITE,
    WOOD,
    circle,
    group,
    heart,
    oval,
    path,
    rect,
    scene,
    star,
    stroke,
)


def first_time() -> str:
    """An open door, and Leo who beckons."""
    door = (
        rect(150, 22, 104, 152, WOOD, 6)
        + rect(158, 30, 88, 144, CREAM, 3)
        + path("M246 30L290 44V184L246 174Z", TEAL)
        + circle(282, 116, 4.5, AMBER)
    )
    return scene(
        rect(0, 0, 320, 200, MINT),
        rect(0, 170, 320, 30, SAND),
        door,
        path("M158 174H246L214 200H96Z", CREAM),
        star(202, 92, 58, AMBER),
        leo(86, 184, 1.5, "happy", 3),
    )


def here_before() -> str:
    """Leo with the three pictures that he remembers."""
    moon = path("M8-14A16 16 0 1 0 12 12A13 13 0 0 1 8-14Z", AMBER)
    tree = rect(-3, 4, 6, 14, BARK, 2) + circle(0, -4, 12, GREEN)
    car = path("M-16 6V-1H-9L-5-9H6L11-1H16V6Z", CORAL) + circle(-8, 7, 4, BARK) + circle(8, 7, 4, BARK)
    places = ((176, 52, moon), (232, 52, tree), (204, 108, car))
    cards = "".join(
        rect(x - 25, y - 25, 50, 50, WHITE, 10) + group(x, y, 1.15, drawing) for x, y, drawing in places
    )
    thought = oval(204, 80, 88, 72, SKY) + circle(124, 124, 9, SKY) + circle(112, 138, 5, SKY)
    return scene(
        rect(0, 0, 320, 200, LILAC),
        rect(0, 174, 320, 26, SAND),
        thought,
        cards,
        heart(258, 110, 20, CORAL),
        stroke("M20 174H300", SAND, 4),
        leo(74, 186, 1.5, "happy", 4),
    )


def ways() -> dict[str, str]:
    """Picture id to SVG."""
    return {draw.__name__: draw() for draw in (first_time, here_before)}
