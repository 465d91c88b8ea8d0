"""Commands for whoever runs the server."""

from pathlib import Path

import click

from quizapp import devdata
from quizapp.config import ConfigError, settings
from quizapp.db import db
from quizapp.lessons.problems import PackageProblems
from quizapp.operations import backup as backups
from quizapp.operations import purging, schema, serving, starting
from quizapp.operations.refused import BackupRefused

_file = click.argument("file", type=click.Path(dir_okay=False, path_type=Path))


@click.option("--demo", is_flag=True, help="Make a demonstration school and print its sign-ins.")
def serve(demo: bool) -> None:
    """Prepare the database and serve at HOST and PORT."""
    config = settings()
    try:
        listener = serving.listen(config.host, config.port)
        starting.prepare()
    except ConfigError as error:
        raise click.ClickException(str(error)) from error
    except PackageProblems as error:
        raise click.ClickException("A bundled lesson is broken; see: quizapp check-content") from error
    click.echo(f"\nquizapp: {serving.address_for(config.host, config.port)}")
    for line in starting.demonstration(config) if demo else ():
        click.echo(f"  {line}")
    click.echo("Stop with Ctrl+C.\n")
    db.engine.dispose()
    serving.run_gunicorn(config, listener)


def demonstrate() -> None:
    """Make the demonstration school, unless it is there, and print its sign-ins."""
    for line in starting.demonstration(settings()):
        click.echo(line)


def demo_code() -> None:
    """Print the present codes of the demonstration staff, for who has no app on a telephone."""
    for step in devdata.steps():
        click.echo(f"{step.sign_in.email}  code: {step.code}  key for an app: {step.key}")


def migrate() -> None:
    """Bring the database to the newest schema."""
    schema.migrate()


@_file
def backup(file: Path) -> None:
    """Write a verified copy of the database to a new FILE; the server may go on meanwhile."""
    try:
        backups.backup(settings(), file)
    except BackupRefused as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{file} is a verified backup. Guard it, and the data folder's secret_key, well.")


@_file
@click.confirmation_option(prompt="Replace everything in the database by this backup?")
def restore(file: Path) -> None:
    """Replace the database by the backup in FILE, or change nothing; everybody is signed out."""
    try:
        backups.restore(settings(), file)
    except BackupRefused as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"Restored from {file}.")


def purge() -> None:
    """Delete what has outlived its purpose: sessions, links, limits, pupils of past school years."""
    for what, count in purging.purge().items():
        click.echo(f"{what}: {count}")
    db.session.commit()
