"""Simple things a room or a street is made of, placed by their lower left or middle."""

from __future__ import annotations

from .shapes import (
    AMBER,
    BARK,
    BLUE,
    CORAL,
    CREAM,
    GREEN,
    GREY,
    LEAF,
    SAND,
    SKY,
    TEAL,
    WHITE,
    WOOD,
    circle,
    group,
    oval,
    path,
    rect,
    stroke,
)


def room(wall: str, floor: str, height: float = 148) -> str:
    """A wall, a skirting board and a floor."""
    return rect(0, 0, 320, 200, wall) + rect(0, height, 320, 60, floor) + rect(0, height - 5, 320, 5, WHITE)


def outdoors(ground: str = LEAF, sky: str = SKY, height: float = 140) -> str:
    """A sky with two clouds, soft hills and the ground."""
    hills = path(
        f"M0 {height + 5}Q60 {height - 45} 140 {height}T320 {height - 20}V{height + 20}H0Z", "#B4D8AE"
    )
    return (
        rect(0, 0, 320, 200, sky)
        + cloud(52, 36)
        + cloud(236, 26, 0.8)
        + hills
        + rect(0, height, 320, 200 - height, ground)
    )


def cloud(x: float, y: float, scale: float = 1) -> str:
    return group(x, y, scale, path("M-24 8A9 9 0 0 1-20-8A15 15 0 0 1 8-12A11 11 0 0 1 24 8Z", WHITE))


def window(x: float, y: float, w: float = 64, h: float = 56) -> str:
    return (
        rect(x - 4, y - 4, w + 8, h + 8, WHITE, 4)
        + rect(x, y, w, h, SKY)
        + path(f"M{x} {y + h}V{y + h - 12}Q{x + w / 3} {y + h - 26} {x + w} {y + h - 10}V{y + h}Z", LEAF)
        + rect(x + w / 2 - 2, y, 4, h, WHITE)
        + rect(x - 8, y + h + 4, w + 16, 5, GREY, 2)
    )


def curtains(x: float, y: float, w: float, h: float, colour: str) -> str:
    left = path(f"M{x - 8} {y}H{x + 14}Q{x + 10} {y + h * 0.6:g} {x - 8} {y + h}Z", colour)
    right = path(f"M{x + w + 8} {y}H{x + w - 14}Q{x + w - 10} {y + h * 0.6:g} {x + w + 8} {y + h}Z", colour)
    return left + right + rect(x - 14, y - 6, w + 28, 5, BARK, 2)


def table(x: float, y: float, w: float, legs: float = 46) -> str:
    """A table whose top edge is at y."""
    return rect(x + 8, y, 8, legs, BARK) + rect(x + w - 16, y, 8, legs, BARK) + rect(x, y, w, 10, WOOD, 4)


def tree(x: float, y: float, scale: float = 1, leaves: str = GREEN) -> str:
    return group(
        x,
        y,
        scale,
        rect(-6, -40, 12, 40, BARK, 3),
        circle(0, -72, 27, leaves),
        circle(-20, -54, 19, leaves),
        circle(20, -54, 19, leaves),
    )


def bush(x: float, y: float, scale: float = 1, leaves: str = GREEN) -> str:
    return group(x, y, scale, path("M-30 0A15 15 0 0 1-20-22A20 20 0 0 1 18-22A14 14 0 0 1 30 0Z", leaves))


def plant(x: float, y: float, scale: float = 1) -> str:
    return group(
        x,
        y,
        scale,
        stroke("M0-20V-40", GREEN, 3),
        oval(-10, -38, 10, 6, LEAF),
        oval(10, -44, 10, 6, LEAF),
        oval(0, -54, 7, 11, GREEN),
        path("M-13-22H13L9 0H-9Z", CORAL),
    )


def lamp(x: float, y: float) -> str:
    """A lamp hanging from the ceiling."""
    return rect(x - 1, 0, 2, y, BARK) + path(
        f"M{x - 20} {y + 18}Q{x - 18} {y} {x} {y}T{x + 20} {y + 18}Z", AMBER
    )


def house(x: float, y: float, scale: float = 1, wall: str = CREAM, roof: str = CORAL) -> str:
    return group(
        x,
        y,
        scale,
        rect(-32, -48, 64, 48, wall),
        path("M-42-44 0-82 42-44Z", roof),
        path("M-8 0V-24A8 8 0 0 1 8-24V0Z", BARK),
        rect(-26, -36, 13, 14, SKY, 2),
        rect(13, -36, 13, 14, SKY, 2),
    )


def block(x: float, y: float, w: float, h: float, wall: str) -> str:
    """A block of flats with rows of windows, standing on y."""
    panes = "".join(
        rect(x + i, y - j, 12, 14, SKY, 2)
        for i in range(9, int(w) - 15, 22)
        for j in range(34, int(h) - 4, 26)
    )
    return rect(x, y - h, w, h, wall, 3) + panes


def bench(x: float, y: float, w: float = 80) -> str:
    return (
        rect(x + 8, y - 18, 6, 18, BARK)
        + rect(x + w - 14, y - 18, 6, 18, BARK)
        + rect(x, y - 22, w, 7, WOOD, 3)
        + rect(x, y - 40, w, 7, WOOD, 3)
        + rect(x + 12, y - 40, 5, 20, BARK)
        + rect(x + w - 17, y - 40, 5, 20, BARK)
    )


def bed(x: float, y: float) -> str:
    return (
        rect(x, y - 56, 8, 56, BARK, 3)
        + rect(x + 96, y - 40, 8, 40, BARK, 3)
        + rect(x + 6, y - 26, 92, 14, WOOD)
        + rect(x + 8, y - 40, 90, 18, TEAL, 8)
        + rect(x + 10, y - 46, 30, 16, WHITE, 7)
    )


def lines(x: float, y: float, widths: tuple[float, ...], colour: str = GREY, gap: float = 10) -> str:
    """Bars that stand for writing nobody can read."""
    return "".join(rect(x, y + i * gap, w, 4, colour, 2) for i, w in enumerate(widths))


def shelf(x: float, y: float, w: float = 70) -> str:
    """A shelf with books on it."""
    colours = (CORAL, BLUE, AMBER, GREEN, SAND, TEAL)
    books = "".join(
        rect(x + 6 + i * 9, y - 20 - (i * 7) % 9, 8, 20 + (i * 7) % 9, colours[i % 6], 1)
        for i in range(int((w - 12) // 9))
    )
    return books + rect(x, y, w, 5, BARK, 2)
