"""Copies of a PostgreSQL database by PostgreSQL's own programs, which must be as new as the server."""

import os
import shutil
import subprocess
from pathlib import Path

from sqlalchemy import URL, inspect, make_url, text

from quizapp.config import Config
from quizapp.db import db
from quizapp.operations.refused import BackupRefused

OWN_FUNCTIONS = """
    SELECT oid::regprocedure::text FROM pg_proc
    WHERE pronamespace = current_schema()::regnamespace
    AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')
"""


def save(config: Config, copy: Path) -> None:
    """Write the database as of now to the new file `copy`."""
    _run(config, "pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={copy}")


def version(config: Config, copy: Path) -> str | None:
    """The schema version of a sound copy. Raises BackupRefused."""
    _run(config, "pg_restore", "--file=/dev/null", str(copy))
    script = _run(config, "pg_restore", "--data-only", "--table=alembic_version", "--file=-", str(copy))
    lines = script.splitlines()
    start = next((number for number, line in enumerate(lines) if line.startswith("COPY ")), None)
    return lines[start + 1] if start is not None and lines[start + 1] != "\\." else None


def load(config: Config, copy: Path) -> None:
    """Put a copy in the place of the database, in one transaction."""
    script = copy.with_name(f"{copy.name}.sql")
    script.touch(0o600)
    try:
        _run(config, "pg_restore", "--no-owner", "--no-privileges", f"--file={script}", str(copy))
        _run(
            config,
            "psql",
            "--no-psqlrc",
            "--quiet",
            "--single-transaction",
            "--set=ON_ERROR_STOP=1",
            f"--command={_drop_everything()}",
            f"--file={script}",
        )
    finally:
        script.unlink()


def _drop_everything() -> str:
    """What the copy is going to make again: the tables, and the functions that guard them."""
    tables = ", ".join(f'"{name}"' for name in inspect(db.engine).get_table_names())
    functions = ", ".join(db.session.scalars(text(OWN_FUNCTIONS)))
    return "; ".join(
        [
            f"DROP TABLE {tables} CASCADE" if tables else "SELECT 1",
            f"DROP FUNCTION {functions} CASCADE" if functions else "SELECT 1",
        ]
    )


def _run(config: Config, program: str, *arguments: str) -> str:
    if shutil.which(program) is None:
        raise BackupRefused(f"{program} is missing. Type: sudo apt-get install postgresql-client")
    url = make_url(config.database_url)
    where = [] if program == "pg_restore" else [f"--dbname={_without_password(url)}"]
    answer = subprocess.run(
        [program, *where, *arguments],
        env=os.environ | ({"PGPASSWORD": url.password} if url.password else {}),
        capture_output=True,
        text=True,
        check=False,
    )
    if answer.returncode:
        raise BackupRefused(f"{program} refused: {' '.join(answer.stderr.split())}")
    return answer.stdout


def _without_password(url: URL) -> str:
    # Arguments are for everybody's eyes; the password goes through the environment.
    plain = URL.create("postgresql", url.username, None, url.host, url.port, url.database, url.query)
    return plain.render_as_string(hide_password=False)
