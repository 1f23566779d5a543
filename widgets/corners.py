"""Round corners for lists and menus that open over the window, on every kind of screen."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPainterPath, QRegion
from PySide6.QtWidgets import QStyle, QStyleOption, QWidget

MAY_BE_BLACK = "xcb"


def round_corners(window: QWidget, radius: int) -> None:
    """Leave nothing to see beyond the round corners of a window without a frame.

    Where a screen may not blend windows (X11 without a compositor) what should be seen through is
    black, so that the corners are cut off there.
    """
    window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    window.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
    may_be_black = QGuiApplication.platformName() == MAY_BE_BLACK
    window.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    window.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, on=not may_be_black)
    window.installEventFilter(_Cutting(window, radius) if may_be_black else _Grounding(window))


def cut_corners(window: QWidget, radius: int) -> None:
    """Cut the corners of a window off, whatever stands there."""
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(window.rect()), radius, radius)
    window.setMask(QRegion(shape.toFillPolygon().toPolygon()))


class _Cutting(QObject):
    """Cuts the corners off whenever the window has another size."""

    def __init__(self, window: QWidget, radius: int) -> None:
        super().__init__(window)
        self._radius = radius

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear of another size."""
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget):
            cut_corners(watched, self._radius)
        return False


class _Grounding(QObject):
    """Paints the ground that the style sheet gives a window, which Qt leaves out of a clear one."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint before anything else is painted."""
        if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget):
            option = QStyleOption()
            option.initFrom(watched)
            painter = QPainter(watched)
            ground = QStyle.PrimitiveElement.PE_Widget
            watched.style().drawPrimitive(ground, option, painter, watched)
            painter.end()
        return False
