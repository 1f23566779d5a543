"""The system's own libraries that Qt needs: which are missing, and how to get them.

Like all of the set-up it uses the standard library only.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from typing import TYPE_CHECKING

from app.commands import run, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# Without these Qt cannot paint a picture, not even with no window; the names are Debian's.
NEEDED = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
}

# Without these Qt opens no window on a screen of X11; its own message names only one of them.
ON_A_SCREEN = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}

# A machine with no network learns so within seconds.
PATIENCE = ("-o", "Acquire::Retries=1", "-o", "Acquire::http::Timeout=20")


def needed_here() -> dict[str, str]:
    """Return what pictures need, and windows too where there is a screen of X11 to open them on."""
    is_x11 = os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY")
    return NEEDED | ON_A_SCREEN if is_x11 else dict(NEEDED)


def missing_system_packages(needed: Mapping[str, str] = NEEDED) -> tuple[str, ...]:
    """Return the Debian names of the libraries that are needed and that are not there."""
    if not sys.platform.startswith("linux"):
        return ()
    return tuple(package for library, package in needed.items() if not _loads(library))


def install_line(packages: Iterable[str]) -> str:
    """Return the line to type that installs these packages on Debian or Ubuntu."""
    sudo = "" if _is_root() else "sudo "
    return f"{sudo}apt-get update && {sudo}apt-get install -y {' '.join(packages)}"


def provide_system_packages(needed: Mapping[str, str] | None = None) -> None:
    """Install the libraries that pictures and windows need, or say how; all else works so."""
    missing = missing_system_packages(needed_here() if needed is None else needed)
    if missing and not install(missing):
        line = install_line(missing)
        say(f"Pictures and windows need system packages. On Debian or Ubuntu type: {line}")
        say("Everything else works without them.")


def install(packages: Sequence[str]) -> bool:
    """Install system packages where that is ours to do, as root on Debian or Ubuntu.

    Return whether they are there now.
    """
    apt = shutil.which("apt-get")
    if apt is None or not _is_root():
        return False
    say(f"Installing system packages: {' '.join(packages)}")
    environ = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    run([apt, *PATIENCE, "update"], environ)  # an older list may do where this fails
    wanted = ["install", "-y", "--no-install-recommends", *packages]
    outcome = run([apt, *PATIENCE, *wanted], environ)
    if outcome.code:
        say(f"  that did not work: {outcome.last_line}")
    return outcome.code == 0


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
