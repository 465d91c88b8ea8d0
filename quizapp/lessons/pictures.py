"""Where a picture lies: in the lesson's own media first, else among the app's drawings."""

from functools import cache
from pathlib import Path

from quizapp.config import PACKAGE

ENDINGS = (".svg", ".webp", ".png", ".jpg")
DRAWINGS = PACKAGE / "static" / "pictures"
CONTENT = PACKAGE / "content"


def media_file(folder: Path, picture_id: str) -> Path | None:
    """The picture in a package's media, if it has one."""
    files = (folder / "media" / f"{picture_id}{ending}" for ending in ENDINGS)
    return next((file for file in files if file.is_file()), None)


@cache
def drawing(picture_id: str) -> str | None:
    """The path below the static root of one of the app's drawings."""
    for folder in ("scenes", "cast", "things", "animals"):
        if (DRAWINGS / folder / f"{picture_id}.svg").is_file():
            return f"pictures/{folder}/{picture_id}.svg"
    return None


def static_path(lesson_id: str, picture_id: str) -> str:
    """The path below the static root of a bundled lesson's picture, whether or not it exists."""
    own = media_file(CONTENT / lesson_id, picture_id)
    if own:
        return f"lessons/{lesson_id}/media/{own.name}"
    return drawing(picture_id) or f"pictures/scenes/{picture_id}.svg"
