"""Rooms a story happens in, mostly without people: who speaks is shown beside the picture."""

from __future__ import annotations

from .furniture import (
    bed,
    curtains,
    house,
    plant,
    room,
    shelf,
    table,
    window,
)
from .people import person
from .shapes import (
    AMBER,
    BARK,
    BLUE,
    CORAL,
    CREAM,
    GREEN,
    GREY,
    LEAF,
    LILAC,
    MINT,
    NAVY,
    PEACH,
    PLUM,
    ROSE,
    SAND,
    SKY,
    TEAL,
    WHITE,
    WOOD,
    circle,
    heart,
    oval,
    path,
    rect,
    scene,
    star,
    stroke,
)


def classroom(left: str = "mila", right: str = "driton", size: float = 0.86) -> str:
    board = rect(92, 22, 128, 72, WOOD, 4) + rect(97, 27, 118, 62, "#3F7F6B", 2)
    chalk = stroke("M112 46h34M112 60h22", MINT, 4) + star(186, 56, 26, AMBER)
    desks = table(36, 150, 96, 44) + table(186, 150, 96, 44)
    return scene(
        room(PEACH, SAND),
        window(14, 34, 52, 50),
        board,
        chalk,
        rect(248, 38, 42, 48, WHITE, 3),
        heart(269, 62, 26, CORAL),
        person("ana", 160, 176, 0.92, "listen"),
        person(left, 84, 182, size, gaze=3),
        person(right, 234, 182, size, gaze=-3),
        desks,
        rect(64, 142, 30, 7, BLUE, 2),
        rect(214, 142, 30, 7, CORAL, 2),
    )


def classroom_big() -> str:
    """With the older ones."""
    return classroom("elena", "amir", 0.78)


def kitchen() -> str:
    stove = (
        rect(14, 92, 70, 62, WHITE, 4)
        + rect(22, 112, 54, 34, "#D8E3E6", 4)
        + rect(22, 98, 54, 5, GREY, 2)
        + rect(28, 72, 40, 20, TEAL, 4)
        + rect(22, 76, 52, 4, TEAL, 2)
        + circle(48, 70, 4, BARK)
    )
    cups = (
        circle(160, 126, 14, AMBER)
        + path("M146 128H174Q172 140 160 140T146 128Z", CORAL)
        + circle(154, 120, 6, LEAF)
    )
    jug = path("M196 112H216L220 138H192Z", BLUE) + stroke("M220 118Q230 122 220 130", BLUE, 4)
    cupboard = (
        rect(236, 26, 76, 48, WOOD, 4)
        + rect(240, 30, 32, 40, "#DDAA77", 2)
        + rect(276, 30, 32, 40, "#DDAA77", 2)
    )
    return scene(
        room("#FBEBC8", "#DDBB92"),
        window(112, 32, 84, 58),
        curtains(112, 26, 84, 50, CORAL),
        cupboard,
        stove,
        rect(240, 92, 72, 62, WOOD, 3),
        rect(236, 88, 80, 7, WHITE, 2),
        circle(254, 118, 3, BARK),
        plant(292, 88, 0.62),
        cups,
        jug,
        table(104, 138, 132, 52),
    )


def living_room() -> str:
    sofa = (
        rect(52, 94, 150, 48, PLUM, 14)
        + rect(42, 116, 26, 44, "#77589A", 10)
        + rect(186, 116, 26, 44, "#77589A", 10)
        + rect(64, 126, 126, 30, "#9D80B8", 8)
        + rect(76, 104, 34, 28, AMBER, 8)
    )
    frames = (
        rect(86, 34, 38, 32, WOOD, 3)
        + rect(90, 38, 30, 24, SKY)
        + path("M90 62L102 46 112 62Z", GREEN)
        + rect(136, 40, 30, 26, BARK, 3)
        + rect(140, 44, 22, 18, PEACH)
        + heart(151, 53, 13, CORAL)
    )
    light = rect(262, 62, 5, 94, BARK) + path("M240 64H290L278 30H252Z", AMBER) + oval(265, 157, 18, 4, BARK)
    return scene(
        room(MINT, SAND),
        frames,
        shelf(216, 44, 0),
        light,
        sofa,
        oval(130, 180, 110, 14, "#E3B796"),
        plant(24, 156, 1.1),
    )


def bedroom_phone() -> str:
    phone = rect(232, 108, 19, 32, NAVY, 4) + rect(234, 112, 15, 22, SKY, 1) + circle(241.5, 121, 4, CORAL)
    lamp_ = path("M272 112L288 112 283 98H277Z", AMBER) + stroke("M280 112V138M272 138H288", BARK, 4)
    return scene(
        room(LILAC, "#E4C9A5"),
        window(130, 30, 64, 54),
        curtains(130, 24, 64, 70, BLUE),
        star(50, 40, 18, AMBER),
        star(78, 58, 12, WHITE),
        star(30, 66, 10, WHITE),
        shelf(216, 66, 84),
        bed(16, 158),
        oval(150, 182, 70, 10, ROSE),
        phone,
        lamp_,
        table(206, 138, 104, 42),
    )


def rights_wall() -> str:
    papers = (
        (30, 30, CORAL),
        (92, 24, AMBER),
        (154, 32, LEAF),
        (216, 26, SKY),
        (52, 84, LILAC),
        (116, 80, MINT),
        (180, 86, ROSE),
        (240, 80, "#F7E2A4"),
    )
    notes = "".join(rect(x, y, 48, 44, c, 4) + circle(x + 24, y + 5, 3, BARK) for x, y, c in papers)
    signs = (
        house(54, 68, 0.3)
        + heart(116, 50, 22, CREAM)
        + star(178, 56, 24, CREAM)
        + rect(230, 44, 20, 16, BLUE, 2)
        + stroke("M76 100v16M68 108h16", PLUM, 6)
        + oval(140, 104, 12, 10, GREEN)
        + circle(204, 110, 11, CREAM)
        + path("M253 112H275L264 96Z", GREEN)
        + rect(258, 112, 12, 8, BARK)
    )
    return scene(
        room(CREAM, SAND, 162),
        rect(18, 14, 284, 126, WOOD, 6),
        rect(24, 20, 272, 114, "#EBD2AC"),
        notes,
        signs,
        person("besa", 60, 196, 0.6, gaze=3),
        person("amir", 262, 197, 0.62, gaze=-3),
    )


def rooms() -> dict[str, str]:
    """Picture id to SVG."""
    drawn = (classroom, classroom_big, kitchen, living_room, bedroom_phone, rights_wall)
    return {draw.__name__: draw() for draw in drawn}
