"""Tab goes through the controls in the order in which they are read."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def in_reading_order(widget: QWidget) -> Iterator[QWidget]:
    """Yield the controls inside a widget that take the focus, from top to bottom."""
    takes_focus = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    if takes_focus and widget.focusProxy() is None:
        yield widget
    if isinstance(widget, QScrollArea):
        inside = widget.widget()
        yield from in_reading_order(inside) if inside is not None else ()
    elif (layout := widget.layout()) is not None:
        yield from _inside(layout)


def order_tabs(widget: QWidget, known: tuple[QWidget, ...] = ()) -> tuple[QWidget, ...]:
    """Let Tab follow the reading order; return it, so that it is set again only when it differs."""
    order = tuple(in_reading_order(widget))
    if order != known:
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)
    return order


def _inside(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield from in_reading_order(widget)
        elif (inner := item.layout()) is not None:
            yield from _inside(inner)
