"""Whoever starts the server gets an address, or one clear line."""

import os
import re
import socket
import stat
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp.config import Config, ConfigError, is_web_address
from quizapp.operations import serving
from tests.served import START, Device, free_port, started

TAKEN = "in use"


def test_a_port_in_use_is_one_line() -> None:
    with serving.listen("127.0.0.1", 0) as first, pytest.raises(ConfigError, match=TAKEN):
        serving.listen("127.0.0.1", first.getsockname()[1])


def test_an_address_of_another_machine_is_one_line() -> None:
    with pytest.raises(ConfigError, match=r"192\.0\.2\.77"):
        serving.listen("192.0.2.77", 8000)


def test_a_sender_who_stops_in_the_middle_holds_a_thread_for_some_seconds_only() -> None:
    with serving.listen("127.0.0.1", 0) as listener, socket.create_connection(listener.getsockname()):
        accepted, _ = listener.accept()
        with accepted:
            seconds, _ = struct.unpack("ll", accepted.getsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, 16))
    assert 15 < seconds < 30


@pytest.mark.parametrize(
    ("host", "alone"),
    [("127.0.0.1", True), ("localhost", True), ("::1", True), ("0.0.0.0", False), ("quiz.example", False)],
)
def test_who_can_reach_the_server(host: str, alone: bool) -> None:
    assert serving.is_loopback(host) is alone


def test_the_address_shown_can_be_typed_on_another_device() -> None:
    assert serving.address_for("127.0.0.1", 8000) == "http://127.0.0.1:8000/"
    assert serving.address_for("::1", 8000) == "http://[::1]:8000/"
    assert "0.0.0.0" not in serving.address_for("0.0.0.0", 8000)


def test_browsers_may_ask_for_any_name_of_this_machine_and_no_other() -> None:
    assert set(serving.own_names("127.0.0.1")) == {"127.0.0.1", "localhost", "[::1]"}
    assert socket.gethostname() in serving.own_names("0.0.0.0")
    assert "quiz.example" not in serving.own_names("0.0.0.0")


@pytest.mark.server
def test_a_demonstration_from_an_empty_folder(tmp_path: Path) -> None:
    port, log = free_port(), tmp_path / "log"
    environment = clean(QUIZAPP_DATA=str(tmp_path / "data"), PORT=str(port))
    command = ["/bin/sh", "-c", f'exec "{sys.executable}" -c "{START}" serve --demo > "{log}"']
    with started(command, environment, port):
        first = log.read_text()
        assert f"http://127.0.0.1:{port}/" in first
        assert re.search(r"with the code \d{4} \d{4}, until \d\d:\d\d", first)
        assert Device(port).get("/").status == 302
        assert Device(port).get("/mk/", Host="quiz.example").status == 400
    assert mode(tmp_path / "data") == 0o700
    for kept in ("secret_key", "demo_sign_ins.toml", "quizapp.sqlite3"):
        assert mode(tmp_path / "data" / kept) == 0o600
    secret = (tmp_path / "data" / "secret_key").read_text()
    with started(command, environment, port):
        assert passwords(log.read_text()) == passwords(first) != []
    assert (tmp_path / "data" / "secret_key").read_text() == secret


@pytest.mark.server
def test_demonstration_teachers_stay_off_the_network_unless_asked_for(tmp_path: Path) -> None:
    port, log = free_port(), tmp_path / "log"
    environment = clean(QUIZAPP_DATA=str(tmp_path / "data"), PORT=str(port), HOST="0.0.0.0")
    command = ["/bin/sh", "-c", f'exec "{sys.executable}" -c "{START}" serve --demo > "{log}"']
    with started(command, environment, port):
        assert passwords(log.read_text()) == []
        assert "DEMO=yes" in log.read_text()
    with started(command, environment | {"DEMO": "yes"}, port):
        assert len(passwords(log.read_text())) == 5


