"""What happens with no command: the window opens, or a first look where there is no screen."""

import argparse

from app.cli import first, window
from app.cli.text import tell
from app.libraries import install, install_line, missing_system_packages, needed_here


def run(given: argparse.Namespace) -> int:
    """Open the window where there is a screen; else run the sample and print what came of it."""
    if not window.has_screen():
        return first.run(given)
    missing = missing_system_packages(needed_here())
    if missing and not install(missing):
        tell(
            "The window cannot open: Qt needs libraries that this system does not have.",
            f"On Debian or Ubuntu this line installs them: {install_line(missing)}",
        )
        return first.run(given)
    return window.run(given)
