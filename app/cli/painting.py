"""Paints a journey where the system can, and says what it lacks where it cannot."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from app.libraries import NEEDED, install_line, missing_system_packages
from journeys.document.journey import Journey
from widgets.errors import PictureUnavailableError


def paint(
    journey: Journey,
    path: Path,
    theme: Literal["light", "dark"],
    needed: Mapping[str, str] = NEEDED,
) -> tuple[str, ...]:
    """Write the picture of a journey; return sentences about what is missing where it cannot.

    `needed` are the system's libraries that Qt needs, with the packages they are in. Raises
    StorageError when the disk refuses the picture.
    """
    packages = missing_system_packages(needed)
    if packages:
        return (
            "There is no picture: Qt needs libraries that this system does not have.",
            f"On Debian or Ubuntu this line installs them: {install_line(packages)}",
        )
    try:
        from widgets.canvas.export import export_picture

        export_picture(journey, path, theme)
    except PictureUnavailableError as error:
        package = NEEDED.get(error.library)
        return (error.what, install_line([package]) if package else error.attempt)
    return ()
