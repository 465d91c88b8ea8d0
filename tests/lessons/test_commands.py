"""The commands tell authors what is wrong, and publish what is right."""

from pathlib import Path

from click import Command
from flask import Flask

from quizapp.db import db
from quizapp.lessons import catalogue
from quizapp.lessons.commands import check_content, import_lessons
from tests.lessons.sample_lesson import FOLDER, copy_to, rewrite


def run(app: Flask, command: object, *arguments: str) -> tuple[int, str]:
    if not isinstance(command, Command):
        command = app.cli.command()(command)
    result = app.test_cli_runner().invoke(command, list(arguments))
    return result.exit_code, result.output


def test_checking_tells_every_problem_with_its_place(app: Flask, tmp_path: Path) -> None:
    package = copy_to(tmp_path)
    rewrite(package, "mk.toml", 'alt = "Кујна"', "")
    rewrite(package, "lesson.toml", "minutes = 10", "minutes = 11")
    code, output = run(app, check_content, str(FOLDER), str(package))
    assert code == 1
    assert "sample/mk.toml: steps.story.alt: " in output
    assert "sample/lesson.toml: guide.timing: " in output


def test_bundled_lessons_are_checked_by_default(app: Flask) -> None:
    code, output = run(app, check_content)
    assert code == 0, output
    assert all(folder.name in output for folder in catalogue.bundled_folders())


def test_importing_publishes_once(app: Flask) -> None:
    for _ in range(2):
        code, output = run(app, import_lessons)
        assert code == 0, output
    db.session.expire_all()
    assert {revision.number for revision in catalogue.published()} == {1}


def test_advice_is_given_on_request_and_refuses_nothing(app: Flask, tmp_path: Path) -> None:
    package = copy_to(tmp_path)
    rewrite(package, "mk.toml", "Денес играме.", "Денес играме шхвк.")
    code, output = run(app, check_content, str(package))
    assert (code, output) == (0, "sample: fine\n")
    code, output = run(app, check_content, "--advice", str(package))
    assert code == 0
    assert "sample/mk.toml: steps.hello.text: " in output
    assert "шхвк" in output
