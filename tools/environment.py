"""Make .venv from a lock file: `python3 tools/environment.py run` or `... test`.

Only the standard library, and nothing newer than Python 3.6 can read: this file also runs
where Python is too old, in order to say so. A stamp in .venv remembers the lock file that
was installed, so that the second start does nothing here.
"""

import hashlib
import importlib.util
import os
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "installed"
OLDEST = (3, 11)
BROWSERS = ("chromium", "google-chrome", "chrome")


def prepare(purpose):
    """Bring .venv to the lock file of `purpose` ("run" or "test"); a test .venv also serves for running."""
    refuse_old_python()
    lock = ROOT / "locks" / (purpose + ".txt")
    enough = [lock] if purpose == "test" else [lock, lock.with_name("test.txt")]
    if installed() in [wanted(one) for one in enough]:
        return
    make_venv()
    print("Installing packages from locks/%s ..." % lock.name, flush=True)
    STAMP.unlink() if STAMP.exists() else None
    pip("install", "--require-hashes", "-r", str(lock))
    pip("install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    STAMP.write_text(wanted(lock))


def refuse_old_python():
    if sys.version_info < OLDEST:
        stop(
            "Python %d.%d or newer is needed and this one is %d.%d. Name another: make PYTHON=python3.11 ..."
            % (OLDEST + sys.version_info[:2])
        )


def installed():
    return STAMP.read_text() if STAMP.exists() and venv_python().exists() else ""


def wanted(lock):
    """What the stamp says once `lock` is installed; the project file, Python and the folder matter too."""
    project = (ROOT / "pyproject.toml").read_bytes()
    parts = [lock.read_bytes(), project, sys.version.encode(), str(ROOT).encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def venv_python():
    return VENV / "bin" / "python"


def make_venv():
    """A new .venv, unless one of this very Python is there (then pip only changes what differs)."""
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        install_debian_package("python3-venv", "Python's venv module is missing")
    same = VENV.exists() and venv_python().exists() and version_of(venv_python()) == sys.version
    if not same:
        shutil.rmtree(str(VENV), ignore_errors=True)
        call([sys.executable, "-m", "venv", str(VENV)], "A virtual environment could not be made in .venv")


def version_of(python):
    answer = subprocess.run(
        [str(python), "-c", "import sys; print(sys.version, end='')"], stdout=subprocess.PIPE, check=False
    )
    return answer.stdout.decode()


def pip(*arguments):
    command = [str(venv_python()), "-m", "pip", "--disable-pip-version-check", "-qq"]
    call(command + list(arguments), "The packages could not be installed (is there a network?)")


def prepare_browser():
    """The browser tests need Chromium: CHROMIUM=/path, or the one on PATH, or Debian's package when root."""
    named = os.environ.get("CHROMIUM")
    if named:
        if not shutil.which(named):
            stop("CHROMIUM=%s is not a program." % named)
    elif not any(works(name) for name in BROWSERS):
        install_debian_package("chromium", "The browser tests need Chromium (or CHROMIUM=/path/to/one)")

    driver = next(VENV.glob("lib/*/site-packages/playwright/driver/node"), None)
    if driver and not works(str(driver)):
        install_debian_package("libatomic1", "What drives the browser needs libatomic")


def works(name):
    """True if a program starts: Ubuntu's chromium may be a stub that only names a snap."""
    path = shutil.which(name)
    if path is None:
        return False
    silent = subprocess.DEVNULL
    return subprocess.run([path, "--version"], stdout=silent, stderr=silent, check=False).returncode == 0


def install_debian_package(package, missing):
    """Install with apt when that needs no question, else stop with the one line to type."""
    by_hand = "%s. Type: sudo apt-get install %s" % (missing, package)
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        stop(by_hand)
    print("Installing Debian's %s ..." % package, flush=True)
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    call(["apt-get", "-qq", "update"], by_hand, env=environment)
    install = ["apt-get", "-qq", "install", "--yes", "--no-install-recommends", package]
    silent = subprocess.DEVNULL
    call(install, by_hand, env=environment, stdout=silent, stderr=silent)


def call(command, problem, **options):
    if subprocess.run(command, check=False, **options).returncode != 0:
        stop(problem)


def stop(line):
    sys.exit("quizapp: " + line)


if __name__ == "__main__":
    asked = sys.argv[1]
    prepare(asked)
    if "--browser" in sys.argv[2:]:
        prepare_browser()
