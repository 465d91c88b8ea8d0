"""Before serving: the schema, what comes bundled, what is outlived, and a school to look around in."""

import os
import sys
from collections.abc import Iterator

from quizapp import clock, devdata
from quizapp.config import Config
from quizapp.db import db
from quizapp.helplines import numbers
from quizapp.lessons import catalogue
from quizapp.operations import purging, schema, serving


def prepare() -> None:
    """Bring the database to what this release expects. Raises PackageProblems."""
    schema.migrate()
    catalogue.import_bundled()
    numbers.import_bundled()
    purging.purge()
    db.session.commit()


def demonstration(config: Config) -> Iterator[str]:
    """Make the demonstration school and say how to get in, line by line."""
    if "DATABASE_URL" in os.environ:
        # As it was called: `make run` has it in no PATH.
        yield "No demonstration school, since DATABASE_URL is set."
        yield f"Invite a teacher with: {sys.argv[0]} invite"
        return
    school_class = devdata.make_demonstration_school()
    code = school_class.join_code
    until = school_class.joining_until
    door = f", until {until.astimezone(clock.SKOPJE):%H:%M} (in Skopje)" if until else ""
    yield f"Pupils join {school_class.name} with the code {code[:4]} {code[4:]}{door}"
    if serving.is_loopback(config.host) or os.environ.get("DEMO") == "yes":
        with_code = {step.sign_in.email: step for step in devdata.steps()}
        for one in devdata.sign_ins():
            if one.email not in with_code:
                yield f"Teacher: {one.email}  password: {one.password}"
        for step in with_code.values():
            one = step.sign_in
            yield f"{step.role.capitalize()}: {one.email}  password: {one.password}  code: {step.code}"
        yield "Each code works once, for about a minute. The next ones: make demo-code (quizapp demo-code)"
    else:
        devdata.switch_off_sign_ins()
        yield "Demonstration staff can't sign in while other devices reach the server; DEMO=yes lets them."
