"""System libraries: what is missing is named with the line to type, and stops nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

from app import libraries

IS_LINUX = sys.platform == "linux"
ABSENT = {"libof-no-one.so.9": "libof-no-one9", "libof-nobody.so.1": "libof-nobody1"}


def test_exactly_what_cannot_be_loaded_is_missing() -> None:
    missing = libraries.missing_system_packages(ABSENT | {"libc.so.6": "libc6"})
    assert missing == (tuple(ABSENT.values()) if IS_LINUX else ())


@pytest.mark.parametrize(
    ("screens", "more"),
    [
        ({}, {}),
        ({"DISPLAY": ":9"}, libraries.ON_A_SCREEN),
        ({"WAYLAND_DISPLAY": "wayland-0"}, {}),
        ({"DISPLAY": ":9", "WAYLAND_DISPLAY": "wayland-0"}, {}),
    ],
)
def test_where_there_is_a_screen_of_x11_a_window_needs_more(
    monkeypatch: pytest.MonkeyPatch, screens: dict[str, str], more: dict[str, str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, content in screens.items():
        monkeypatch.setenv(name, content)
    assert libraries.needed_here() == libraries.NEEDED | more
    assert len(libraries.ON_A_SCREEN) == 6


def test_the_first_start_names_what_a_window_needs_where_there_is_a_screen(root: Path) -> None:
    program = (
        "from app import libraries; libraries._loads = lambda library: False; "
        "libraries.provide_system_packages()"
    )
    for screens in ({}, {"DISPLAY": ":9"}):
        said = subprocess.run(
            [sys.executable, "-c", program],
            cwd=root,
            env={"PATH": ""} | screens,
            capture_output=True,
            text=True,
            check=True,
        ).stderr
        named = [package in said for package in libraries.ON_A_SCREEN.values()]
        assert all(package in said for package in libraries.NEEDED.values()) is IS_LINUX
        assert named == [IS_LINUX and bool(screens)] * 6


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
