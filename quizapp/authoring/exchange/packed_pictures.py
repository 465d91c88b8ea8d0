"""The pictures of a package: kept only as they come out of their own pixels, with who made them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from quizapp.authoring.exchange import toml_files
from quizapp.authoring.exchange.refused import FileRefused
from quizapp.lessons.media import LICENCES, media_id
from quizapp.lessons.problems import Problem
from quizapp.lessons.rebuilding import PictureRefused, Rebuilt, rebuilt

CREDITS = "media/credits.toml"
# An SVG is named here so that it is refused as a picture, in the words for pictures.
PICTURE_FILE = re.compile(r"media/([a-z][a-z0-9_-]{0,59})\.(png|jpe?g|webp|svg)")
MOST_PICTURES = 40
LONGEST_CREDIT = 120
CREDIT = ("title", "made_by", "licence")


@dataclass(frozen=True)
class NewPicture:
    """named: what the package calls it; id: what it is called here, by its bytes."""

    named: str
    id: str
    picture: Rebuilt
    title: str
    made_by: str
    licence: str


def credits_file(credits: Mapping[str, Mapping[str, str]]) -> bytes:
    """Who made which picture, by id."""
    return toml_files.written({name: {one: credits[name][one] for one in CREDIT} for name in sorted(credits)})


def read_pictures(
    files: Mapping[str, bytes], kept: Callable[[str], bytes | None]
) -> tuple[list[NewPicture], list[Problem]]:
    """Every picture made anew, and what is wrong with those that can't be taken.

    kept: the picture we have ourselves under an id; the very same one is left alone.
    """
    found = [(match[1], name) for name in files if (match := PICTURE_FILE.fullmatch(name))]
    named = {picture: name for picture, name in found if kept(picture) != files[name]}
    count = len(found)
    if count > MOST_PICTURES:
        return [], [Problem("too_many_files", "media", parameters={"most": MOST_PICTURES})]
    problems = [Problem("name_twice", "media", parameters={"name": ""})] if count > len(dict(found)) else []
    credits, unread = _credits(files) if named else ({}, [])
    problems += unread
    pictures: list[NewPicture] = []
    for name, file in named.items():
        wrong = [] if unread else _credit_problems(name, credits.get(name))
        try:
            picture = rebuilt(files[file])
        except PictureRefused as refused:
            wrong.append(Problem(refused.code, file))
        problems += wrong
        if not wrong and not unread:
            credit = credits[name]
            pictures.append(
                NewPicture(name, media_id(picture.data), picture, *(credit[one].strip() for one in CREDIT))
            )
    return pictures, problems


def _credits(files: Mapping[str, bytes]) -> tuple[dict[str, Any], list[Problem]]:
    try:
        return toml_files.read(files.get(CREDITS, b""), CREDITS), []
    except FileRefused as refused:
        return {}, refused.problems


def _credit_problems(name: str, credit: Any) -> list[Problem]:
    """Whoever sees a picture must be able to see who made it."""
    if not isinstance(credit, dict):
        return [Problem("no_credit", CREDITS, name)]
    said = [credit.get(one) for one in CREDIT]
    fit = all(
        isinstance(one, str) and one.strip() and len(one) <= LONGEST_CREDIT and one.isprintable()
        for one in said
    )
    if not fit or credit["licence"] not in LICENCES or set(credit) != set(CREDIT):
        return [Problem("no_credit", CREDITS, name)]
    return []
