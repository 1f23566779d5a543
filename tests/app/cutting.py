"""What is cut off in a window: texts, cells, buttons and entries that have too little room."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QWidget,
)

from tests.widgets.results.runs import clipped, visible
from widgets.inspector.controls.buttons import PlainButton
from widgets.lettering import width
from widgets.shell.finder import Finder
from widgets.theme import CONTROL

CUT = "\u2026"
AND_SO_ON = "\u00b7 \u2026"


def cut_in(widget: QWidget) -> list[str]:
    """Return all that is cut off in what is in view."""
    found = [*clipped(widget), *cut_unsaid(widget), *narrow_cells(widget), *cut_buttons(widget)]
    return [*found, *cut_entries(widget), *scrolled_across(widget), *typed_elsewhere(widget)]


def cut_unsaid(widget: QWidget) -> list[str]:
    """Return the texts in view that end with dots, though nothing tells the rest."""
    parts: list[QLabel | QPushButton] = [*visible(widget, QLabel), *visible(widget, QPushButton)]
    return [
        each.text()
        for each in parts
        if each.text().endswith(CUT) and not each.text().endswith(AND_SO_ON) and not each.toolTip()
    ]


def narrow_cells(widget: QWidget) -> list[str]:
    """Return the headings and cells of tables in view that their columns are too narrow for."""
    found = []
    for table in visible(widget, QTableWidget):
        for column in range(table.columnCount()):
            heading = table.horizontalHeaderItem(column)
            items = [heading, *(table.item(row, column) for row in range(table.rowCount()))]
            metrics = table.fontMetrics()
            found += [
                item.text()
                for item in items
                if item is not None
                and metrics.horizontalAdvance(item.text()) + 6 > table.columnWidth(column)
            ]
    return found


def cut_buttons(widget: QWidget) -> list[str]:
    """Return what the buttons in view would do whose own words have too little room."""
    buttons = visible(widget, PlainButton)
    return [each.accessibleName() for each in buttons if each.text().endswith(CUT)]


def cut_entries(widget: QWidget) -> list[str]:
    """Return the titles in lists to choose from for which their rows are too narrow."""
    finders = [each for each in (widget, *visible(widget, Finder)) if isinstance(each, Finder)]
    found = []
    for finder in finders:
        for place in range(finder.list.count()):
            item = finder.list.item(place)
            entry = item.data(Qt.ItemDataRole.UserRole)
            room = finder.rows.room(finder.list.visualItemRect(item), entry)
            if width(entry.title, CONTROL) > room.width():
                found.append(entry.title)
    return found


def scrolled_across(widget: QWidget) -> list[str]:
    """Return what would have to be scrolled from side to side to be read, with a bar or without.

    Lines to write in go on beside what is seen of them.
    """
    return [
        area.accessibleName() or type(area).__name__
        for area in visible(widget, QAbstractScrollArea)
        if area.horizontalScrollBar().maximum() > 0 and not isinstance(area, QPlainTextEdit)
    ]


def typed_elsewhere(widget: QWidget) -> list[str]:
    """Return the texts in view that name a line to type, for which a window has no place."""
    return [each.text() for each in visible(widget, QLabel) if "python" in each.text()]