@pytest.mark.server
def test_no_header_moves_the_pages_to_another_address(tmp_path: Path) -> None:
    port = free_port()
    environment = clean(QUIZAPP_DATA=str(tmp_path / "data"), PORT=str(port), WEB_CONCURRENCY="1")
    with started([sys.executable, "-c", START, "serve"], environment, port):
        Device(port).get("//evil.example/mk/l/a4/1", SCRIPT_NAME="//evil.example")
        assert Device(port).get("/none", PATH_INFO="/mk/").status == 404
        page = Device(port).get("/mk/l/a4/1")
        assert page.status == 200
        assert "evil.example" not in page.text


@pytest.mark.parametrize(
    ("setting", "value"), [("PORT", "many"), ("QUIZAPP_DATA", "/proc/no-such-folder"), ("HOST", "192.0.2.77")]
)
def test_a_setting_that_cannot_work_is_one_line(tmp_path: Path, setting: str, value: str) -> None:
    environment = clean(QUIZAPP_DATA=str(tmp_path / "data")) | {setting: value}
    command = [sys.executable, "-c", START, "serve"]
    answer = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert answer.returncode != 0
    assert value in answer.stderr
    assert len(answer.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("setting", "value"), [("TLS", "maybe"), ("EXIT_URL", "notaurl"), ("SECRET_KEY", "fifteen letters")]
)
def test_a_setting_that_makes_no_sense_is_refused(tmp_path: Path, setting: str, value: str) -> None:
    with pytest.raises(ConfigError, match=setting):
        Config.from_environ({"QUIZAPP_DATA": str(tmp_path), setting: value})


@pytest.mark.parametrize(
    "url", ["sqlite:///quizapp.db", "sqlite:////x/y.db?timeout=3", "sqlite:///file:/x?uri=true"]
)
def test_an_address_of_sqlite_that_means_another_file_is_refused(tmp_path: Path, url: str) -> None:
    with pytest.raises(ConfigError, match="no file of SQLite"):
        Config.from_environ({"QUIZAPP_DATA": str(tmp_path), "DATABASE_URL": url})


@pytest.mark.parametrize("name", ["a?b", "a%20b", "а б", "a#b"])
def test_the_database_lies_in_the_data_folder_whatever_its_name(tmp_path: Path, name: str) -> None:
    config = Config.from_environ({"QUIZAPP_DATA": str(tmp_path / name)})
    assert config.sqlite_file == tmp_path / name / "quizapp.sqlite3"


@pytest.mark.parametrize("address", ["https://site:abc", "https://site:99999", "site.example", "https://"])
def test_what_is_no_address(address: str) -> None:
    assert not is_web_address(address)


def test_an_empty_secret_key_signs_nothing(tmp_path: Path) -> None:
    (tmp_path / "secret_key").touch()
    with pytest.raises(ConfigError, match="secret_key is empty"):
        Config.from_environ({"QUIZAPP_DATA": str(tmp_path)})


def test_a_python_too_old_is_one_line() -> None:
    trick = (
        "import runpy, sys; sys.version_info = (3, 9, 2, 'final', 0); sys.argv = ['environment', 'run'];"
        "runpy.run_path('tools/environment.py', run_name='__main__')"
    )
    answer = subprocess.run(
        [sys.executable, "-c", trick], capture_output=True, text=True, check=False, timeout=60
    )
    assert answer.returncode == 1
    assert len(answer.stderr.splitlines()) == 1
    assert "3.11" in answer.stderr


def clean(**settings: str) -> dict[str, str]:
    """The environment without what may be set for another server."""
    ours = ("HOST", "PORT", "DATABASE_URL", "TRUSTED_HOSTS", "SECRET_KEY", "DEMO", "TLS", "PROXY_HOPS")
    return {name: value for name, value in os.environ.items() if name not in ours} | settings


def passwords(log: str) -> list[str]:
    # Without the codes, which are others every half minute.
    return [line.partition("  code:")[0] for line in log.splitlines() if "password" in line]


def mode(file: Path) -> int:
    return stat.S_IMODE(file.stat().st_mode)
