"""Where lists and menus open: inside the window, and beside what was clicked."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

MARGIN = 8
LEVEL = 28


def room_of(widget: QWidget) -> QRect:
    """Return the part of the screen that the window of a widget takes, without its margin."""
    window = widget.window()
    there = QRect(window.mapToGlobal(QPoint(0, 0)), window.size())
    seen = there.intersected(window.screen().availableGeometry())
    return seen.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)


def inside(at: QPoint, size: QSize, room: QRect) -> QPoint:
    """Return the corner nearest to a place from which all of a size lies in a room."""
    left = min(at.x(), room.left() + room.width() - size.width())
    top = min(at.y(), room.top() + room.height() - size.height())
    return QPoint(max(left, room.left()), max(top, room.top()))


def under(at: QPoint, size: QSize, room: QRect) -> QPoint:
    """Return the corner of what opens under a place, or above it where there is no room."""
    is_low = at.y() + size.height() > room.top() + room.height()
    return inside(at - QPoint(0, size.height()) if is_low else at, size, room)


def beside(kept: QRect, size: QSize, room: QRect, apart: int) -> QPoint:
    """Return the corner of what opens so far right of a part, else left of it, else under it."""
    level, right = kept.top() - LEVEL, kept.left() + kept.width()
    if right + apart + size.width() <= room.left() + room.width():
        return inside(QPoint(right + apart, level), size, room)
    if kept.left() - apart - size.width() >= room.left():
        return inside(QPoint(kept.left() - apart - size.width(), level), size, room)
    below = QPoint(kept.left(), kept.top() + kept.height() + apart)
    above = QPoint(kept.left(), kept.top() - apart - size.height())
    is_low = below.y() + size.height() > room.top() + room.height()
    return inside(above if is_low else below, size, room)
