"""A journey as a page of A4 to print or to send, with text that can be searched and copied."""

import re
import uuid

from PySide6.QtCore import QBuffer, QHashSeed, QIODevice, QMarginsF, QRectF, QSizeF, QUuid
from PySide6.QtGui import QColor, QFont, QPageSize, QPainter, QPdfWriter

from widgets.canvas.picture import Picture
from widgets.theme import Theme

DOTS_PER_INCH = 96
POINTS_PER_INCH = 72
A4 = (595, 842)  # points
DATES = re.compile(rb"/(?:Creation|Mod)Date \(D:\w+\)")
LETTERS = re.compile(rb"\[(?:<[0-9A-F]+> )+\]")
TAB, SPACE = b"<0009>", b"<0020>"
ABOUT = '<x:xmpmeta xmlns:x="adobe:ns:meta/"/>'


def pdf(picture: Picture, theme: Theme) -> bytes:
    """Return a PDF of one page of A4, upright or lying, that shows a picture.

    The ground is white, as paper is; nothing is larger than on the canvas.

    It says nothing of when it was made: the same journey gives the same file. Qt writes the fonts
    in an order that follows its hashes, which are else seeded anew in each process.
    """
    QHashSeed.setDeterministicGlobalSeed()
    try:
        return _written(picture, theme)
    finally:
        QHashSeed.resetRandomGlobalSeed()


def _written(picture: Picture, theme: Theme) -> bytes:
    to_points = POINTS_PER_INCH / DOTS_PER_INCH
    pages = [(side / to_points, other / to_points) for side, other in (A4, A4[::-1])]
    width, height = max(pages, key=lambda page: _scale(picture, *page))
    scale = _scale(picture, width, height)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(picture.title)
    writer.setResolution(DOTS_PER_INCH)
    page = QSizeF(width * to_points, height * to_points)
    exactly = QPageSize.SizeMatchPolicy.ExactMatch
    writer.setPageSize(QPageSize(page, QPageSize.Unit.Point, "", exactly))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setDocumentId(QUuid(str(uuid.uuid5(uuid.NAMESPACE_OID, picture.title))))
    writer.setDocumentXmpMetadata(ABOUT.encode())
    painter = _Copied(writer)
    painter.fillRect(QRectF(0, 0, width, height), QColor("white"))
    painter.translate((width - picture.width * scale) / 2, 0)
    painter.scale(scale, scale)
    picture.paint(painter, theme)
    painter.end()
    return _mended(bytes(buffer.data().data()))


def _scale(picture: Picture, width: float, height: float) -> float:
    """Return how large a picture is shown on a page of this size, 1 as on the canvas."""
    return min(1.0, width / picture.width, height / picture.height)


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
