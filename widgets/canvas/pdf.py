"""A journey as a page of A4 to print or to send, with text that can be searched and copied."""

import re
import uuid

from PySide6.QtCore import QBuffer, QHashSeed, QIODevice, QMarginsF, QRectF, QSizeF, QUuid
from PySide6.QtGui import QColor, QFont, QPageSize, QPainter, QPdfWriter

from widgets.canvas.brush import words
from widgets.canvas.drawing import Drawing
from widgets.canvas.geometry import Point, Rect
from widgets.canvas.paint import paint_drawing
from widgets.lettering import cut
from widgets.theme import PANEL_TITLE, Theme

DOTS_PER_INCH = 96
POINTS_PER_INCH = 72
A4 = (595, 842)  # points
HEAD = 48  # canvas pixels above the drawing, for the title
DATES = re.compile(rb"/(?:Creation|Mod)Date \(D:\w+\)")
LETTERS = re.compile(rb"\[(?:<[0-9A-F]+> )+\]")
TAB, SPACE = b"<0009>", b"<0020>"
ABOUT = '<x:xmpmeta xmlns:x="adobe:ns:meta/"/>'


def pdf(drawing: Drawing, frame: Rect, title: str, theme: Theme) -> bytes:
    """Return a PDF of one page of A4, upright or lying, that shows what is in `frame`.

    The title stands above. The ground is white, as paper is; nothing is larger than on the canvas.

    It says nothing of when it was made: the same journey gives the same file. Qt writes the fonts
    in an order that follows its hashes, which are else seeded anew in each process.
    """
    QHashSeed.setDeterministicGlobalSeed()
    try:
        return _written(drawing, frame, title, theme)
    finally:
        QHashSeed.resetRandomGlobalSeed()


def _written(drawing: Drawing, frame: Rect, title: str, theme: Theme) -> bytes:
    to_points = POINTS_PER_INCH / DOTS_PER_INCH
    pages = [(side / to_points, other / to_points) for side, other in (A4, A4[::-1])]
    width, height = max(pages, key=lambda page: _scale(frame, *page))
    scale = _scale(frame, width, height)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setResolution(DOTS_PER_INCH)
    page = QSizeF(width * to_points, height * to_points)
    exactly = QPageSize.SizeMatchPolicy.ExactMatch
    writer.setPageSize(QPageSize(page, QPageSize.Unit.Point, "", exactly))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setDocumentId(QUuid(str(uuid.uuid5(uuid.NAMESPACE_OID, title))))
    writer.setDocumentXmpMetadata(ABOUT.encode())
    painter = _Copied(writer)
    painter.fillRect(QRectF(0, 0, width, height), QColor("white"))
    words(
        painter,
        cut(title, PANEL_TITLE, width - 2 * HEAD),
        Point(HEAD, HEAD),
        PANEL_TITLE,
        theme.ink,
    )
    free = width - frame.width * scale, height - HEAD - frame.height * scale
    painter.translate(free[0] / 2, HEAD + min(free[1] / 2, HEAD))
    painter.scale(scale, scale)
    painter.translate(-frame.x, -frame.y)
    paint_drawing(painter, drawing, theme)
    painter.end()
    return _mended(bytes(buffer.data().data()))


def _scale(frame: Rect, width: float, height: float) -> float:
    """Return how large a drawing is shown on a page of this size, 1 as on the canvas."""
    return min(1.0, width / frame.width, (height - HEAD) / frame.height)


def _mended(content: bytes) -> bytes:
    """Return a PDF without dates, whose spaces are spaces: Qt takes them for tabs.

    It is as long as before, as a PDF says at which byte everything begins.
    """
    undated = DATES.sub(lambda date: b" " * len(date[0]), content)
    return LETTERS.sub(lambda letters: letters[0].replace(TAB, SPACE), undated)


class _Copied(QPainter):
    """Paints figures of a font's ordinary width.

    Those of one width are no characters of the font, so that nobody could search or copy them.
    """

    def setFont(self, font: QFont) -> None:  # type: ignore[override]  # nobody gives it a name
        """Take a font without what it was asked to do to its figures."""
        plain = QFont(font)
        plain.clearFeatures()
        super().setFont(plain)
