"""The small drawings on cards and buttons, tinted in the colours of the theme."""

from functools import cache
from importlib import resources

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

SHARPNESS = 3
FADED = 0.45


def paint_icon(painter: QPainter, name: str, area: QRectF, colour: str) -> None:
    """Paint an icon of `resources/icons` in one colour."""
    _renderer(name, colour).render(painter, area)


@cache
def drawn_icon(name: str, colour: str, size: int, off: str = "") -> QIcon:
    """Return an icon in one colour for a button; in another, or paler, where it is disabled."""
    made = QIcon(drawn(name, colour, size))
    faded = drawn(name, off, size) if off else drawn(name, colour, size, FADED)
    made.addPixmap(faded, QIcon.Mode.Disabled)
    return made


@cache
def drawn(name: str, colour: str, size: int, strength: float = 1.0) -> QPixmap:
    """Return an icon drawn once in one colour and size, sharp on any screen."""
    form = QImage.Format.Format_ARGB32_Premultiplied
    image = QImage(size * SHARPNESS, size * SHARPNESS, form)
    image.setDevicePixelRatio(SHARPNESS)
    image.fill(0)
    painter = QPainter(image)
    painter.setOpacity(strength)
    paint_icon(painter, name, QRectF(0, 0, size, size), colour)
    painter.end()
    return QPixmap.fromImage(image)


def icon_names() -> frozenset[str]:
    """Return the icons there are."""
    files = resources.files("resources").joinpath("icons").iterdir()
    return frozenset(file.name.removesuffix(".svg") for file in files if file.name.endswith(".svg"))


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = resources.files("resources").joinpath("icons", f"{name}.svg").read_text("utf-8")
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
