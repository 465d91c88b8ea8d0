"""Commands for whoever runs the server: each prints a link to hand over."""

from collections.abc import Iterator
from contextlib import contextmanager

import click
from flask import current_app, url_for

from quizapp.accounts import people, roles, second_step
from quizapp.config import is_web_address, settings
from quizapp.db import db
from quizapp.forms import tidy
from quizapp.languages import STAFF_LANGUAGES

_language = click.option(
    "--language", type=click.Choice(STAFF_LANGUAGES), default=STAFF_LANGUAGES[0], help="Language of the page."
)


def _reachable(_context: click.Context, _option: click.Parameter, address: str | None) -> str | None:
    if address and (not is_web_address(address) or set(address) & set("?#")):
        raise click.ClickException(f"--address {address} is no address such as https://quiz.example.")
    return address


_address = click.option(
    "--address", callback=_reachable, help="Where people reach the site, such as https://quiz.example."
)


@click.option("--school", required=True, help="The school or organisation; it is made if it is new.")
@click.option("--municipality", required=True, help="Its municipality.")
@click.option(
    "--role", type=click.Choice(roles.ROLES), default=roles.ROLES[0], help="What the person may do."
)
@_language
@_address
def invite(school: str, municipality: str, role: str, language: str, address: str | None) -> None:
    """Print a one-time link by which somebody becomes staff of a school or organisation, good for 14 days."""
    school, municipality = _fitting("--school", school, 120), _fitting("--municipality", municipality, 80)
    token = people.invite(school, municipality, role)
    db.session.commit()
    click.echo(_link("accounts.invitation", token, language, address))


@click.argument("email")
@_language
@_address
def reset_link(email: str, language: str, address: str | None) -> None:
    """Print a one-time link to choose a new password, good for 30 minutes."""
    with _known(email):
        token = people.reset_link(email)
    db.session.commit()
    click.echo(_link("accounts.reset", token, language, address))


@click.argument("email")
@click.confirmation_option(
    prompt="This erases the person, their classes and all that was kept of the pupils. Go on?"
)
def forget(email: str) -> None:
    """Erase a member of staff, with their classes and pupils, for good."""
    with _known(email):
        people.forget(email)
    db.session.commit()
    click.echo(f"{email} is forgotten.")


@click.argument("email")
def remove_second_step(email: str) -> None:
    """Let somebody who has lost the telephone and the recovery codes set up the second step anew."""
    with _known(email):
        second_step.remove(people.who_signs_in_as(email), by=None)
    db.session.commit()
    click.echo(f"{email} sets up the second step anew after the next sign-in.")


def _fitting(option: str, text: str, longest: int) -> str:
    # SQLite would take any length, and PostgreSQL would fail.
    text = tidy(text) or ""
    if not 0 < len(text) <= longest:
        raise click.ClickException(f"{option} needs 1 to {longest} characters.")
    return text


@contextmanager
def _known(email: str) -> Iterator[None]:
    try:
        yield
    except people.UnknownPerson as error:
        raise click.ClickException(f"Nobody signs in as {email}.") from error


def _link(endpoint: str, token: str, language: str, address: str | None) -> str:
    with current_app.test_request_context(base_url=address or site_address()):
        return url_for(endpoint, token=token, language=language, _external=True)


def site_address() -> str:
    """Where people reach the site, as far as the settings tell."""
    scheme = "https" if settings().tls else "http"
    names = [name for name in settings().trusted_hosts if not name.startswith(".")]
    if names:
        return f"{scheme}://{names[0]}"
    host = "127.0.0.1" if settings().host in ("0.0.0.0", "::") else settings().host
    return f"{scheme}://{host}:{settings().port}"
