"""The app: the only place that knows every room."""

import sys
from datetime import timedelta

from flask import Flask
from flask.cli import FlaskGroup
from flask_compress import Compress
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from werkzeug.middleware.proxy_fix import ProxyFix

from quizapp import cli
from quizapp.accounts import opening as accounts
from quizapp.authoring import opening as authoring
from quizapp.classroom import opening as classroom
from quizapp.config import Config, ConfigError
from quizapp.db import init_db
from quizapp.helplines import opening as helplines
from quizapp.languages import init_languages
from quizapp.learning import opening as learning
from quizapp.lessons import opening as lessons
from quizapp.office import opening as office
from quizapp.operations.readiness import in_one_line
from quizapp.shell import opening as shell
from quizapp.shell.headers import headers_for
from quizapp.static_files import build_name, gather, serve_static

BODY_BYTES = 256 * 1024


def create_app(config: Config | None = None) -> Flask:
    """Make the app from its settings (from the environment if left out)."""
    config = config or Config.from_environ()
    build = build_name()
    folder = gather(config, build)
    app = Flask(__name__, static_folder=str(folder), static_url_path=f"/static/{build}")
    app.extensions["settings"] = config
    app.config.update(
        BUILD=build,
        SECRET_KEY=config.secret_key,
        MAX_CONTENT_LENGTH=BODY_BYTES,
        MAX_FORM_MEMORY_SIZE=BODY_BYTES,
        TRUSTED_HOSTS=list(config.trusted_hosts) or None,
        SESSION_COOKIE_NAME=config.cookie_name("form"),
        SESSION_COOKIE_SECURE=config.tls,
        SESSION_COOKIE_SAMESITE="Lax",
        PERMANENT_SESSION_LIFETIME=timedelta(hours=8),
        WTF_CSRF_SSL_STRICT=False,  # shell.same_origin checks where a write comes from
        WTF_CSRF_TIME_LIMIT=8 * 3600,
        COMPRESS_ALGORITHM=["br", "gzip"],
    )
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    init_db(app, config)
    init_languages(app)
    for room in (lessons, helplines, accounts, learning, classroom, authoring, office, shell):
        room.open_room(app)
    cli.init(app)
    Compress(app)
    serve_static(app, folder, headers_for(config))
    if config.proxy_hops:
        hops = config.proxy_hops
        app.wsgi_app = ProxyFix(app.wsgi_app, hops, hops, hops)  # type: ignore[method-assign]
    return app


commands = FlaskGroup(create_app=create_app, add_default_commands=False, add_version_option=False)


def main() -> None:
    """The console entry; a setting or a database that cannot work is one line, not a traceback."""
    try:
        commands()
    except ConfigError as error:
        sys.exit(f"quizapp: {error}")
    except (DBAPIError, PoolTimeout) as error:
        line = in_one_line(error)
        if line is None:
            raise
        sys.exit(f"quizapp: {line}")
