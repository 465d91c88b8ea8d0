"""Things that tell or ask something: a screen, a paper, a clock, a sign."""

from __future__ import annotations

from .furniture import lines, plant, room
from .objects import still
from .people import avatar
from .shapes import (
    AMBER,
    BARK,
    BLUE,
    CORAL,
    CREAM,
    GREEN,
    GREY,
    INK,
    LILAC,
    MINT,
    NAVY,
    PEACH,
    PLUM,
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


def computer() -> str:
    screen = (
        rect(64, 22, 192, 122, NAVY, 10)
        + rect(72, 30, 176, 104, "#E8F3F4", 4)
        + rect(140, 144, 40, 16, STONE)
        + rect(112, 158, 96, 7, STONE, 3)
    )
    game = (
        rect(72, 30, 62, 104, "#BFE0C8", 4)
        + path("M72 134V110Q92 92 134 108V134Z", GREEN)
        + star(102, 62, 20, AMBER)
        + rect(88, 90, 26, 10, WOOD, 2)
    )
    left = (
        rect(160, 42, 70, 24, WHITE, 8)
        + lines(168, 49, (52, 34), GREY, 8)
        + group(148, 56, 0.24, avatar(0, 0))
    )
    right = rect(144, 74, 76, 20, "#F7D9A0", 8) + lines(152, 82, (56,), "#CFA866") + circle(234, 84, 8, CORAL)
    dots = (
        rect(160, 104, 44, 20, WHITE, 8)
        + "".join(circle(x, 114, 3, STONE) for x in (172, 182, 192))
        + group(148, 114, 0.24, avatar(0, 0))
    )
    desk = rect(0, 164, 320, 40, WOOD) + rect(0, 164, 320, 6, "#DDAA77")
    keys = rect(96, 176, 110, 14, WHITE, 5) + lines(104, 180, (94, 80), GREY, 5) + oval(232, 184, 9, 6, WHITE)
    return scene(
        rect(0, 0, 320, 164, LILAC), screen, game, left, right, dots, desk, keys, plant(288, 166, 0.8)
    )


def poster_wall() -> str:
    sheets = (
        rect(40, 26, 74, 92, WHITE, 4)
        + heart(77, 66, 44, CORAL)
        + lines(54, 96, (46, 34))
        + rect(126, 20, 78, 104, SKY, 4)
        + circle(165, 58, 24, AMBER)
        + stroke("M153 60l8 9 17-19", WHITE, 6)
        + lines(142, 96, (46, 32, 40), WHITE, 9)
        + rect(216, 28, 70, 88, MINT, 4)
        + star(251, 64, 44, GREEN)
        + lines(230, 94, (42, 28), WHITE)
    )
    pins = "".join(circle(x, y, 4, BARK) for x, y in ((77, 30), (165, 24), (251, 32)))
    return scene(room(CREAM, SAND), sheets, pins, plant(34, 176, 0.9), plant(288, 176, 0.9))


def job_advert() -> str:
    tabs = "".join(
        rect(109 + i * 15, 144, 12, 24, CREAM, 1) + rect(113 + i * 15, 148, 4, 15, GREY)
        for i in range(7)
        if i != 2
    )
    sheet = (
        rect(106, 30, 108, 116, CREAM, 3)
        + rect(118, 44, 84, 34, "#FBE0A8", 4)
        + star(140, 61, 20, AMBER)
        + lines(158, 54, (34, 26), "#D9A84E")
        + lines(118, 90, (84, 70, 80, 50), GREY, 11)
    )
    others = (
        rect(38, 44, 52, 60, SKY, 3)
        + lines(46, 56, (36, 28, 32), WHITE)
        + rect(230, 52, 52, 66, MINT, 3)
        + lines(238, 64, (36, 26, 32), WHITE)
    )
    return scene(
        rect(0, 0, 320, 200, "#E9D2AC"),
        rect(12, 12, 296, 176, WOOD, 8),
        rect(20, 20, 280, 160, "#DDB583", 4),
        others,
        tabs,
        sheet,
        circle(160, 34, 5, TEAL),
        circle(64, 48, 4, TEAL),
        circle(256, 56, 4, TEAL),
    )


def letter() -> str:
    envelope = rect(88, 84, 144, 84, CREAM, 8) + path(
        "M88 92L160 142L232 92V160A8 8 0 0 1 224 168H96A8 8 0 0 1 88 160Z", "#F4E2C2"
    )
    sheet = rect(104, 38, 112, 96, WHITE, 4) + lines(118, 54, (84, 68, 78), GREY, 12)
    front = path("M88 164L146 124Q160 114 174 124L232 164A8 8 0 0 1 224 170H96A8 8 0 0 1 88 164Z", SAND)
    return still(
        MINT,
        "#E4F2E6",
        envelope,
        sheet,
        path("M88 92L146 132 88 170ZM232 92L174 132 232 170Z", "#F4E2C2"),
        front,
        heart(160, 136, 24, CORAL),
    )


def question_mark() -> str:
    mark = stroke("M132 82Q132 52 160 52T188 80Q188 100 160 110V122", WHITE, 16)
    bubble = path(
        "M160 26C220 26 246 56 246 92S216 156 168 158L136 182 140 156C98 150 74 124 74 92S100 26 160 26Z",
        TEAL,
    )
    return scene(rect(0, 0, 320, 200, PEACH), bubble, mark, circle(160, 142, 9, WHITE))


def clock_hurry() -> str:
    bells = circle(116, 52, 17, CORAL) + circle(204, 52, 17, CORAL) + stroke("M160 38V28M148 26H172", BARK, 6)
    legs = stroke("M118 158L108 172M202 158L212 172", BARK, 8)
    dial = (
        circle(160, 108, 62, CORAL)
        + circle(160, 108, 50, WHITE)
        + stroke("M160 108V74M160 108L184 120", INK, 6)
        + circle(160, 108, 6, INK)
    )
    ticks = stroke("M160 64V68M160 148V152M116 108H120M200 108H204", GREY, 5)
    rush = stroke("M66 82H40M60 108H26M66 134H40M254 82H280M260 108H294M254 134H280", AMBER, 7)
    return scene(rect(0, 0, 320, 200, CREAM), rush, legs, bells, dial, ticks)


def id_card() -> str:
    card = rect(70, 48, 180, 108, WHITE, 12) + path("M70 60Q70 48 82 48H238Q250 48 250 60V70H70Z", TEAL)
    photo = (
        rect(86, 82, 56, 60, SKY, 6)
        + path("M92 142Q92 122 114 122T136 142Z", PLUM)
        + circle(114, 106, 15, "#EDBE98")
        + path("M98 106C96 84 132 84 130 106C126 98 104 98 98 106Z", "#7A4A2B")
    )
    return still(
        PEACH,
        "#FFF2E2",
        card,
        photo,
        lines(156, 86, (76, 54, 68), GREY, 16),
        rect(156, 134, 40, 8, "#F0C983", 4),
    )


def camera() -> str:
    body = (
        rect(84, 68, 152, 94, PLUM, 14)
        + path("M130 70L140 50H180L190 70Z", PLUM)
        + rect(84, 92, 152, 44, "#77589A")
    )
    lens = (
        circle(160, 114, 38, WHITE)
        + circle(160, 114, 30, NAVY)
        + circle(160, 114, 19, BLUE)
        + circle(152, 106, 6, SKY)
    )
    return still(
        MINT,
        "#E4F2E6",
        oval(160, 168, 84, 6, "#B6D8BE"),
        rect(100, 58, 22, 12, BARK, 4),
        body,
        lens,
        rect(204, 76, 20, 10, AMBER, 4),
    )


def hand(thumb_up: bool, skin: str, sleeve: str) -> str:
    """A fist with its thumb up or down, about (0, 0)."""
    fist = (
        rect(-26, -14, 48, 14, skin, 7)
        + rect(-26, -3, 50, 14, skin, 7)
        + rect(-26, 8, 48, 14, skin, 7)
        + rect(-26, 19, 42, 14, skin, 7)
    )
    parts = (
        rect(-30, -14, 34, 47, skin, 12)
        + fist
        + path("M-14-6Q-10-24-8-44Q-4-56 6-50Q12-44 8-30L4-6Z", skin)
        + rect(-54, -16, 26, 50, sleeve, 6)
    )
    return parts if thumb_up else f'<g transform="scale(1 -1)">{parts}</g>'


def thumbs_choice() -> str:
    return scene(
        rect(0, 0, 160, 200, MINT),
        rect(160, 0, 160, 200, PEACH),
        circle(80, 100, 62, "#E4F2E6"),
        circle(240, 100, 62, "#FFF2E2"),
        group(88, 106, 1.05, hand(True, "#DBA27A", TEAL)),
        group(248, 94, 1.05, hand(False, "#DBA27A", PLUM)),
    )


def messages() -> dict[str, str]:
    """Picture id to SVG."""
    drawn = (
        computer,
        poster_wall,
        job_advert,
        letter,
        question_mark,
        clock_hurry,
        id_card,
        camera,
        thumbs_choice,
    )
    return {draw.__name__: draw() for draw in drawn}
