"""Pictures of a journey to show around: PNG for slides and mails, SVG and PDF for print."""

import math
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from journeys.document.journey import Journey
from journeys.errors import StorageError, ThroughlineError
from widgets.application import ready_to_paint
from widgets.errors import PictureUnavailableError
from widgets.theme import FALLBACKS, FAMILY, LIGHT, THEMES, Theme, ThemeName

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from widgets.canvas.drawing import Drawing
    from widgets.canvas.geometry import Rect

MARGIN = 48
SCALE = 2
MOST_PIXELS = 60_000_000
LONGEST_SIDE = 30_000
DOTS_PER_METRE = 3_780
DOTS_PER_INCH = 96
GRID = 24

__all__ = ["PictureUnavailableError", "export_picture"]


def export_picture(journey: Journey, path: Path, theme: ThemeName = "light") -> None:
    """Write the picture of a journey, as .png in twice the canvas' pixels, .svg, or .pdf on A4.

    No screen is needed. Raises PictureUnavailableError where Qt cannot paint, StorageError where
    the file cannot be written, ThroughlineError for any other ending of the name.
    """
    painters = {".png": _png, ".svg": _svg, ".pdf": _pdf}
    painted = painters.get(path.suffix.lower())
    if painted is None:
        raise ThroughlineError(
            f"{path.name!r} is no name of a picture.", "End it in .png, .svg or .pdf."
        )
    ready_to_paint()
    _write(path, painted(journey, THEMES[theme]))


def _png(journey: Journey, theme: Theme) -> bytes:
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QColor, QImage, QPainter

    from widgets.canvas.drawing import laid_out
    from widgets.canvas.paint import paint_drawing

    drawing = laid_out(journey, in_full=True)
    frame = drawing.bounds.grown(MARGIN)
    scale = _scale(frame)
    size = math.ceil(frame.width * scale), math.ceil(frame.height * scale)
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.background))
    image.setDotsPerMeterX(round(DOTS_PER_METRE * scale))
    image.setDotsPerMeterY(round(DOTS_PER_METRE * scale))
    painter = QPainter(image)
    painter.scale(scale, scale)
    painter.translate(-frame.x, -frame.y)
    if scale >= 1:  # smaller dots could not be seen, and there would be no end of them
        _dot(painter, frame, theme)
    paint_drawing(painter, drawing, theme)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # its stub names bytes
    return bytes(buffer.data().data())


def _svg(journey: Journey, theme: Theme) -> bytes:
    from PySide6.QtCore import QBuffer, QRectF, QSize
    from PySide6.QtGui import QColor, QPainter
    from PySide6.QtSvg import QSvgGenerator

    from widgets.canvas.drawing import laid_out
    from widgets.canvas.paint import paint_drawing
    from widgets.lettering import visible

    drawing = laid_out(journey, in_full=True)
    frame = drawing.bounds.grown(MARGIN)
    buffer = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(DOTS_PER_INCH)
    generator.setSize(QSize(math.ceil(frame.width), math.ceil(frame.height)))
    generator.setViewBox(QRectF(0, 0, math.ceil(frame.width), math.ceil(frame.height)))
    generator.setTitle(visible(journey.name) or journey.id)
    generator.setDescription(_told(drawing))
    painter = QPainter(generator)
    painter.fillRect(generator.viewBoxF(), QColor(theme.background))
    painter.translate(-frame.x, -frame.y)
    paint_drawing(painter, drawing, theme)
    painter.end()
    families = ", ".join((FAMILY, *FALLBACKS))
    said = f'font-family="{FAMILY}"'.encode()
    return bytes(buffer.data().data()).replace(said, f'font-family="{families}"'.encode())


def _pdf(journey: Journey, theme: Theme) -> bytes:
    del theme  # paper is white
    from widgets.canvas.drawing import laid_out
    from widgets.canvas.pdf import pdf
    from widgets.lettering import visible

    drawing = laid_out(journey, in_full=True)
    title = visible(journey.name) or journey.id
    return pdf(drawing, drawing.bounds.grown(MARGIN), title, LIGHT)


def _told(drawing: "Drawing") -> str:
    """Return the steps by their whole names, for those who hear a picture."""
    from widgets.lettering import visible
    from widgets.wording import step_words

    return "; ".join(visible(step_words(step.node)) for step in drawing.steps)


def _scale(frame: "Rect") -> float:
    """Return how many pixels a pixel of the canvas becomes: fewer where there would be too many."""
    fits = math.sqrt(MOST_PIXELS / (frame.width * frame.height))
    return min(SCALE, fits, LONGEST_SIDE / max(frame.width, frame.height))


def _dot(painter: "QPainter", frame: "Rect", theme: Theme) -> None:
    """Paint the dot grid of the canvas behind a picture."""
    from PySide6.QtCore import QPointF, Qt
    from PySide6.QtGui import QColor, QPainter, QPen

    pen = QPen(QColor(theme.dot), 2)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    columns = range(math.ceil(frame.x / GRID), math.floor(frame.right / GRID) + 1)
    rows = range(math.ceil(frame.y / GRID), math.floor(frame.bottom / GRID) + 1)
    for row in rows:
        painter.drawPoints([QPointF(column * GRID, row * GRID) for column in columns])


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
