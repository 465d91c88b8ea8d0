"""A package: a folder that holds one lesson, read whole or refused with everything that is wrong with it."""

from pathlib import Path
from typing import Any

from quizapp.lessons.checking import advice, read_parts
from quizapp.lessons.checks.candidate import STRUCTURE, words_file
from quizapp.lessons.checks.files import read_toml
from quizapp.lessons.document import Lesson
from quizapp.lessons.pictures import drawing, media_file
from quizapp.lessons.problems import PackageProblems, Problem
from quizapp.lessons.shape import LANGUAGES


def read_package(folder: Path) -> Lesson:
    """The lesson in a folder. Raises PackageProblems with everything that is wrong at once."""
    raw, words, problems = parts_of(folder)

    def has_picture(picture: str) -> bool:
        return bool(media_file(folder, picture) or drawing(picture))

    lesson, found = read_parts(folder.absolute().name, raw, words, has_picture)
    if lesson is None or problems:
        raise PackageProblems([*problems, *found])
    return lesson


def advice_on(folder: Path) -> list[Problem]:
    """What asks for a reason in a package, as far as it can be read."""
    raw, words, _ = parts_of(folder)
    return advice(raw, words)


def parts_of(folder: Path) -> tuple[dict[str, Any] | None, dict[str, dict[str, Any]], list[Problem]]:
    """The structure, the words of each language, and what couldn't be read."""
    raw, problems = read_toml(folder, STRUCTURE)
    words: dict[str, dict[str, Any]] = {}
    for language in LANGUAGES:
        read, unread = read_toml(folder, words_file(language))
        problems += unread
        if read is not None:
            words[language] = read
    return raw, words, problems
