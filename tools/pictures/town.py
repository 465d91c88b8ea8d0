"""Streets and the market, without people: who speaks is shown beside the picture."""

from __future__ import annotations

from .furniture import (
    bench,
    block,
    cloud,
    house,
    lines,
    outdoors,
    tree,
)
from .shapes import (
    AMBER,
    BARK,
    BLUE,
    CORAL,
    CREAM,
    GREY,
    INK,
    LEAF,
    LILAC,
    NAVY,
    PEACH,
    PLUM,
    ROSE,
    SKY,
    STONE,
    TEAL,
    WHITE,
    WOOD,
    circle,
    path,
    rect,
    scene,
)


def market() -> str:
    def stall(x: float, colour: str) -> str:
        stripes = "".join(
            path(
                f"M{x + i * 24} 62H{x + 24 + i * 24}V86A12 12 0 0 1 {x + i * 24} 86Z",
                colour if i % 2 == 0 else WHITE,
            )
            for i in range(5)
        )
        return (
            rect(x + 4, 62, 5, 90, BARK)
            + rect(x + 111, 62, 5, 90, BARK)
            + stripes
            + rect(x, 128, 120, 40, WOOD, 4)
        )

    def heap(x: float, colour: str) -> str:
        return "".join(
            circle(x + dx, 124 - dy, 7, colour) for dx, dy in ((0, 0), (13, 0), (26, 0), (7, 10), (20, 10))
        )

    back = (
        block(8, 150, 74, 104, ROSE)
        + block(92, 150, 60, 86, CREAM)
        + block(170, 150, 70, 112, LILAC)
        + block(248, 150, 64, 92, PEACH)
    )
    return scene(
        rect(0, 0, 320, 200, SKY),
        cloud(160, 24),
        back,
        rect(0, 148, 320, 60, "#E9D7B8"),
        stall(22, TEAL),
        stall(178, CORAL),
        heap(36, CORAL),
        heap(84, LEAF),
        heap(192, AMBER),
        heap(240, PLUM),
    )


def street() -> str:
    stripes = "".join(rect(x, 166, 14, 34, WHITE) for x in range(128, 206, 26))
    return scene(
        rect(0, 0, 320, 200, SKY),
        cloud(180, 26),
        block(6, 150, 78, 118, PEACH),
        house(122, 150, 0.95, CREAM, TEAL),
        block(168, 150, 70, 96, ROSE),
        house(278, 150, 0.9, CREAM, CORAL),
        rect(0, 148, 320, 16, "#DCCFBD"),
        rect(0, 162, 320, 40, "#A9A7A6"),
        stripes,
        tree(92, 156, 0.62),
        tree(240, 156, 0.6),
    )


def bus_stop() -> str:
    shelter = (
        rect(96, 66, 6, 96, NAVY)
        + rect(216, 66, 6, 96, NAVY)
        + rect(86, 58, 146, 10, TEAL, 4)
        + rect(102, 74, 114, 60, "#E3F3F6")
        + rect(112, 82, 30, 40, WHITE, 2)
        + lines(116, 88, (22, 16, 20), GREY)
    )
    sign = (
        rect(258, 74, 5, 90, STONE)
        + rect(244, 52, 34, 30, BLUE, 6)
        + rect(251, 60, 20, 12, WHITE, 3)
        + circle(256, 74, 2.5, WHITE)
        + circle(266, 74, 2.5, WHITE)
    )
    return scene(
        outdoors(),
        rect(0, 156, 320, 14, "#DCCFBD"),
        rect(0, 168, 320, 40, "#A9A7A6"),
        rect(20, 184, 50, 4, WHITE),
        rect(120, 184, 50, 4, WHITE),
        rect(220, 184, 50, 4, WHITE),
        tree(40, 156),
        shelter,
        bench(124, 160, 70),
        sign,
    )


def bus() -> str:
    panes = "".join(rect(x, 66, 40, 34, "#E3F3F6", 5) for x in (54, 100, 146, 192))
    wheels = "".join(circle(x, 150, 17, INK) + circle(x, 150, 7, GREY) for x in (92, 222))
    return scene(
        outdoors(height=136),
        rect(0, 146, 320, 60, "#A9A7A6"),
        rect(30, 178, 60, 4, WHITE),
        rect(140, 178, 60, 4, WHITE),
        rect(250, 178, 60, 4, WHITE),
        rect(38, 50, 244, 98, AMBER, 16),
        panes,
        rect(240, 66, 30, 66, "#E3F3F6", 5),
        rect(38, 114, 196, 8, TEAL),
        circle(276, 138, 5, CREAM),
        wheels,
    )


def traffic_lights() -> str:
    light = (
        rect(236, 60, 6, 86, STONE)
        + rect(226, 28, 26, 66, NAVY, 8)
        + circle(239, 42, 7, "#8A5A5A")
        + circle(239, 61, 7, "#8A7A5A")
        + circle(239, 80, 7, LEAF)
    )
    car = path("M40 150V132Q40 126 48 126L60 108H108L124 126H134Q142 126 142 134V150Z", BLUE) + path(
        "M64 112H82V126H56ZM88 112H105L115 126H88Z", "#E3F3F6"
    )
    wheels = (
        circle(64, 152, 11, INK)
        + circle(118, 152, 11, INK)
        + circle(64, 152, 4, GREY)
        + circle(118, 152, 4, GREY)
    )
    return scene(
        rect(0, 0, 320, 200, SKY),
        cloud(190, 28),
        block(10, 132, 80, 100, ROSE),
        block(100, 132, 64, 76, CREAM),
        block(260, 132, 56, 108, LILAC),
        rect(0, 128, 320, 24, "#DCCFBD"),
        rect(0, 146, 320, 60, "#A9A7A6"),
        car,
        wheels,
        *(rect(160, y, 60, 8, WHITE) for y in (152, 168, 184)),
        tree(186, 136, 0.5),
        light,
    )


def town() -> dict[str, str]:
    """Picture id to SVG."""
    drawn = (market, street, bus_stop, bus, traffic_lights)
    return {draw.__name__: draw() for draw in drawn}
