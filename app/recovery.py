"""Rescue copies: what was open is kept beside the file, so that nothing is lost in a crash.

A rescue copy is a journey's file of its own in the folder `rescue` of the program; another file
beside it says which program is using it and which file the journey is from. Both are written as
a whole, so that after a crash the last one or the one before is there, never half of one.
"""

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from app import wiring
from journeys.document.format import dumps
from journeys.document.journey import Journey
from journeys.errors import ThroughlineError
from storage.files import keeping, write_whole

FOLDER = "rescue"
JOURNEY, ABOUT = ".json", ".about"


@dataclass(frozen=True, slots=True)
class Rescued:
    """A journey that was open when the program ended without a word."""

    journey: Journey
    path: Path | None
    copy: Path


class Rescue:
    """Keeps the rescue copy of one running program."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / FOLDER
        self._copy = self._folder / f"{uuid4().hex}{JOURNEY}"
        self._about: str | None = None

    @property
    def copy(self) -> Path:
        """Where the copy is kept."""
        return self._copy

    def keep(self, journey: Journey, path: Path | None) -> None:
        """Keep a journey as it is now; raises StorageError where the disk refuses."""
        with keeping(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
        said = json.dumps({"process": os.getpid(), "path": str(path) if path else None})
        if said != self._about:
            write_whole(self._copy.with_suffix(ABOUT), f"{said}\n".encode())
            self._about = said
        write_whole(self._copy, dumps(journey))

    def drop(self) -> None:
        """Take the copy away: everything is saved, or was given up on purpose."""
        drop(self._copy)
        self._about = None


def drop(copy: Path) -> None:
    """Take a rescue copy away."""
    for file in (copy, copy.with_suffix(ABOUT)):
        with suppress(OSError):
            file.unlink(missing_ok=True)


def left_behind(folder: Path) -> tuple[Rescued, ...]:
    """Return what programs that are gone left behind, the newest first."""
    found = []
    for copy in (folder / FOLDER).glob(f"*{JOURNEY}"):
        process, path = _about(copy.with_suffix(ABOUT))
        if process is not None and is_alive(process):
            continue
        try:
            journey = wiring.read_journey(copy)
            found.append((copy.stat().st_mtime_ns, Rescued(journey, path, copy)))
        except (ThroughlineError, OSError):
            continue  # another program took it, or it is no copy of ours
    return tuple(rescued for _, rescued in sorted(found, key=lambda each: -each[0]))


def is_alive(process: int) -> bool:
    """Say whether a program of this number is running."""
    if process == os.getpid():
        return True
    if os.name == "nt":
        return _is_alive_on_windows(process)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _is_alive_on_windows(process: int) -> bool:
    import ctypes

    query_limited, still_active = 0x1000, 259
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined]
    handle = kernel.OpenProcess(query_limited, 0, process)
    if not handle:
        return False
    code = ctypes.c_ulong()
    kernel.GetExitCodeProcess(handle, ctypes.byref(code))
    kernel.CloseHandle(handle)
    return code.value == still_active


def _about(file: Path) -> tuple[int | None, Path | None]:
    try:
        said = json.loads(file.read_bytes())
        path = said["path"]
        return int(said["process"]), Path(path) if path else None
    except (OSError, ValueError, KeyError, TypeError):
        return None, None
