"""A new kind of step is one file: dropped into its folder, every room knows it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.architecture.dropped.finding import LOOKS

ROOMS = ("app", "journeys", "resources", "storage", "widgets", "tests")
PATIENCE = 120


def copied(root: Path, to: Path) -> Path:
    """Return a copy of the tree, without what was made while running."""
    for room in ROOMS:
        shutil.copytree(root / room, to / room, ignore=shutil.ignore_patterns("__pycache__"))
    return to


def found_in(tree: Path) -> list[str]:
    """Return the rooms of a tree in which a fresh process finds the kind."""
    command = [sys.executable, "-m", "tests.architecture.dropped.finding"]
    here = os.environ | {"PYTHONPATH": str(tree), "QT_QPA_PLATFORM": "offscreen"}
    ran = subprocess.run(
        command, cwd=tree, env=here, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.split()


def test_a_kind_dropped_into_its_folder_is_known_in_every_room(root: Path, tmp_path: Path) -> None:
    tree = copied(root, tmp_path)
    dropped = tree / "tests" / "architecture" / "dropped" / "nap.py"
    shutil.copy(dropped, tree / "journeys" / "nodes" / "nap.py")
    assert found_in(tree) == [look.__name__ for look in LOOKS]
