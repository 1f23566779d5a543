"""System libraries: what is missing is named with the line to type, and stops nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

from app import libraries

ABSENT = {"libof-no-one.so.9": "libof-no-one9", "libof-nobody.so.1": "libof-nobody1"}


@pytest.mark.skipif(sys.platform != "linux", reason="system packages are Linux's")
def test_exactly_what_cannot_be_loaded_is_missing() -> None:
    present = {"libc.so.6": "libc6"}
    assert libraries.missing_system_packages(ABSENT | present) == tuple(ABSENT.values())


def test_the_line_to_type_names_every_package() -> None:
    line = libraries.install_line(["libgl1", "libegl1"])
    assert line.endswith("apt-get install -y libgl1 libegl1")


@pytest.mark.skipif(sys.platform != "linux", reason="system packages are Linux's")
def test_what_cannot_be_installed_is_told_and_stops_nothing(root: Path) -> None:
    program = f"from app import libraries; libraries.provide_system_packages({ABSENT!r}); print(1)"
    ended = subprocess.run(
        [sys.executable, "-c", program],
        cwd=root,
        env={"PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ended.stdout == "1\n"
    assert libraries.install_line(ABSENT.values()) in ended.stderr
