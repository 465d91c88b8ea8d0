"""The commands of `quizapp`. Each is a line or two around a verb of the house."""

from flask import Flask

from quizapp.config import settings
from quizapp.operations import schema, serving


def init(app: Flask) -> None:
    """Register every command."""
    for command in (migrate, serve):
        app.cli.command()(command)


def migrate() -> None:
    """Bring the database to the newest schema."""
    schema.migrate()


def serve() -> None:
    """Migrate and serve."""
    listener = serving.listen(settings().host, settings().port)
    schema.migrate()
    print(serving.address_for(settings().host, settings().port))
    serving.run_gunicorn(settings(), listener)
