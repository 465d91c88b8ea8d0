"""A file that isn't taken in, with everything that is wrong with it."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence

from quizapp.authoring.writing import LONGEST
from quizapp.lessons.problems import Problem

KEPT_PROBLEMS = 200  # nobody reads more, and a hostile file could make millions


class FileRefused(Exception):
    """Nothing of the file is taken. It has one problem at least."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = list(problems[:KEPT_PROBLEMS])


def refuse(code: str, file: str, key: str = "", **parameters: object) -> FileRefused:
    """What to raise where one thing is wrong, and nothing else can be looked at."""
    return FileRefused([Problem(code, file, key, parameters)])


def all_or_nothing(problems: Iterable[Problem]) -> None:
    """Raises FileRefused if there is any problem."""
    if found := list(problems):
        raise FileRefused(found)


def text_problems(text: str, problem: Callable[..., Problem]) -> list[Problem]:
    """What keeps a text from being kept at all; `problem` knows the place."""
    found = []
    if len(text) > LONGEST:
        found.append(problem("text_too_long", most=LONGEST))
    hidden = next(
        (sign for sign in text if unicodedata.category(sign) in ("Cc", "Cs") and sign not in "\n\r\t"), None
    )
    if hidden is not None:
        found.append(problem("control_character", detail=f"U+{ord(hidden):04X}"))
    return found
