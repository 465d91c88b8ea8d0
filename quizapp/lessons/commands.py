"""Commands for lessons: check packages, publish the bundled ones."""

from pathlib import Path

import click

from quizapp.db import db
from quizapp.lessons import catalogue
from quizapp.lessons.package import advice_on, read_package
from quizapp.lessons.problems import PackageProblems
from quizapp.lessons.wording import line


@click.argument("folders", nargs=-1, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--advice", is_flag=True, help="Say also what only asks for a reason: length, spelling, tone.")
def check_content(folders: tuple[Path, ...], advice: bool) -> None:
    """Say everything that is wrong with lesson packages (the bundled ones if none is named)."""
    wrong = []
    for folder in folders or catalogue.bundled_folders():
        if not _is_fine(folder):
            wrong.append(folder)
        for warning in advice_on(folder) if advice else ():
            click.echo(f"{folder.name}/{line(warning)}")
    if wrong:
        raise click.ClickException(f"Not fit to be published: {', '.join(folder.name for folder in wrong)}.")


def _is_fine(folder: Path) -> bool:
    try:
        read_package(folder)
    except PackageProblems as refused:
        for problem in refused.problems:
            click.echo(f"{folder.name}/{line(problem)}")
        return False
    click.echo(f"{folder.name}: fine")
    return True


def import_lessons() -> None:
    """Publish every bundled lesson that says something new."""
    try:
        revisions = catalogue.import_bundled()
    except PackageProblems as refused:
        raise click.ClickException("\n".join(line(problem) for problem in refused.problems)) from refused
    for revision in revisions:
        click.echo(f"{revision.lesson_id}: revision {revision.number}")
    db.session.commit()
