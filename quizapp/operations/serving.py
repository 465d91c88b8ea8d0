"""Start gunicorn on a socket that was checked first, so that every trouble is one clear line."""

import errno
import ipaddress
import os
import socket
import struct
import sys
from typing import NoReturn

from quizapp.config import Config, ConfigError

ANY = ("0.0.0.0", "::")
PATIENCE_SECONDS = 20  # more than the lesson page's script has: it has given up by then, and sends again


def listen(host: str, port: int) -> socket.socket:
    """A bound and listening socket for gunicorn to inherit.

    Raises ConfigError when the address is taken or isn't this machine's.
    """
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        # Every connection inherits it: a sender who stops in the middle would else hold a thread for ever.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, struct.pack("ll", PATIENCE_SECONDS, 0))
        listener.bind(address)
        listener.listen(2048)
    except OSError as error:
        raise ConfigError(_trouble(error, host, port)) from error
    listener.set_inheritable(True)
    return listener


def _trouble(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} on {host} is in use. Name another, such as PORT={port % 65535 + 1}."
    if error.errno == errno.EACCES:
        return f"Port {port} is not for ordinary users. Name another, such as PORT=8000."
    return f"HOST={host} with PORT={port} cannot be served: {error.strerror}."


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a server on `host`."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def address_for(host: str, port: int) -> str:
    """The address to type: for a server on every interface, the one that other devices in the room use."""
    shown = (_network_address() or socket.gethostname()) if host in ANY else host
    return f"http://{f'[{shown}]' if ':' in shown else shown}:{port}/"


def _network_address() -> str | None:
    # Connecting a datagram socket sends nothing; it only asks which of our addresses would be used.
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return None
        return str(probe.getsockname()[0])


def own_names(host: str) -> list[str]:
    """The host names by which a browser may ask for this server when TRUSTED_HOSTS says nothing."""
    names = {"localhost", "127.0.0.1", "[::1]"}
    if host in ANY:
        names |= {socket.gethostname(), f"{socket.gethostname()}.local"}
        names |= {name for name in (_network_address(), *_resolved(socket.gethostname())) if name}
    else:
        names.add(f"[{host}]" if ":" in host else host)
    return sorted(names)


def _resolved(name: str) -> list[str]:
    try:
        return socket.gethostbyname_ex(name)[2]
    except OSError:
        return []


def run_gunicorn(config: Config, listener: socket.socket) -> NoReturn:
    """Become gunicorn: this process is replaced, so no database connection lives on in it."""
    os.environ.setdefault("TRUSTED_HOSTS", " ".join(own_names(config.host)))
    command = [sys.executable, "-m", "gunicorn", "--config", "python:quizapp.operations.gunicorn_settings"]
    sys.stdout.flush()
    os.execv(sys.executable, [*command, "--bind", f"fd://{listener.fileno()}", "quizapp.app:create_app()"])
