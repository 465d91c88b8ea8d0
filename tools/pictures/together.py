"""People with each other: talking, playing, helping."""

from __future__ import annotations

from .furniture import outdoors, plant, room, shelf, table, tree, window
from .people import CAST, head, leo, person
from .shapes import (
    AMBER,
    BLUE,
    CORAL,
    CREAM,
    GREEN,
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
    group,
    heart,
    oval,
    path,
    rect,
    scene,
    stroke,
)


def talk_with(name: str, colour: str = PEACH) -> str:
    """A child tells, a teacher listens."""
    say = path(
        "M60 34H118A12 12 0 0 1 130 46V66A12 12 0 0 1 118 78H108L112 92 94 78"
        "H60A12 12 0 0 1 48 66V46A12 12 0 0 1 60 34Z",
        WHITE,
    )
    return scene(
        room(colour, SAND),
        window(232, 30, 56, 52),
        plant(292, 168, 1.1),
        say,
        heart(89, 58, 26, CORAL),
        oval(160, 184, 96, 10, ROSE),
        person(name, 118, 184, 1, "talk", 4, right=(24, -46)),
        person("ana", 204, 184, 0.98, "listen", -4, left=(-32, -24)),
    )


def talk_adult() -> str:
    return talk_with("child")


def mila_tells() -> str:
    return talk_with("mila")


def driton_tells() -> str:
    return talk_with("driton", MINT)


def amir_tells() -> str:
    return talk_with("amir", LILAC)


def friends() -> str:
    return scene(
        outdoors(height=132),
        tree(22, 140, 0.9),
        person("mila", 68, 188, 1, left=(-32, -62), gaze=2),
        person("driton", 130, 188, 1, gaze=2),
        person("besa", 192, 188, 1, gaze=-2),
        person("viktor", 254, 188, 1, right=(32, -62), gaze=-2),
    )


def football() -> str:
    goal = stroke("M206 150V74H306V150", WHITE, 6) + stroke(
        "M226 76V148M246 76V148M266 76V148M286 76V148M208 96H304M208 118H304", "#E6F1E6", 1.5
    )
    ball = (
        circle(164, 176, 14, WHITE)
        + path("M164 169L171 174 168 182H160L157 174Z", NAVY)
        + stroke("M164 169V163M171 174L177 172M168 182L172 188M160 182L156 188M157 174L151 172", NAVY, 2)
    )
    return scene(
        outdoors(height=134),
        goal,
        stroke("M0 164H320", "#B9DDB2", 4),
        tree(30, 136, 0.7),
        ball,
        person("driton", 106, 188, 1, gaze=4, left=(-32, -44), right=(30, -52)),
        person("besa", 256, 184, 0.8, gaze=-4, left=(-34, -54), right=(34, -54)),
    )


def phone_call() -> str:
    waves = stroke("M212 72Q220 82 212 92M224 64Q238 82 224 100M236 56Q256 82 236 108", AMBER, 5)
    return scene(
        rect(0, 0, 320, 200, LILAC),
        circle(160, 104, 88, "#EFE7F6"),
        group(0, 0, 1, waves),
        person("elena", 156, 252, 1.75, "talk", 2, right=(25, -68)),
        rect(188, 62, 14, 42, NAVY, 5),
        circle(197, 94, 8.5, CAST["elena"].skin),
    )


def sleeve(x: float, y: float, turn: float, skin: str, colour: str) -> str:
    """A forearm reaching in: the hand at (x, y), the sleeve behind it."""
    fingers = stroke("M-7-8V-20M-2.5-10V-24M2.5-10V-24M7-8V-20", skin, 5.4) + stroke("M9 0L16-9", skin, 6)
    return group(
        x,
        y,
        1.3,
        rect(-8, 0, 16, 40, skin, 6),
        rect(-14, 22, 28, 80, colour, 8),
        rect(-10, -12, 20, 22, skin, 9),
        fingers,
        turn=turn,
    )


