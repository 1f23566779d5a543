"""What opens over the window has round corners, and nothing beyond them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QLabel, QWidget
from pytestqt.qtbot import QtBot

from widgets.corners import cut_corners, round_corners
from widgets.inspector.controls.popup import Popup
from widgets.results.ground import Ground
from widgets.shell.finder import Entry, Finder
from widgets.shell.problems import Problems
from widgets.theme import DARK, LIGHT, Theme


def corners(window: QWidget) -> tuple[QPoint, ...]:
    """Return the outermost points of a window."""
    inside = window.rect()
    return inside.topLeft(), inside.topRight(), inside.bottomLeft(), inside.bottomRight()


def opened(sort: str, theme: Theme, over: QWidget) -> QWidget:
    """Return something that opens over the window, open."""
    if sort == "finder":
        finder = Finder(theme, "Find", over)
        finder.offer((Entry("one", "One"),), QPoint(), 200)
        return finder
    if sort == "ground":
        ground = Ground("Test run", ("One line.", "Another."), theme, over)
        ground.show_under(over)
        return ground
    if sort == "problems":
        problems = Problems(theme, over)
        problems.show()
        return problems
    popup = Popup(QLabel("Words"), theme, over)
    popup.open()
    return popup


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("sort", ["finder", "problems", "popup", "ground"])
def test_where_windows_are_blended_nothing_is_painted_beyond_round_corners(
    qtbot: QtBot, sort: str, theme: Theme
) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    over.show()
    window = opened(sort, theme, over)
    image = window.grab().toImage()
    assert [image.pixelColor(corner).alpha() for corner in corners(window)] == [0, 0, 0, 0]
    assert image.pixelColor(window.rect().center()).alpha() == 255
    window.close()


def test_where_they_may_not_be_the_corners_are_cut_off_at_every_size(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    window = QFrame()
    qtbot.addWidget(window)
    round_corners(window, 10)
    assert not window.testAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    window.show()
    for wide in (80, 120):
        window.resize(wide, 60)
        assert [window.mask().contains(corner) for corner in corners(window)] == [False] * 4
        assert window.mask().contains(QPoint(wide - 1, 30))


def test_cutting_keeps_the_straight_edges(qtbot: QtBot) -> None:
    window = QFrame()
    qtbot.addWidget(window)
    window.resize(100, 50)
    cut_corners(window, 10)
    edges = QPoint(50, 0), QPoint(50, 49), QPoint(0, 25), QPoint(99, 25)
    assert [window.mask().contains(edge) for edge in edges] == [True] * 4
