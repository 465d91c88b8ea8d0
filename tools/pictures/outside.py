"""Places in the open air, mostly without people: who speaks is shown beside the picture."""

from __future__ import annotations

from .furniture import (
    bench,
    bush,
    house,
    outdoors,
    plant,
    tree,
)
from .people import person
from .shapes import (
    AMBER,
    BARK,
    CORAL,
    CREAM,
    GREEN,
    INK,
    PEACH,
    ROSE,
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


def before_school(*children: str) -> str:
    """A schoolyard, and who is in it."""
    school = (
        rect(60, 38, 200, 104, CREAM)
        + path("M48 42H272L254 18H66Z", CORAL)
        + circle(160, 44, 11, WHITE)
        + stroke("M160 38v6l4 3", INK, 2)
        + path("M142 142V104A18 18 0 0 1 178 104V142Z", BARK)
    )
    panes = "".join(rect(x, 66, 26, 26, SKY, 2) for x in (72, 106, 188, 222))
    hopscotch = "".join(rect(x, 168, 22, 12, "#F3E3BF", 2) for x in (120, 146, 172, 198))
    return scene(
        outdoors(height=142),
        school,
        panes,
        rect(0, 142, 320, 60, "#E6CFA2"),
        tree(28, 150),
        tree(292, 150, 0.9),
        hopscotch,
        *children,
    )


def schoolyard() -> str:
    return before_school(
        person("mila", 92, 190, 0.72, right=(32, -62)), person("besa", 236, 188, 0.72, left=(-32, -62))
    )


def three_friends() -> str:
    return before_school(
        person("viktor", 104, 190, 0.78, "talk", 3, right=(26, -40)),
        person("driton", 160, 192, 0.78, "listen"),
        person("besa", 216, 190, 0.78, "listen", -3, left=(-26, -40)),
    )


def park() -> str:
    pond = oval(250, 176, 60, 14, "#A9D8E4") + path(
        "M0 200Q90 150 150 148T200 140H216Q170 156 120 200Z", "#EBD3A4"
    )
    slide = stroke("M96 152V96M112 152V96M96 110h16M96 124h16M96 138h16", WOOD, 4) + stroke(
        "M104 96Q140 100 168 150", CORAL, 9
    )
    return scene(
        outdoors(),
        pond,
        tree(36, 148, 1.1),
        tree(276, 142, 1),
        bush(222, 142, 0.7, "#6CAF7C"),
        slide,
        bench(182, 166, 70),
        *(circle(x, y, 3, ROSE) for x, y in ((20, 172), (34, 182), (150, 186), (300, 160))),
    )


def field() -> str:
    rows = "".join(
        stroke(f"M{160 + (x - 160) * 0.25:g} 108L{x} 206", "#6FA765", 5) for x in range(-200, 560, 60)
    )
    leaves = "".join(
        group(x, y, s, oval(-8, -8, 12, 5, GREEN), oval(8, -8, 12, 5, GREEN), oval(0, -16, 5, 11, "#67AE83"))
        for x, y, s in (
            (40, 190, 1.2),
            (110, 196, 1.2),
            (200, 196, 1.2),
            (280, 190, 1.2),
            (84, 158, 0.8),
            (150, 154, 0.8),
            (226, 158, 0.8),
            (16, 150, 0.8),
            (300, 150, 0.8),
        )
    )
    return scene(
        outdoors("#A9CB84", height=106),
        house(264, 112, 0.5),
        tree(60, 112, 0.5),
        tree(88, 110, 0.42),
        rows,
        leaves,
    )


def hotel() -> str:
    front = rect(70, 34, 180, 124, PEACH, 4) + rect(60, 26, 200, 12, CORAL, 4)
    panes = "".join(
        rect(x, y, 26, 24, SKY, 3) + rect(x - 3, y + 24, 32, 4, WHITE, 2)
        for x in (84, 124, 170, 210)
        for y in (48, 86)
    )
    door = (
        rect(138, 118, 44, 40, BARK, 3)
        + rect(142, 122, 17, 36, SKY)
        + rect(161, 122, 17, 36, SKY)
        + path("M126 116H194L202 124H118Z", TEAL)
    )
    stars = star(144, 18, 12, AMBER) + star(160, 16, 14, AMBER) + star(176, 18, 12, AMBER)
    return scene(
        outdoors(),
        front,
        panes,
        door,
        stars,
        rect(0, 156, 320, 50, "#E6D3B1"),
        tree(36, 160, 0.9),
        tree(284, 160, 0.9),
        plant(112, 160, 0.7),
        plant(208, 160, 0.7),
    )


def star_path() -> str:
    road = path(
        "M96 200C150 176 96 160 160 150S214 128 238 118L250 120C234 136 236 148 196 160S210 184 190 200Z",
        "#F0DBAE",
    )
    stars = "".join(
        star(x, y, s, AMBER) for x, y, s in ((142, 188, 24), (150, 164, 19), (198, 146, 15), (230, 130, 12))
    )
    return scene(
        outdoors(),
        road,
        house(254, 124, 0.8),
        tree(52, 150),
        tree(300, 140, 0.6),
        bush(24, 152, 0.7),
        stars,
        heart(254, 44, 14, CORAL),
    )


def outside() -> dict[str, str]:
    """Picture id to SVG."""
    drawn = (schoolyard, three_friends, park, field, hotel, star_path)
    return {draw.__name__: draw() for draw in drawn}