def heart_hands() -> str:
    return scene(
        rect(0, 0, 320, 200, PEACH),
        circle(160, 92, 84, "#FFF2E2"),
        heart(160, 74, 86, CORAL),
        sleeve(112, 130, 32, "#B87F58", TEAL),
        sleeve(208, 130, -32, "#F8D5B8", AMBER),
    )


def hands_circle() -> str:
    hands = (
        (92, 100, 90, "#B87F58", TEAL),
        (228, 100, -90, "#F8D5B8", PLUM),
        (124, 52, 145, "#EDBE98", AMBER),
        (196, 52, -145, "#DBA27A", BLUE),
        (124, 148, 35, "#DBA27A", CORAL),
        (196, 148, -35, "#EDBE98", GREEN),
    )
    return scene(
        rect(0, 0, 320, 200, MINT),
        circle(160, 100, 92, "#E4F2E6"),
        *(sleeve(*h) for h in hands),
        heart(160, 102, 30, CORAL),
    )


def helper_desk() -> str:
    desk = rect(90, 128, 176, 64, WOOD, 6) + rect(82, 120, 192, 12, "#DDAA77", 4) + heart(178, 160, 30, CREAM)
    phone = rect(212, 108, 34, 13, TEAL, 5) + stroke("M210 104Q229 92 248 104", TEAL, 7)
    papers = rect(116, 114, 36, 7, WHITE, 2)
    return scene(
        room(MINT, SAND),
        window(20, 30, 56, 52),
        shelf(236, 74, 66),
        person("helper", 178, 189, 0.98, "happy", -3, left=(-36, -42)),
        desk,
        phone,
        papers,
        plant(36, 176, 1.1),
    )


def lawyer_desk() -> str:
    desk = table(76, 136, 176, 56)
    papers = (
        rect(134, 126, 48, 8, WHITE, 2) + rect(138, 121, 42, 6, CREAM, 2) + rect(210, 118, 22, 18, AMBER, 4)
    )
    return scene(
        room("#E7EEF2", SAND),
        shelf(26, 58, 76),
        shelf(26, 96, 76),
        window(232, 26, 62, 56),
        person("lawyer", 204, 192, 0.96, "talk", -4, left=(-34, -38)),
        person("amir", 116, 192, 0.98, "listen", 4, right=(30, -36)),
        desk,
        papers,
        plant(298, 178, 1),
    )


def whisper() -> str:
    left = group(
        116,
        96,
        1.9,
        path("M-40 64V50Q-38 31-14 29H14Q38 31 40 50V64Z", CAST["child"].top),
        head(CAST["child"], "talk", 4),
    )
    right = group(
        212,
        102,
        1.9,
        path("M-40 64V50Q-38 31-14 29H14Q38 31 40 50V64Z", CAST["other"].top),
        head(CAST["other"], "listen", -3),
    )
    palm = stroke("M148 200Q170 170 164 130", CAST["child"].top, 20) + oval(
        164, 122, 10, 17, CAST["child"].skin
    )
    return scene(rect(0, 0, 320, 200, SKY), circle(160, 100, 92, "#DFF2F6"), right, left, palm)


def story_time() -> str:
    return scene(
        room(LILAC, SAND),
        window(24, 30, 58, 52),
        shelf(226, 80, 76),
        oval(160, 182, 110, 12, ROSE),
        person("mila", 112, 182, 1, gaze=3, right=(30, -40)),
        leo(204, 184, 1.25, "happy", -3),
    )


def together() -> dict[str, str]:
    """Picture id to SVG."""
    drawn = (
        talk_adult,
        mila_tells,
        driton_tells,
        amir_tells,
        friends,
        football,
        phone_call,
        heart_hands,
        hands_circle,
        helper_desk,
        lawyer_desk,
        whisper,
        story_time,
    )
    return {draw.__name__: draw() for draw in drawn}
