"""The small drawings on cards and buttons, tinted in the colours of the theme."""

from functools import cache
from importlib import resources

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgRenderer


def paint_icon(painter: QPainter, name: str, area: QRectF, colour: str) -> None:
    """Paint an icon of `resources/icons` in one colour."""
    _drawn(name, colour).render(painter, area)


def icon_names() -> frozenset[str]:
    """Return the icons there are."""
    files = resources.files("resources").joinpath("icons").iterdir()
    return frozenset(file.name.removesuffix(".svg") for file in files if file.name.endswith(".svg"))


@cache
def _drawn(name: str, colour: str) -> QSvgRenderer:
    drawing = resources.files("resources").joinpath("icons", f"{name}.svg").read_text("utf-8")
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
