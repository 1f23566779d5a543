"""Qt made ready to paint, on machines with a screen and on those without."""

import os
import sys
from functools import cache
from typing import TYPE_CHECKING

from widgets.errors import PictureUnavailableError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

PLATFORM = "QT_QPA_PLATFORM"


def ready_to_paint() -> None:
    """Start Qt without a screen, unless it runs already.

    Raises PictureUnavailableError where Qt, or a library of the system it needs, is missing.
    """
    try:
        from PySide6.QtSvg import QSvgGenerator  # noqa: F401  a library of its own
        from PySide6.QtWidgets import QApplication
    except ImportError as error:
        raise _unavailable(error) from error
    if QApplication.instance() is None:
        _without_a_screen()


@cache
def _without_a_screen() -> "QApplication":
    """Return a new application; kept for good, as fonts and icons live no longer than it does."""
    from PySide6.QtWidgets import QApplication

    said = os.environ.get(PLATFORM)
    if sys.platform.startswith("linux"):
        # Qt ends the whole process where the screen it was told of does not answer.
        os.environ[PLATFORM] = "offscreen"
    try:
        return QApplication(["throughline"])
    finally:
        if said is None:
            os.environ.pop(PLATFORM, None)
        else:
            os.environ[PLATFORM] = said


def _unavailable(error: ImportError) -> PictureUnavailableError:
    text = str(error)
    library = text.split(":", 1)[0] if ".so" in text.split(":", 1)[0] else ""
    if library:
        return PictureUnavailableError(
            f"Pictures cannot be painted: the library {library} is missing on this system.",
            "Install the system packages that pictures need; everything else works without them.",
            library,
        )
    return PictureUnavailableError(
        "Pictures cannot be painted: Qt is not there or does not start.",
        "Delete the folder .venv and start again, which brings it anew.",
    )
