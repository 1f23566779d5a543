"""Open the window, with a journey in it where one is named."""

import argparse
import os
import sys

from app.cli.options import CANNOT, FINE
from app.cli.text import tell
from app.libraries import install, install_line, missing_system_packages, needed_here

NAME = "open"
HELP = "open the window"
EXAMPLES = """\
examples:
  python3 -m app open
  python3 -m app open rescue.json
  python3 -m app open shop_rescue                  (a copy of a sample)"""

UNSEEN = frozenset({"offscreen", "minimal"})


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
    missing = missing_system_packages(needed_here())
    if missing and not install(missing):
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
