"""A sign of life: a file that a program holds while it lives; the system lets go of it after.

However a program ends, its sign is no longer held. The number of a process says less: it is given
to another one day.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from storage.files import keeping

if os.name == "nt":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]  # there alone

    def _wait_for(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined]  # there alone

else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _wait_for(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX)


class Sign:
    """The sign of life of one program."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    def hold(self) -> None:
        """Begin to hold it, unless it is held; raises StorageError where the disk refuses.

        A disk that knows no locks is not refused: then nobody can tell that the program lives.
        """
        while self._handle is None:
            with keeping(self._path):
                handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            with suppress(OSError):
                _wait_for(handle)  # whoever looks holds it for an instant
            if self._is_here(handle):
                self._handle = handle
            else:
                os.close(handle)  # somebody cleared it away in between

    def release(self) -> None:
        """Let go of it, and take it away."""
        handle, self._handle = self._handle, None
        if handle is None:
            return
        if os.name == "nt":  # there a file that is open cannot be taken away
            os.close(handle)
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
        if os.name != "nt":
            os.close(handle)

    def _is_here(self, handle: int) -> bool:
        try:
            return os.path.samestat(os.fstat(handle), self._path.stat())
        except OSError:
            return False


@contextmanager
def claiming(path: Path) -> Iterator[bool]:
    """Hold the sign of a program that is gone meanwhile; False where the program lives."""
    try:
        handle = os.open(path, os.O_RDWR)
    except OSError:
        yield True  # no sign, nobody's
        return
    is_gone = True
    try:
        _take(handle)
    except (BlockingIOError, PermissionError):
        is_gone = False
    except OSError:
        pass  # a disk that knows no locks
    try:
        yield is_gone
    finally:
        os.close(handle)
