"""Paints a journey where the system can, and says what it lacks where it cannot."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from app.libraries import NEEDED, install_line, missing_system_packages
from journeys.document.journey import Journey
from journeys.values import Json
from widgets.errors import PictureUnavailableError

OF_THE_SHOP = "of the sample shop"


@dataclass(frozen=True, slots=True)
class Counted:
    """The result of a run whose counts stand in a picture, and whose customers they are.

    `customers` are words such as "of the sample shop".
    """

    result: Mapping[str, Json]
    customers: str


def paint(  # noqa: PLR0913 the two last are keywords with a default
    journey: Journey,
    path: Path,
    theme: Literal["light", "dark"],
    counted: Counted | None = None,
    *,
    there: tuple[Journey, ...] | None = None,
    needed: Mapping[str, str] = NEEDED,
) -> tuple[str, ...]:
    """Write the picture of a journey; return sentences about what is missing where it cannot.

    `counted` is what came of a run of this journey, `there` are the journeys it may lead to,
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
        from app.counting import counts
        from widgets.canvas.export import export_picture

        shown = counts(counted.result, journey, counted.customers) if counted else None
        export_picture(journey, path, theme, shown, there=there)
    except PictureUnavailableError as error:
        package = NEEDED.get(error.library)
        return (error.what, install_line([package]) if package else error.attempt)
    return ()
