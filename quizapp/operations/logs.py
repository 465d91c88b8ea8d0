"""What is logged: faults, never an address, a name, a code, an answer, a path's token or a query."""

import logging
from types import TracebackType
from typing import Any

from flask import Flask, request

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]

# gunicorn quotes the address or the path of what it cannot read.
QUOTING = ("Invalid request", "Error handling request")
# PostgreSQL quotes the row that it refuses.
ROWS = ("DETAIL:", "CONTEXT:")


class Discreet(logging.Formatter):
    """Leaves out what quotes a visitor."""

    def formatMessage(self, record: logging.LogRecord) -> str:
        for beginning in QUOTING:
            if record.message.startswith(beginning):
                record.message = beginning
        return super().formatMessage(record)

    def formatException(self, ei: Any) -> str:
        lines = super().formatException(ei).splitlines()
        return "\n".join(line for line in lines if not line.lstrip().startswith(ROWS))


LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": Discreet, "format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"level": "WARNING", "handlers": ["console"]},
    "loggers": {
        "quizapp": {"level": "INFO"},
        "gunicorn.error": {"level": "WARNING", "handlers": [], "propagate": True},
    },
}


def log_by_endpoint(app: Flask) -> None:
    """Name a fault by its endpoint: the path of an invitation or a ticket is a key."""

    def log_exception(exc_info: ExcInfo) -> None:
        app.logger.error("Fault in %s [%s]", request.endpoint, request.method, exc_info=exc_info)

    app.log_exception = log_exception  # type: ignore[method-assign]
