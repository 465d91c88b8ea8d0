"""How gunicorn runs the app: `gunicorn --config python:quizapp.operations.gunicorn_settings wsgi:app`."""

import os

from quizapp.operations.logs import LOGGING

worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY") or 2)
# Never more threads than the database pool has connections.
threads = 8
# The app is made once, before the workers part: a start takes half the time and the workers share its memory.
# It asks no database until the first request, so that no connection is shared.
preload_app = True
timeout = 30
graceful_timeout = 10
keepalive = 5
# gunicorn 27 opens one control socket for each user, whatever it serves.
control_socket_disable = True
# Only PROXY_HOPS says whom to believe. By itself gunicorn takes a SCRIPT_NAME or PATH_INFO header from every
# request that comes through this machine: a visitor's would stand in pages kept for everyone.
forwarder_headers = ""
forwarded_allow_ips = ""
# Who asked for what is nobody's business: no access log at all.
accesslog = None
logconfig_dict = LOGGING
