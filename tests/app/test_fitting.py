"""Nothing is cut off: in every scene and at every size each word fits, or is told when hovered."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.app.staged import all_scenes, shown, staged
from tests.widgets.results.runs import clipped, visible
from widgets.inspector.controls.buttons import PlainButton
from widgets.lettering import width
from widgets.scrolled import Scrolled
from widgets.shell.finder import Finder
from widgets.theme import CONTROL

CUT = "\u2026"
SIZES = [(1_600, 1_000), (1_280, 800), (1_067, 667), (800, 500)]


def cut_unsaid(widget: QWidget) -> list[str]:
    """Return the texts in view that end with dots, though nothing tells the rest."""
    parts: list[QLabel | QPushButton] = [*visible(widget, QLabel), *visible(widget, QPushButton)]
    return [each.text() for each in parts if each.text().endswith(CUT) and not each.toolTip()]


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


@pytest.mark.parametrize("size", SIZES)
def test_no_text_of_any_scene_is_cut_off(
    qtbot: QtBot, tmp_path: Path, size: tuple[int, int]
) -> None:
    wrong = {}
    with staged(qtbot, tmp_path / "own", size) as desktop:
        for scene in all_scenes(desktop):
            over = shown(qtbot, scene)
            for seen in (desktop.window, over):
                if seen is not None:
                    found = [*clipped(seen), *cut_unsaid(seen), *narrow_cells(seen)]
                    found += [*cut_buttons(seen), *cut_entries(seen)]
                    found += [*scrolled_across(seen), *typed_elsewhere(seen)]
                    if found:
                        wrong[scene.name] = found
            scene.clear()
    assert wrong == {}


def test_what_is_cut_is_found(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    label = QLabel("As far as it g\u2026", page)
    table = QTableWidget(1, 1, page)
    table.setItem(0, 0, QTableWidgetItem("12,345,678,901,234 customers"))
    table.setColumnWidth(0, 60)
    page.show()
    assert cut_unsaid(page) == ["As far as it g\u2026"]
    assert narrow_cells(page) == ["12,345,678,901,234 customers"]
    label.setToolTip("As far as it goes")
    table.setColumnWidth(0, 400)
    assert cut_unsaid(page) == narrow_cells(page) == []


def test_what_is_wider_than_its_place_is_found_without_a_bar_as_well(qtbot: QtBot) -> None:
    page, content = QWidget(), QWidget()
    qtbot.addWidget(page)
    area = Scrolled(content, page)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    what = "Lead those without event.cart_value past it"
    button = PlainButton(what, what)
    QVBoxLayout(content).addWidget(button)
    area.setFixedSize(200, 100)
    page.show()
    assert (cut_buttons(page), scrolled_across(page)) == ([what], [])
    button.setMinimumWidth(button.sizeHint().width())
    qtbot.waitUntil(lambda: scrolled_across(page) == ["Scrolled"])
    assert cut_buttons(page) == []
    area.setFixedSize(600, 100)
    assert cut_buttons(page) == scrolled_across(page) == []
