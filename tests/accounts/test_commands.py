import dataclasses

import click
import pytest
from click.testing import CliRunner
from flask import Flask

from quizapp.accounts import commands, people
from quizapp.accounts.models import Person, Pupil, SchoolClass
from quizapp.db import db
from tests.cast import Cast

INVITE = click.command()(commands.invite)
RESET = click.command()(commands.reset_link)
FORGET = click.command()(commands.forget)


def said(app: Flask, command: click.Command, *arguments: str) -> str:
    """What a command prints."""
    done = CliRunner().invoke(command, arguments)
    assert done.exit_code == 0, done.output
    db.session.rollback()
    return done.output.strip()


def test_invites_by_a_link(app: Flask) -> None:
    link = said(app, INVITE, "--school", "Naim", "--municipality", "Tetovë", "--language", "sq")
    start, _, token = link.rpartition("/")
    assert start == "http://127.0.0.1:8000/sq/staff/invitation"
    assert people.find_invitation(token).school.name == "Naim"


@pytest.mark.parametrize(
    "wrong",
    [("--school", " "), ("--school", "x" * 121), ("--municipality", "x" * 81), ("--address", "foo")],
)
def test_what_no_link_can_be_made_of_is_one_clear_line(app: Flask, wrong: tuple[str, str]) -> None:
    done = CliRunner().invoke(INVITE, ["--school", "Naim", "--municipality", "Tetovë", *wrong])
    assert done.exit_code == 1
    assert len(done.output.splitlines()) == 1
    assert wrong[0] in done.output


def test_resets_by_a_link(app: Flask, cast: Cast) -> None:
    link = said(app, RESET, "ana@example.org", "--address", "https://quiz.example")
    start, _, token = link.rpartition("/")
    assert start == "https://quiz.example/mk/staff/reset"
    assert people.find_reset_link(token).person == cast.ana


def test_unknown_email_is_one_clear_line(app: Flask) -> None:
    done = CliRunner().invoke(RESET, ["nobody@example.org"])
    assert done.exit_code == 1
    assert len(done.output.splitlines()) == 1


@pytest.mark.parametrize(
    ("changes", "address"),
    [
        ({"host": "0.0.0.0", "port": 80}, "http://127.0.0.1:80"),
        ({"trusted_hosts": (".example", "quiz.example"), "tls": True}, "https://quiz.example"),
        ({"host": "10.0.0.7"}, "http://10.0.0.7:8000"),
    ],
)
def test_address_comes_from_the_settings(
    app: Flask, monkeypatch: pytest.MonkeyPatch, changes: dict[str, object], address: str
) -> None:
    changed = dataclasses.replace(app.extensions["settings"], **changes)
    monkeypatch.setitem(app.extensions, "settings", changed)
    assert commands.site_address() == address


def test_forgets_a_teacher_with_classes_and_pupils(app: Flask, cast: Cast) -> None:
    kept_class, kept_pupil = cast.besim_class.id, cast.turtle.id
    said(app, FORGET, "ANA@example.org", "--yes")
    assert db.session.query(Person).filter_by(email="ana@example.org").count() == 0
    assert [one.id for one in db.session.query(SchoolClass)] == [kept_class]
    assert [pupil.id for pupil in db.session.query(Pupil)] == [kept_pupil]


def test_forgets_nobody_without_being_sure(app: Flask, cast: Cast) -> None:
    done = CliRunner().invoke(FORGET, ["ana@example.org"], input="n\n")
    assert done.exit_code == 1
    assert db.session.query(Person).filter_by(email="ana@example.org").count() == 1
