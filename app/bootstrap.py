"""The first start on a fresh machine: makes Throughline's own environment, then hands over.

Only the standard library is used here, as nothing else is there yet. Every message goes to
stderr, so that what the program prints stays clean.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from app import libraries
from app.commands import Outcome, run, say

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "app" / "requirements.txt"
TEST_REQUIREMENTS = ROOT / "app" / "requirements-test.txt"
OLDEST_PYTHON = (3, 11)
CANNOT = 2

LOCK = "throughline-lock"
OWN = "throughline-environment"

REASONS = (
    (
        "No space left|Disk quota|File too large",
        "There is no room for the environment. Make room (about 800 MB) and start again.",
    ),
    (
        "DO NOT MATCH THE HASHES",
        "A package that came is not the one asked for. Tell whoever runs your package index.",
    ),
    (
        "Permission denied|Read-only file system",
        "The environment's folder cannot be written to. Name another one in THROUGHLINE_VENV.",
    ),
    (
        "ConnectionError|resolution|not known|timed out|Max retries|ProxyError|No matching",
        "The packages could not be fetched. Look at the network and `python3 -m pip config list`.",
    ),
)


class SetUpError(Exception):
    """The environment cannot be made; the message says why and what to try."""


def environment() -> Path:
    """Return the folder of the environment: `.venv`, or the one THROUGHLINE_VENV names."""
    named = os.environ.get("THROUGHLINE_VENV")
    return Path(named).expanduser().absolute() if named else ROOT / ".venv"


def enter(requirements: Path = REQUIREMENTS) -> None:
    """Return only inside an environment that holds the requirements; else make it and restart.

    Where that cannot be done, a sentence says why, and the program ends with exit code 2.
    """
    folder = environment()
    try:
        prepare(folder, requirements)
        if not _is_inside(folder):
            _restart(folder)
    except SetUpError as error:
        say(str(error))
    except OSError as error:
        what = f"{error.strerror}: {error.filename or folder}"
        say(f"The set-up did not work. {what}. You can name another folder in THROUGHLINE_VENV.")
    except KeyboardInterrupt:
        say("Stopped. The next start goes on with the set-up.")
    else:
        return
    sys.exit(CANNOT)


def prepare(folder: Path, requirements: Path) -> None:
    """Make the environment, unless it already holds exactly these requirements.

    Raises SetUpError where it cannot be made.
    """
    if sys.version_info[:2] < OLDEST_PYTHON:
        wanted = ".".join(map(str, OLDEST_PYTHON))
        raise SetUpError(f"Throughline needs Python {wanted} or newer; this is {_version()}.")
    if is_ready(folder, requirements):
        return
    folder.mkdir(parents=True, exist_ok=True)
    with _alone(folder):
        if is_ready(folder, requirements):
            return
        say(f"Setting up in {folder}. The first time takes about a minute and 800 MB.")
        libraries.provide_system_packages()
        _make(folder)
        _install(folder, requirements)
        _marker(folder, requirements).write_text(_wanted(requirements), encoding="utf-8")
        say("Set up. The next start takes no time.")


def is_ready(folder: Path, requirements: Path) -> bool:
    """Return whether the environment holds exactly these requirements, for this Python."""
    marked = _read(_marker(folder, requirements))
    return marked == _wanted(requirements) and _python(folder).exists()


def _version() -> str:
    return "{}.{}".format(*sys.version_info)


def _wanted(requirements: Path) -> str:
    return f"{_version()} {hashlib.sha256(requirements.read_bytes()).hexdigest()}"


def _marker(folder: Path, requirements: Path) -> Path:
    return folder / f"throughline-{requirements.stem}"


def _read(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return None


def _python(folder: Path) -> Path:
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _is_inside(folder: Path) -> bool:
    return Path(sys.prefix).resolve() == folder.resolve()


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let one start at a time set up; the system frees the lock of a process that died."""
    with (folder / LOCK).open("a") as lock:
        if not _locks(lock.fileno()):
            say("Another start is setting up; waiting for it.")
            while not _locks(lock.fileno()):
                time.sleep(0.2)
        yield


if sys.platform == "win32":
    import msvcrt

    def _locks(file: int) -> bool:
        with contextlib.suppress(OSError):
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
            return True
        return False
else:
    import fcntl

    def _locks(file: int) -> bool:
        with contextlib.suppress(BlockingIOError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        return False


def _make(folder: Path) -> None:
    """Make the bare environment; one of ours for another Python is replaced, nothing else is."""
    made_for = _read(folder / OWN)
    if made_for == _version() and _python(folder).exists():
        return
    others = [path for path in folder.iterdir() if path.name not in {LOCK, OWN}]
    if others and made_for is None:
        raise SetUpError(
            f"{folder} holds something else. Move it away, or name a new folder in "
            "THROUGHLINE_VENV."
        )
    _need_venv()
    (folder / OWN).write_text("unfinished", encoding="utf-8")
    for old in others:
        shutil.rmtree(old) if old.is_dir() and not old.is_symlink() else old.unlink()
    # In two steps, as `venv` alone keeps to itself why pip could not be put there.
    _demand(run([sys.executable, "-m", "venv", "--without-pip", str(folder)]))
    _demand(run([str(_python(folder)), "-m", "ensurepip", "--default-pip"]))
    (folder / OWN).write_text(_version(), encoding="utf-8")


def _need_venv() -> None:
    package = f"python{_version()}-venv"
    if not _has_venv() and not (libraries.install([package]) and _has_venv()):
        line = libraries.install_line([package])
        raise SetUpError(f"This Python cannot make environments. On Debian or Ubuntu type: {line}")


def _has_venv() -> bool:
    importlib.invalidate_caches()
    return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))


def _install(folder: Path, requirements: Path) -> None:
    pip = [str(_python(folder)), "-m", "pip", "install", "--no-input", "--progress-bar", "off"]
    pip += ["--disable-pip-version-check", "--require-hashes", "--requirement", str(requirements)]
    _demand(run(pip))


def _demand(outcome: Outcome) -> None:
    """Raise SetUpError with one sentence and what to try, if a command failed."""
    if outcome.code == 0:
        return
    said = "\n".join(outcome.lines)
    words = (words for pattern, words in REASONS if re.search(pattern, said, re.IGNORECASE))
    raise SetUpError(next(words, f"The set-up did not work: {outcome.last_line}"))


def _restart(folder: Path) -> NoReturn:
    """Run the same command again, with the Python of the environment."""
    command = [str(_python(folder)), *sys.orig_argv[1:]]
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONHOME"}
    if os.name == "nt":
        sys.exit(subprocess.call(command, env=environ))
    os.execve(command[0], command, environ)
