"""Small SVG pieces and the one palette all drawings share: flat, warm, without outlines."""

from __future__ import annotations

CREAM, PEACH, SAND = "#FFF4E3", "#FFE3CA", "#F0D3A8"
CORAL, ROSE, AMBER = "#EE8A73", "#F3B9AE", "#F4BE5E"
LEAF, GREEN, MINT = "#8CC084", "#4F9A78", "#CFE8D5"
TEAL, SKY, BLUE, NAVY = "#3C9A9B", "#C9E8F0", "#5B8FC7", "#3B4A6B"
PLUM, LILAC = "#8A6BA8", "#E0D4EE"
WOOD, BARK = "#CB935F", "#9A6644"
INK, WHITE, GREY, STONE = "#3A2E39", "#FFFDF8", "#CFCAC2", "#A8A29A"


def number(value: float) -> str:
    """The shortest text for a coordinate, to one decimal."""
    return f"{value:.1f}".rstrip("0").rstrip(".").replace("-0.", "-.") if value % 1 else str(int(value))


def element(name: str, **attributes: float | str | None) -> str:
    """One empty element; `stroke_width=2` becomes stroke-width="2"; None and 0, the default, are left out."""
    texts = (
        (key, number(value) if isinstance(value, (int, float)) else value)
        for key, value in attributes.items()
        if value
    )
    return f"<{name} " + " ".join(f'{key.replace("_", "-")}="{text}"' for key, text in texts) + "/>"


def rect(x: float, y: float, w: float, h: float, fill: str, r: float | None = None) -> str:
    return element("rect", x=x, y=y, width=w, height=h, rx=r, fill=fill)


def circle(x: float, y: float, r: float, fill: str) -> str:
    return element("circle", cx=x, cy=y, r=r, fill=fill)


def oval(x: float, y: float, rx: float, ry: float, fill: str) -> str:
    return element("ellipse", cx=x, cy=y, rx=rx, ry=ry, fill=fill)


def path(d: str, fill: str) -> str:
    return element("path", d=d, fill=fill)


def stroke(d: str, colour: str, width: float) -> str:
    return element("path", d=d, fill="none", stroke=colour, stroke_width=width)


def dots(places: list[tuple[float, float]], r: float, colour: str) -> str:
    """Equal discs in one path: lines of no length with round ends."""
    return stroke("".join(f"M{number(x)} {number(y)}h0" for x, y in places), colour, 2 * r)


def ring(x: float, y: float, r: float, colour: str, width: float) -> str:
    return element("circle", cx=x, cy=y, r=r, fill="none", stroke=colour, stroke_width=width)


def group(x: float, y: float, scale: float, *parts: str, turn: float = 0) -> str:
    """The parts moved to (x, y), then turned and scaled about that point."""
    move = f"translate({number(x)} {number(y)})" if x or y else ""
    turned = f"rotate({number(turn)})" if turn else ""
    sized = f"scale({scale:.3g})" if scale != 1 else ""
    return f'<g transform="{move}{turned}{sized}">' + "".join(parts) + "</g>"


def mirror(x: float, *parts: str) -> str:
    """The parts flipped left to right about the vertical line x."""
    return f'<g transform="matrix(-1 0 0 1 {number(2 * x)} 0)">' + "".join(parts) + "</g>"


def heart(x: float, y: float, size: float, fill: str) -> str:
    return group(x, y, size / 20, path("M0 9C-16-2-9-12 0-5C9-12 16-2 0 9Z", fill))


def star(x: float, y: float, size: float, fill: str) -> str:
    points = "M0-10 3-3.4 10-2.8 4.8 2 6.4 9.4 0 5.6-6.4 9.4-4.8 2-10-2.8-3-3.4Z"
    return group(x, y, size / 20, element("path", d=points, fill=fill, stroke=fill, stroke_width=2))


ROUND = 'stroke-linecap="round" stroke-linejoin="round"'  # every line ends round: said once, on the root


def scene(*parts: str) -> str:
    """A wide picture with rounded corners: the background is part of it, so any card colour will do."""
    corners = '<clipPath id="c"><rect width="320" height="200" rx="16"/></clipPath>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 200" {ROUND}>{corners}'
        f'<g clip-path="url(#c)">{"".join(parts)}</g></svg>\n'
    )


def portrait(background: str, *parts: str) -> str:
    """A round picture of a head and shoulders."""
    edge = '<clipPath id="c"><circle cx="50" cy="50" r="50"/></clipPath>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" {ROUND}>{edge}<g clip-path="url(#c)">'
        f"{rect(0, 0, 100, 100, background)}{''.join(parts)}</g></svg>\n"
    )
