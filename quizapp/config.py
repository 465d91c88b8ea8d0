"""Settings: read once from the environment, with defaults that need no set-up."""

import os
import secrets
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

from flask import current_app
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

PACKAGE = Path(__file__).parent
SHORTEST_SECRET = 16


class ConfigError(Exception):
    """A setting that cannot work; the message is one clear line for whoever starts the app."""


@dataclass(frozen=True)
class Config:
    """What the app needs to know of its surroundings."""

    data_folder: Path
    database_url: str
    secret_key: str
    host: str = "127.0.0.1"
    port: int = 8000
    trusted_hosts: tuple[str, ...] = ()
    proxy_hops: int = 0
    tls: bool = False
    exit_url: str = "https://www.wikipedia.org/"

    @classmethod
    def from_environ(cls, environ: Mapping[str, str] = os.environ) -> "Config":
        """Read the environment; make the data folder and the secret key where they are missing.

        Raises ConfigError when the folder cannot be written or a value makes no sense.
        """
        folder = Path(environ.get("QUIZAPP_DATA") or "data").absolute()
        return cls(
            data_folder=folder,
            database_url=_database_url(environ, folder),
            secret_key=_given_secret(environ) or _kept_secret(folder / "secret_key"),
            host=environ.get("HOST") or cls.host,
            port=_whole_number(environ, "PORT", cls.port),
            trusted_hosts=tuple(environ.get("TRUSTED_HOSTS", "").replace(",", " ").split()),
            proxy_hops=_whole_number(environ, "PROXY_HOPS", 0),
            tls=_yes_or_no(environ, "TLS"),
            exit_url=_web_address(environ, "EXIT_URL", cls.exit_url),
        )

    @property
    def is_sqlite(self) -> bool:
        """Whether the database is the embedded one."""
        return self.database_url.startswith("sqlite")

    @property
    def sqlite_file(self) -> Path | None:
        """Where the embedded database lies."""
        return Path(make_url(self.database_url).database or "").absolute() if self.is_sqlite else None

    def cookie_name(self, base: str) -> str:
        """The cookie's name: bound to this host by `__Host-` where TLS allows it."""
        return f"__Host-{base}" if self.tls else base


def settings() -> Config:
    """The settings of the app at work."""
    return cast(Config, current_app.extensions["settings"])


def resource_folder(name: str) -> Path:
    """A folder that stands inside the package once installed, and beside it in a checkout."""
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent / name


def _database_url(environ: Mapping[str, str], folder: Path) -> str:
    given = environ.get("DATABASE_URL")
    if not given:
        file = _writable(folder) / "quizapp.sqlite3"
        return URL.create("sqlite", database=str(file)).render_as_string()
    scheme, _, rest = given.partition("://")
    url = f"postgresql+psycopg://{rest}" if scheme in ("postgres", "postgresql") else given
    # Not quoted: it may hold a password.
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise ConfigError("DATABASE_URL is no address of a database; see docs/deploy.md.") from error
    if parsed.drivername not in ("postgresql+psycopg", "sqlite"):
        raise ConfigError("DATABASE_URL is neither of PostgreSQL (postgresql://...) nor of SQLite.")
    absolute = (parsed.database or "").startswith("/")
    if parsed.drivername == "sqlite" and (parsed.host or parsed.query or not absolute):
        raise ConfigError("DATABASE_URL names no file of SQLite, as in sqlite:////folder/file.")
    return url


def _given_secret(environ: Mapping[str, str]) -> str | None:
    secret = environ.get("SECRET_KEY")
    if secret and len(secret) < SHORTEST_SECRET:
        raise ConfigError(f"SECRET_KEY is too short to be safe: {SHORTEST_SECRET} characters at least.")
    return secret


def _yes_or_no(environ: Mapping[str, str], name: str) -> bool:
    text = environ.get(name) or "no"
    if text not in ("yes", "no"):
        raise ConfigError(f"{name}={text} is neither yes nor no.")
    return text == "yes"


def _web_address(environ: Mapping[str, str], name: str, default: str) -> str:
    text = environ.get(name) or default
    if not is_web_address(text):
        raise ConfigError(f"{name}={text} is no web address such as https://site.example.")
    return text


def is_web_address(text: str) -> bool:
    """Whether a browser can go there."""
    try:
        parts = urlsplit(text)
        there = bool(parts.hostname) and parts.port != 0  # raises ValueError for what is no port
        return parts.scheme in ("http", "https") and there and not set(text) & set(" \n\t")
    except ValueError:
        return False


def _whole_number(environ: Mapping[str, str], name: str, default: int) -> int:
    text = environ.get(name) or str(default)
    if not text.isascii() or not text.isdigit() or int(text) > 65535:
        raise ConfigError(f"{name}={text} is not a whole number from 0 to 65535.")
    return int(text)


def _writable(folder: Path) -> Path:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()  # root may write anywhere, but not everywhere
    except OSError as error:
        raise ConfigError(f"The data folder {folder} cannot be written: {error.strerror}.") from error
    return folder


def _kept_secret(path: Path) -> str:
    _writable(path.parent)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _read_secret(path)
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_hex(32))
    return _read_secret(path)


def _read_secret(path: Path) -> str:
    # Another worker may have made the file this very moment. An empty key would sign for everybody.
    for _ in range(10):
        if secret := path.read_text().strip():
            return secret
        time.sleep(0.1)
    raise ConfigError(f"The secret key {path} is empty. Put it back from a backup, or delete the file.")
