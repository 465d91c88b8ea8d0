"""Things to hold or open, each alone on a quiet background."""

from __future__ import annotations

from .furniture import lines
from .shapes import (
    AMBER,
    BARK,
    BLUE,
    CORAL,
    CREAM,
    GREY,
    LEAF,
    LILAC,
    MINT,
    NAVY,
    PEACH,
    PLUM,
    ROSE,
    ROUND,
    SAND,
    SKY,
    STONE,
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


def still(background: str, spot: str, *parts: str) -> str:
    """A plain background with a soft round spot behind the thing."""
    return scene(rect(0, 0, 320, 200, background), circle(160, 100, 84, spot), *parts)


def cake() -> str:
    candles = "".join(
        rect(x, 70, 6, 24, c, 2) + path(f"M{x + 3} 56Q{x + 10} 66 {x + 3} 69Q{x - 4} 66 {x + 3} 56Z", AMBER)
        for x, c in ((130, TEAL), (157, CORAL), (184, PLUM))
    )
    layers = (
        rect(104, 114, 112, 44, "#F6E0B8", 8)
        + rect(118, 92, 84, 30, CREAM, 8)
        + path(
            "M104 122A8 8 0 0 1 112 112H208A8 8 0 0 1 216 122V128Q208 140 198 128 186 142 174 128"
            " 160 142 148 128 136 142 124 128 112 140 104 128Z",
            ROSE,
        )
        + "".join(circle(x, 148, 4, TEAL) for x in (122, 147, 172, 197))
    )
    plate = oval(160, 160, 74, 8, WHITE)
    drapes = (
        path("M0 0H84Q92 90 44 130Q60 170 52 200H0Z", PLUM)
        + path("M320 0H236Q228 90 276 130Q260 170 268 200H320Z", PLUM)
        + stroke(
            "M26 8Q40 80 14 122M54 8Q62 80 30 126M294 8Q280 80 306 122M266 8Q258 80 290 126", "#77589A", 4
        )
        + rect(2, 124, 48, 10, AMBER, 5)
        + rect(270, 124, 48, 10, AMBER, 5)
    )
    return scene(
        rect(0, 0, 320, 200, PEACH),
        "".join(
            circle(x, y, 4, c)
            for x, y, c in (
                (110, 40, CORAL),
                (150, 28, TEAL),
                (196, 36, AMBER),
                (224, 62, LEAF),
                (98, 74, BLUE),
            )
        ),
        rect(0, 162, 320, 40, WOOD),
        plate,
        candles,
        layers,
        drapes,
    )


def coin() -> str:
    money = (
        oval(118, 134, 34, 11, "#C98F35") + oval(118, 129, 34, 11, AMBER) + oval(118, 129, 24, 7, "#E0A544")
    )
    sweet = (
        path("M186 122L166 110V140ZM230 122L250 110V140Z", ROSE)
        + oval(208, 124, 28, 17, CORAL)
        + stroke("M196 112Q204 124 196 137M212 108Q220 124 212 140", WHITE, 4)
    )
    return scene(
        rect(0, 0, 320, 200, MINT),
        circle(160, 96, 84, "#E4F2E6"),
        rect(0, 132, 320, 70, WOOD),
        rect(0, 132, 320, 6, "#DDAA77"),
        group(-52, -12, 1.3, money, sweet),
    )


def gift() -> str:
    box = rect(104, 88, 112, 80, TEAL, 6) + rect(96, 74, 128, 24, "#52B0AE", 6) + rect(150, 74, 20, 94, AMBER)
    bow = path(
        "M160 74C116 74 112 40 134 40 150 40 158 60 160 74Z"
        "M160 74C204 74 208 40 186 40 170 40 162 60 160 74Z",
        AMBER,
    ) + circle(160, 72, 9, "#E2A545")
    return still(PEACH, "#FFF0DF", oval(160, 170, 80, 7, SAND), box, bow)


def secret_box() -> str:
    chest = path("M92 98V84Q92 56 124 56H196Q228 56 228 84V98Z", "#B87C4C") + rect(92, 96, 136, 66, WOOD, 6)
    bands = rect(112, 57, 10, 105, BARK) + rect(198, 57, 10, 105, BARK) + rect(92, 92, 136, 8, BARK)
    clasp = (
        rect(144, 86, 32, 36, AMBER, 8) + circle(160, 100, 6, BARK) + path("M157 102H163L165 114H155Z", BARK)
    )
    return still(LILAC, "#EFE7F6", oval(160, 164, 86, 7, "#CBBBDD"), chest, bands, clasp)


def suitcase() -> str:
    case = (
        rect(92, 74, 136, 92, BLUE, 12) + rect(112, 74, 10, 92, "#48759F") + rect(198, 74, 10, 92, "#48759F")
    )
    handle = stroke("M138 74V58Q138 50 146 50H174Q182 50 182 58V74", NAVY, 8)
    tag = (
        stroke("M178 60Q208 60 214 84", BARK, 3)
        + rect(204, 84, 22, 30, CREAM, 4)
        + lines(208, 94, (14, 10), GREY, 8)
    )
    return still(
        SKY,
        "#DFF2F6",
        oval(160, 170, 84, 7, "#A6D2DF"),
        handle,
        case,
        circle(160, 116, 16, AMBER),
        star(160, 116, 18, WHITE),
        tag,
        rect(104, 164, 18, 8, NAVY, 3),
        rect(198, 164, 18, 8, NAVY, 3),
    )


def backpack_parts() -> str:
    """The product's sign, drawn about (0, 0), some 130 high."""
    straps = stroke("M-20-54Q-20-70 0-70T20-54", "#2D7879", 9)
    sides = rect(-56, 2, 24, 48, "#2D7879", 10) + rect(32, 2, 24, 48, "#2D7879", 10)
    body = path("M-44 60V-20Q-44-58 0-58T44-20V60Q44 66 38 66H-38Q-44 66-44 60Z", TEAL)
    flap = path("M-36-14Q-34-46 0-46T36-14Q36-8 30-8H-30Q-36-8-36-14Z", "#57B3B0")
    pocket = (
        rect(-32, 8, 64, 44, AMBER, 10) + rect(-32, 20, 64, 5, "#DDA040") + rect(-5, 16, 10, 16, CREAM, 4)
    )
    return straps + sides + body + flap + pocket + heart(0, -26, 20, CREAM)


def backpack() -> str:
    return still(PEACH, "#FFF2E2", oval(160, 172, 64, 6, SAND), group(160, 106, 1, backpack_parts()))


def backpack_icon() -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" {ROUND}>'
        f"{rect(0, 0, 100, 100, '#FFF0DC', 22)}"
        f"{group(50, 50.5, 0.63, backpack_parts())}</svg>\n"
    )


def lock() -> str:
    body = rect(110, 92, 100, 76, AMBER, 14) + rect(110, 92, 100, 12, "#F8D48C", 6)
    hole = circle(160, 124, 11, BARK) + path("M155 128H165L168 148H152Z", BARK)
    return still(
        SKY,
        "#DFF2F6",
        oval(160, 172, 66, 6, "#A6D2DF"),
        stroke("M128 92V68Q128 38 160 38T192 68V92", STONE, 14),
        body,
        hole,
    )


def objects() -> dict[str, str]:
    """Picture id to SVG."""
    drawn = (cake, coin, gift, secret_box, suitcase, backpack, lock)
    return {draw.__name__: draw() for draw in drawn}
