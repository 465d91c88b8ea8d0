"""The commands of `quizapp`, gathered from the rooms; app.py has the console entry."""

from collections.abc import Callable
from typing import Any

from flask import Flask

from quizapp.accounts.commands import forget, invite, remove_second_step, reset_link
from quizapp.lessons.commands import check_content, import_lessons
from quizapp.operations.commands import backup, demo_code, demonstrate, migrate, purge, restore, serve
from quizapp.operations.readiness import on_ready_database

# These make the database, bring it along, or ask none.
WITHOUT_DATABASE = ("serve", "migrate", "restore", "check-content")
COMMANDS: dict[str, Callable[..., Any]] = {
    "serve": serve,
    "migrate": migrate,
    "invite": invite,
    "reset-link": reset_link,
    "remove-second-step": remove_second_step,
    "forget": forget,
    "import-lessons": import_lessons,
    "check-content": check_content,
    "devdata": demonstrate,
    "demo-code": demo_code,
    "backup": backup,
    "restore": restore,
    "purge": purge,
}


def init(app: Flask) -> None:
    """Register every command."""
    for name, command in COMMANDS.items():
        if name not in WITHOUT_DATABASE:
            command = on_ready_database(command, older_will_do=name == "backup")  # made before a migration
        app.cli.command(name)(command)
