"""What the architecture tests look at: the files that belong to the project."""

import subprocess
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def tracked(root: Path) -> tuple[Path, ...]:
    """Return every file under version control that is there, relative to the project's folder."""
    listed = git(root, "ls-files", "-z").split("\0")
    return tuple(Path(name) for name in listed if name and (root / name).is_file())


@pytest.fixture(scope="session")
def ignored(root: Path) -> tuple[str, ...]:
    """Return the files that are under version control although they should not be."""
    return tuple(git(root, "ls-files", "--cached", "--ignored", "--exclude-standard").split())


def git(root: Path, *words: str) -> str:
    """Return what git says; a checkout of another user is as good as one's own."""
    command = ["git", "-c", "safe.directory=*", *words]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout
