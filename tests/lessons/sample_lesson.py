"""A small lesson with every kind of step and question, and ways to spoil it."""

import shutil
from pathlib import Path

from quizapp.lessons.document import Lesson
from quizapp.lessons.package import read_package
from quizapp.lessons.problems import PackageProblems, Problem

FOLDER = Path(__file__).parent / "sample"


def sample_lesson() -> Lesson:
    return read_package(FOLDER)


def copy_to(folder: Path) -> Path:
    """A copy of the package below a folder."""
    return Path(shutil.copytree(FOLDER, folder / "sample"))


def rewrite(package: Path, file: str, old: str, new: str) -> None:
    text = (package / file).read_text("utf-8")
    assert old in text, f"{file} doesn't contain {old}"
    (package / file).write_text(text.replace(old, new, 1), "utf-8")


def problems_of(package: Path) -> list[Problem]:
    try:
        read_package(package)
    except PackageProblems as refused:
        return refused.problems
    return []
