"""Open the window, with a journey in it where one is named."""

import argparse
import os
import sys

from app.cli.options import CANNOT, FINE
from app.cli.text import tell
from app.libraries import NEEDED, install_line, missing_system_packages

NAME = "open"
HELP = "open the window"
EXAMPLES = """\
examples:
  python3 -m app open
  python3 -m app open rescue.json
  python3 -m app open shop_rescue                  (a copy of a sample)"""

UNSEEN = frozenset({"offscreen", "minimal"})

# Without these Qt finds no screen; the names of the packages are Debian's.
ON_A_SCREEN = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def add(parser: argparse.ArgumentParser) -> None:
    """Add what can be said after `open`."""
    parser.add_argument(
        "journey", nargs="?", metavar="JOURNEY", help="a journey's file, or the name of a sample"
    )


def run(given: argparse.Namespace) -> int:
    """Open the window and stay until it is closed."""
    named = getattr(given, "journey", None)
    if not has_screen():
        tell("There is no screen to open a window on.", "Every other command works without one.")
        return CANNOT
    missing = missing_packages()
    if missing:
        tell(
            "The window cannot open: Qt needs libraries that this system does not have.",
            f"On Debian or Ubuntu this line installs them: {install_line(missing)}",
        )
        return CANNOT
    from app.opening import open_window

    return open_window(named) or FINE


def has_screen() -> bool:
    """Say whether a window can be shown here."""
    if os.environ.get("QT_QPA_PLATFORM") in UNSEEN:
        return False
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def missing_packages() -> tuple[str, ...]:
    """Return the packages of the system that a window needs and that are not there."""
    needed = NEEDED if os.environ.get("WAYLAND_DISPLAY") else NEEDED | ON_A_SCREEN
    return missing_system_packages(needed)
