"""The wheel carries everything: built by way of the sdist, installed in an empty place, started elsewhere."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from quizapp.config import PACKAGE
from tests.served import Device, free_port, started

pytestmark = [pytest.mark.server, pytest.mark.xdist_group("wheel")]  # built once
ROOT = PACKAGE.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT))
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts of an environment with the locked packages and the wheel."""
    folder = tmp_path_factory.mktemp("empty")
    run(sys.executable, "-m", "venv", "--without-pip", str(folder))
    pip = (sys.executable, "-m", "pip", "--python", str(folder / "bin" / "python"), "install", "-qq")
    run(*pip, "--no-compile", "--no-deps", "--require-hashes", "-r", str(ROOT / "locks" / "run.txt"))
    run(*pip, "--no-compile", "--no-deps", "--no-index", str(wheel))
    return folder / "bin"


def test_the_wheel_holds_what_the_repository_holds(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    tracked = run("git", "-C", str(ROOT), "ls-files", "quizapp", "migrations", "translations").splitlines()
    wanted = {name if name.startswith("quizapp/") else f"quizapp/{name}" for name in tracked}
    assert wanted - inside == set()
    assert {f"quizapp/translations/{code}/LC_MESSAGES/messages.mo" for code in ("mk", "sq", "en")} <= inside
    assert not [name for name in inside if name.startswith(("tests", "tools", "bench"))]


def test_the_wheel_serves_a_lesson_from_another_folder(installed: Path, tmp_path: Path) -> None:
    port = free_port()
    environment = {"PATH": os.environ["PATH"], "QUIZAPP_DATA": str(tmp_path / "data"), "PORT": str(port)}
    command = [str(installed / "quizapp"), "serve"]
    with started(command, environment, port, tmp_path):
        for language in ("mk", "sq"):
            page = Device(port).get(f"/{language}/l/a4/1")
            assert page.status == 200
            assert f'<html lang="{language}"' in page.text
            assert 'data-question="' in page.text
    assert not (tmp_path / "quizapp").exists()


def run(*command: str) -> str:
    """What a command says; it has to succeed."""
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return answer.stdout
