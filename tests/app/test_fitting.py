"""Nothing is cut off: in every scene and at every size each word fits, or is told when hovered."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.app.cutting import cut_buttons, cut_in, cut_unsaid, narrow_cells, scrolled_across
from tests.app.staged import all_scenes, shown, staged
from widgets.inspector.controls.buttons import PlainButton
from widgets.scrolled import Scrolled

SIZES = [(1_600, 1_000), (1_280, 800), (1_067, 667), (800, 500)]


@pytest.mark.parametrize("size", SIZES)
def test_no_text_of_any_scene_is_cut_off(
    qtbot: QtBot, tmp_path: Path, size: tuple[int, int]
) -> None:
    wrong = {}
    with staged(qtbot, tmp_path / "own", size) as desktop:
        for scene in all_scenes(desktop):
            over = shown(qtbot, scene)
            for seen in (desktop.window, over):
                if seen is not None and (found := cut_in(seen)):
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
