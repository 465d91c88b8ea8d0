"""The app served by gunicorn as a process of its own, and devices that talk to it over the network."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from quizapp.config import Config

START = "from quizapp.app import main; main()"
STARTING_SECONDS = 30


@dataclass
class Server:
    """A running server; `kill` ends it as a power cut would."""

    port: int
    process: subprocess.Popen[bytes]

    def kill(self) -> None:
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(20)


@contextmanager
def served(config: Config, port: int | None = None, **environment: str) -> Iterator[Server]:
    """`quizapp serve` over these settings, ready to answer."""
    port = port or free_port()
    given = {
        "QUIZAPP_DATA": str(config.data_folder),
        "DATABASE_URL": config.database_url,
        "SECRET_KEY": config.secret_key,
        "EXIT_URL": config.exit_url,
        "HOST": "127.0.0.1",
        "PORT": str(port),
    }
    command = [sys.executable, "-c", START, "serve"]
    with started(command, os.environ | given | environment, port) as server:
        yield server


@contextmanager
def started(
    command: list[str], environment: Mapping[str, str], port: int, folder: Path | None = None
) -> Iterator[Server]:
    """A server process with all its workers, gone afterwards."""
    process = subprocess.Popen(
        command, env=environment, cwd=folder, start_new_session=True, stdout=subprocess.DEVNULL
    )
    server = Server(port, process)
    try:
        wait_until_healthy(server)
        yield server
    finally:
        if process.poll() is None:
            server.kill()


def wait_until_healthy(server: Server) -> None:
    """Come back once the server answers; fail when it doesn't."""
    end = time.monotonic() + STARTING_SECONDS
    while time.monotonic() < end and server.process.poll() is None:
        try:
            if Device(server.port).get("/health").status == 200:
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("The server did not start.")


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(frozen=True)
class Reply:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Device:
    """A browser without a screen: keeps its connection and cookies, and says where its writes come from."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.connection = HTTPConnection("127.0.0.1", self.port, timeout=30)

    def get(self, path: str, **headers: str) -> Reply:
        return self.send("GET", path, None, headers)

    def post(self, path: str, **fields: str) -> Reply:
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        return self.send("POST", path, urlencode(fields).encode(), headers)

    def say(self, path: str, body: object) -> Reply:
        """Post JSON, as the lesson page does."""
        return self.send("POST", path, json.dumps(body).encode(), {"Content-Type": "application/json"})

    def send(self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]) -> Reply:
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        own = {"Sec-Fetch-Site": "same-origin"} | ({"Cookie": cookie} if cookie else {})
        self.connection.request(method, path, body, {**own, **headers})
        answer = self.connection.getresponse()
        reply = Reply(answer.status, dict(answer.getheaders()), answer.read())
        for line in answer.headers.get_all("Set-Cookie") or []:
            self.cookies |= {name: one.value for name, one in SimpleCookie(line).items()}
        return reply

    def join(self, code: str, secret: tuple[str, str, str], language: str = "mk") -> Reply:
        """Into a class as a new pupil does it; taking another name when somebody was quicker."""
        address = self.post(f"/{language}/join", code=code).headers["Location"]
        pictures = dict(zip(("secret1", "secret2", "secret3"), secret, strict=True))
        offer = self.get(f"{address}?first=yes")
        while True:
            name = re.findall(r"\?name=([\w-]+)", offer.text)[0]
            offer = self.post(address, name=name, **pictures)
            if offer.status != 409:
                return offer
