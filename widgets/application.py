"""Qt made ready to paint, on machines with a screen and on those without."""

import os
import sys

from widgets.errors import PictureUnavailableError

PLATFORM = "QT_QPA_PLATFORM"


def ready_to_paint() -> object:
    """Return the running Qt application, or a new one that needs no screen; keep it alive.

    Raises PictureUnavailableError where Qt, or a library of the system it needs, is missing.
    """
    try:
        from PySide6.QtGui import QGuiApplication
        from PySide6.QtSvg import QSvgGenerator  # noqa: F401  a library of its own
    except ImportError as error:
        raise _unavailable(error) from error
    running = QGuiApplication.instance()
    if running is not None:
        return running
    said = os.environ.get(PLATFORM)
    if sys.platform.startswith("linux"):
        # Qt ends the whole process where the screen it was told of does not answer.
        os.environ[PLATFORM] = "offscreen"
    try:
        return QGuiApplication(["throughline"])
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
