"""Load that costs little beside what it measures: ready-made requests over kept connections."""

import socket
import time
from collections.abc import Iterator, Sequence
from threading import Lock, Thread

CONNECTIONS = 8


def requests_a_second(port: int, requests: Sequence[bytes]) -> float:
    """Send each request once, over a few connections at a time; every answer has to be a success."""
    left, lock, failures = iter(requests), Lock(), []

    def work() -> None:
        try:
            with socket.create_connection(("127.0.0.1", port)) as connection:
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                while request := _next(left, lock):
                    connection.sendall(request)
                    _read_answer(connection)
        except Exception as error:
            failures.append(error)

    threads = [Thread(target=work) for _ in range(CONNECTIONS)]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]
    return len(requests) / (time.perf_counter() - began)


def request(method: str, path: str, body: bytes = b"", **headers: str) -> bytes:
    """A request as it goes over the wire."""
    lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1", f"Content-Length: {len(body)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + body


def _next(left: Iterator[bytes], lock: Lock) -> bytes | None:
    with lock:
        return next(left, None)


def _read_answer(connection: socket.socket) -> None:
    data = b""
    while b"\r\n\r\n" not in data:
        data += _more(connection)
    head, _, body = data.partition(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200"):
        raise RuntimeError(head.decode() + body.decode(errors="replace")[:500])
    length = int(head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0])
    missing = length - len(body)
    while missing > 0:
        missing -= len(_more(connection))


def _more(connection: socket.socket) -> bytes:
    data = connection.recv(262144)
    if not data:
        raise ConnectionError("The server hung up.")
    return data
