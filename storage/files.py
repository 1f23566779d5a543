"""Writes files so that either the old or the new one is there, whatever happens in between."""

import contextlib
import errno
import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from journeys.errors import StorageError

FULL = frozenset({errno.ENOSPC, errno.EFBIG, errno.EDQUOT})
FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


@contextlib.contextmanager
def keeping(path: Path) -> Iterator[None]:
    """Turn every error of the disk met inside into a StorageError that says what to try."""
    try:
        yield
    except OSError as error:
        raise refused(path, error) from error


def refused(path: Path, error: OSError) -> StorageError:
    """Return what to tell when the disk refused to keep something at a path."""
    if error.errno in FULL:
        return StorageError(
            f"The disk is full: {path.name!r} could not be kept. What was saved before is intact.",
            "Make room on the disk, or choose another folder, and save again.",
        )
    if error.errno in FORBIDDEN:
        return StorageError(
            f"There is no permission to write {path.name!r}.",
            "Choose a folder of your own, or ask for permission.",
        )
    return StorageError(
        f"{path.name!r} could not be kept: {error.strerror or error}.",
        "Check that the folder is there and the disk is connected, and save again.",
    )


def fingerprint(content: bytes) -> str:
    """Return a short text that is another one for other content."""
    return hashlib.sha256(content).hexdigest()


def fingerprint_of(path: Path) -> str | None:
    """Return the fingerprint of a file as it is now; None where there is no file to be read."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def write_whole(path: Path, content: bytes) -> None:
    """Write a file as a whole: on any failure the old one stays and nothing else is left.

    Raises StorageError when the disk is full or refuses.
    """
    with keeping(path):
        handle, name = tempfile.mkstemp(
            prefix=f".{path.name[:80]}.", suffix=".part", dir=path.parent
        )
        fresh = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            fresh.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
            fresh.replace(path)
        except BaseException:
            fresh.unlink(missing_ok=True)
            raise
        settle(path.parent)


def settle(path: Path) -> None:
    """Ask the disk to keep a file, or the names in a folder, where the system can do that."""
    if os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
