"""What is logged: faults, never an address, a name, a code, an answer, a path's token or a query."""

import logging
from typing import Any

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
