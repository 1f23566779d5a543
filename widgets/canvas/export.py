"""Pictures of a journey to show around: PNG for slides and mails, SVG and PDF for print."""

import math
import platform
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from journeys.document.journey import Journey
from journeys.errors import StorageError, ThroughlineError
from widgets.application import ready_to_paint
from widgets.errors import PictureUnavailableError
from widgets.theme import FALLBACKS, FAMILY, LIGHT, THEMES, Theme, ThemeName

if TYPE_CHECKING:
    from journeys.context.thread import Thread
    from widgets.canvas.apart import Apart
    from widgets.canvas.counts import Counts
    from widgets.canvas.picture import Picture

SCALE = 2
MOST_PIXELS = 60_000_000
LONGEST_SIDE = 30_000
DOTS_PER_METRE = 3_780
DOTS_PER_INCH = 96

PAINTER = "Software"

__all__ = ["PictureUnavailableError", "export_picture", "export_steps"]


def export_picture(  # noqa: PLR0913 the last is a keyword with a default
    journey: Journey,
    path: Path,
    theme: ThemeName = "light",
    counts: "Counts | None" = None,
    thread: "Thread | None" = None,
    *,
    there: tuple[Journey, ...] | None = None,
) -> None:
    """Write the picture of a journey, as .png in twice the canvas' pixels, .svg, or .pdf on A4.

    Its name stands above it; `counts` of a run of this journey and the thread of a variable are
    in it as on the canvas, and `there` are the journeys it may lead to. No screen is needed.
    Raises PictureUnavailableError where Qt cannot paint, StorageError where the file cannot be
    written, ThroughlineError for any other ending of the name.
    """
    painters = {".png": _png, ".svg": _svg, ".pdf": _pdf}
    painted = painters.get(path.suffix.lower())
    if painted is None:
        raise ThroughlineError(
            f"{path.name!r} is no name of a picture.", "End it in .png, .svg or .pdf."
        )
    ready_to_paint()
    from widgets.canvas.picture import Picture

    _write(path, painted(Picture.of(journey, counts, thread, there), THEMES[theme]))


def export_steps(journey: Journey, path: Path) -> None:
    """Write a .png of a journey's steps and paths alone, light, in twice the canvas' pixels.

    It says in its `PAINTER` text what painted it. Raises PictureUnavailableError where Qt cannot
    paint, StorageError where the file cannot be written.
    """
    ready_to_paint()
    from widgets.canvas.apart import Apart

    _write(path, _png(Apart.of(journey), LIGHT, painted_by()))


def painted_by() -> str:
    """Return what paints here: elsewhere, letters and curves may come out a little differently."""
    from PySide6.QtCore import qVersion

    return f"Qt {qVersion()}, {platform.system()}, {platform.machine()}"


def _png(picture: "Picture | Apart", theme: Theme, painter_said: str = "") -> bytes:
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QColor, QImage, QPainter

    scale = _scale(picture)
    size = math.ceil(picture.width * scale), math.ceil(picture.height * scale)
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.background))
    image.setDotsPerMeterX(round(DOTS_PER_METRE * scale))
    image.setDotsPerMeterY(round(DOTS_PER_METRE * scale))
    if painter_said:
        image.setText(PAINTER, painter_said)
    painter = QPainter(image)
    painter.scale(scale, scale)
    picture.paint(painter, theme)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # its stub names bytes
    return bytes(buffer.data().data())


def _svg(picture: "Picture", theme: Theme) -> bytes:
    from PySide6.QtCore import QBuffer, QRectF, QSize
    from PySide6.QtGui import QColor, QPainter
    from PySide6.QtSvg import QSvgGenerator

    buffer = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(DOTS_PER_INCH)
    generator.setSize(QSize(math.ceil(picture.width), math.ceil(picture.height)))
    generator.setViewBox(QRectF(0, 0, math.ceil(picture.width), math.ceil(picture.height)))
    generator.setTitle(picture.title)
    generator.setDescription(_told(picture))
    painter = QPainter(generator)
    painter.fillRect(generator.viewBoxF(), QColor(theme.background))
    picture.paint(painter, theme)
    painter.end()
    families = ", ".join((FAMILY, *FALLBACKS))
    said = f'font-family="{FAMILY}"'.encode()
    return bytes(buffer.data().data()).replace(said, f'font-family="{families}"'.encode())


def _pdf(picture: "Picture", theme: Theme) -> bytes:
    del theme  # paper is white
    from widgets.canvas.pdf import pdf

    return pdf(picture, LIGHT)


def _told(picture: "Picture") -> str:
    """Return the steps by their whole names, for those who hear a picture."""
    from widgets.lettering import visible
    from widgets.wording import step_words

    return "; ".join(visible(step_words(step.node)) for step in picture.drawing.steps)


def _scale(picture: "Picture | Apart") -> float:
    """Return how many pixels a pixel of the canvas becomes: fewer where there would be too many."""
    fits = math.sqrt(MOST_PIXELS / (picture.width * picture.height))
    return min(SCALE, fits, LONGEST_SIDE / max(picture.width, picture.height))


def _write(path: Path, content: bytes) -> None:
    beside = path.with_name(f"{path.name}.part")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise StorageError(
            f"The picture cannot be written to {path}: {error.strerror or error}.",
            "Choose another folder, or make room on the disk.",
        ) from error
