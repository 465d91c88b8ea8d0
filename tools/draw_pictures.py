"""Draws the product's own pictures into quizapp/static/pictures: python tools/draw_pictures.py"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from pictures.cast import portraits
from pictures.feelings import feelings
from pictures.icons import icons
from pictures.messages import messages
from pictures.objects import backpack_icon, objects
from pictures.outside import outside
from pictures.rooms import rooms
from pictures.together import together
from pictures.town import town
from pictures.ways import ways

FOLDER = Path(__file__).parent.parent / "quizapp" / "static" / "pictures"
LARGEST = 6000  # bytes: a lesson page loads several over a school's line


def write(folder: Path, drawings: dict[str, str]) -> None:
    """One file a picture; refuses a picture that grew too heavy."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, svg in drawings.items():
        if len(svg.encode()) > LARGEST:
            raise SystemExit(f"{name}: {len(svg.encode())} bytes, more than {LARGEST}")
        (folder / f"{name}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    write(FOLDER / "cast", portraits())
    write(FOLDER / "scenes", rooms() | outside() | town() | objects() | messages() | together() | feelings())
    write(FOLDER / "icons", icons())
    write(FOLDER / "ways", ways())
    write(FOLDER, {"icon": backpack_icon()})
