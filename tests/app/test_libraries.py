"""System libraries: what is missing is named with the line to type, and stops nothing."""

import subprocess
import sys
from pathlib import Path

from app import libraries

IS_LINUX = sys.platform == "linux"
ABSENT = {"libof-no-one.so.9": "libof-no-one9", "libof-nobody.so.1": "libof-nobody1"}


def test_exactly_what_cannot_be_loaded_is_missing() -> None:
    missing = libraries.missing_system_packages(ABSENT | {"libc.so.6": "libc6"})
    assert missing == (tuple(ABSENT.values()) if IS_LINUX else ())


def test_the_line_to_type_names_every_package() -> None:
    line = libraries.install_line(["libgl1", "libegl1"])
    assert line.endswith("apt-get install -y libgl1 libegl1")


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
    assert (libraries.install_line(ABSENT.values()) in ended.stderr) is IS_LINUX
