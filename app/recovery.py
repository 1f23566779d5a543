"""Rescue copies: what was open is kept beside the file, so that nothing is lost in a crash.

A rescue copy is a journey's file of its own in the folder `rescue` of the program. Beside it stand
which file the journey is from, and a sign that is held while the program lives. All are written as
a whole, so that after a crash the last one or the one before is there, never half of one.
"""

import json
from collections.abc import Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from uuid import uuid4

from app import wiring
from journeys.document.format import dumps, loads
from journeys.document.journey import Journey
from journeys.errors import NewerFileError, ThroughlineError
from journeys.progress import Progress
from storage.files import fingerprint, fingerprint_of, keeping, write_whole
from storage.sign import Sign, claiming

FOLDER = "rescue"
JOURNEY, ABOUT, SIGN = ".json", ".about", ".sign"
UNREADABLE = ".unreadable"
STEM = 32


@dataclass(frozen=True, slots=True)
class Origin:
    """The file a journey is from, and the fingerprint of what stood there, if anything did."""

    path: Path | None = None
    base: str | None = None


class Fate(Enum):
    """What became of the file of a rescued journey since it was read or saved last."""

    NONE = "there was none"
    SAME = "the same"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Rescued:
    """A journey that was open when the program ended without a word."""

    journey: Journey
    origin: Origin
    copy: Path
    fate: Fate = Fate.NONE


@dataclass(frozen=True, slots=True)
class Unread:
    """A rescue copy that cannot be read: why, and where it is kept as it is."""

    error: ThroughlineError
    copy: Path


class Rescue:
    """Keeps the rescue copy of one running program."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / FOLDER
        self._copy = self._folder / f"{uuid4().hex}{JOURNEY}"
        self._sign = Sign(self._copy.with_suffix(SIGN))
        self._about: bytes | None = None

    @property
    def copy(self) -> Path:
        """Where the copy is kept."""
        return self._copy

    def keep(self, journey: Journey, origin: Origin) -> None:
        """Keep a journey as it is now; raises StorageError where the disk refuses."""
        with keeping(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
        self._sign.hold()
        path = str(origin.path) if origin.path is not None else None
        about = f"{json.dumps({'path': path, 'base': origin.base})}\n".encode()
        if about != self._about:
            write_whole(self._copy.with_suffix(ABOUT), about)
            self._about = about
        write_whole(self._copy, dumps(journey))

    def drop(self) -> None:
        """Take the copy away: everything is saved, or was given up on purpose."""
        drop(self._copy)
        self._sign.release()
        self._about = None


def drop(copy: Path) -> None:
    """Take a rescue copy away, the journey first: without it the rest is nothing."""
    for ending in (JOURNEY, ABOUT, SIGN):
        with suppress(OSError):
            copy.with_suffix(ending).unlink(missing_ok=True)


def left_behind(folder: Path) -> Generator[Progress, None, tuple[Rescued | Unread, ...]]:
    """Return what programs that are gone left behind, the newest first.

    What stands word for word in its file is taken away, and so is what was left half written.
    """
    _sweep(folder / FOLDER)
    copies = sorted((folder / FOLDER).glob(f"*{JOURNEY}"), key=_written, reverse=True)
    found: list[Rescued | Unread] = []
    for done, copy in enumerate(copies):
        yield Progress(done, len(copies), "Looking for what was left behind")
        with claiming(copy.with_suffix(SIGN)) as is_gone:
            left = _left(copy) if is_gone else None
        if left is not None:
            found.append(left)
    return tuple(found)


def _left(copy: Path) -> Rescued | Unread | None:
    origin = _origin(copy.with_suffix(ABOUT))
    now = fingerprint_of(origin.path) if origin.path is not None else None
    try:
        content = wiring.read_file(copy)
        if fingerprint(content) == now:
            drop(copy)
            return None
        return Rescued(loads(content), origin, copy, _fate(origin, now))
    except NewerFileError as error:
        return Unread(error, copy)
    except ThroughlineError as error:
        return _aside(copy, error)


def _aside(copy: Path, error: ThroughlineError) -> Unread | None:
    """Put a copy that cannot be read where it is kept and asks no more; None where it is gone."""
    try:
        return Unread(error, copy.rename(copy.with_suffix(UNREADABLE)))
    except FileNotFoundError:
        return None  # another program took it up
    except OSError:
        return Unread(error, copy)


def _fate(origin: Origin, now: str | None) -> Fate:
    if origin.path is None or now == origin.base:
        return Fate.NONE if origin.path is None or now is None else Fate.SAME
    return Fate.GONE if now is None else Fate.CHANGED


def _origin(file: Path) -> Origin:
    try:
        said = json.loads(file.read_bytes())
        path, base = said["path"], said.get("base")
        if not isinstance(path, str) or not path or "\0" in path:
            return Origin()
        return Origin(Path(path), base if isinstance(base, str) else None)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Origin()


def _sweep(folder: Path) -> None:
    """Take away what programs that are gone left without a journey, or half written."""
    for stem in {_stem(file) for file in _files(folder)}:
        with claiming(folder / f"{stem}{SIGN}") as is_gone, suppress(OSError):
            if not is_gone:
                continue
            for part in folder.glob(f".{stem}.*.part"):
                part.unlink(missing_ok=True)
            if not (folder / f"{stem}{JOURNEY}").exists():
                drop(folder / f"{stem}{JOURNEY}")


def _files(folder: Path) -> Iterator[Path]:
    endings = (ABOUT, SIGN, ".part")
    with suppress(OSError):
        yield from [file for file in folder.iterdir() if file.suffix in endings]


def _stem(file: Path) -> str:
    return file.name.lstrip(".")[:STEM]


def _written(copy: Path) -> int:
    try:
        return copy.stat().st_mtime_ns
    except OSError:
        return 0
