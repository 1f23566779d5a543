"""What opens over the window has round corners, and nothing beyond them."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from journeys.simulation.evidence import Seen
from widgets.corners import cut_corners, round_corners
from widgets.floating import Menu
from widgets.inspector.controls.popup import Popup
from widgets.results.ground import Ground
from widgets.results.raw import RawEvent
from widgets.shell.choosing import Choice
from widgets.shell.finder import Entry, Finder
from widgets.shell.look import controls, sheet
from widgets.shell.problems import Problems
from widgets.shell.style import Style
from widgets.theme import DARK, LIGHT, Theme


def corners(window: QWidget) -> tuple[QPoint, ...]:
    """Return the outermost points of a window."""
    inside = window.rect()
    return inside.topLeft(), inside.topRight(), inside.bottomLeft(), inside.bottomRight()


def finder(theme: Theme, over: QWidget) -> QWidget:
    made = Finder(theme, "Find", over)
    made.offer((Entry("one", "One"),), QPoint(), 200)
    return made


def ground(theme: Theme, over: QWidget) -> QWidget:
    made = Ground("Test run", ("One line.", "Another."), theme, over)
    made.show_under(over)
    return made


def raw(theme: Theme, over: QWidget) -> QWidget:
    made = RawEvent(Seen("cart", "5 Jan 2026, 09:00", (("platform", "mobile"),)), theme, over)
    made.show_at(QPoint())
    return made


def problems(theme: Theme, over: QWidget) -> QWidget:
    made = Problems(theme, over)
    made.show()
    return made


def popup(theme: Theme, over: QWidget) -> QWidget:
    made = Popup(QLabel("Words"), theme, over)
    made.open()
    return made


def menu(theme: Theme, over: QWidget) -> QWidget:
    over.setStyleSheet(sheet(theme))
    made = Menu(over)
    made.addAction("One")
    made.popup(QPoint())
    return made


def choice(theme: Theme, over: QWidget) -> QWidget:
    over.setStyleSheet(controls(theme))
    made = Choice(theme, over)
    made.addItems(["One", "Another"])
    made.showPopup()
    return made.view().window()


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("opened", [finder, problems, popup, ground, raw, menu, choice])
def test_where_windows_are_blended_nothing_is_painted_beyond_round_corners(
    qtbot: QtBot, opened: Callable[[Theme, QWidget], QWidget], theme: Theme
) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    over.show()
    window = opened(theme, over)
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


@pytest.fixture
def own_style(qapp: QApplication) -> Iterator[None]:
    before = qapp.style().name()
    qapp.setStyle(Style())
    yield
    qapp.setStyle(before)


@pytest.mark.usefixtures("own_style")
@pytest.mark.parametrize("platform", ["xcb", ""], ids=["cut", "blended"])
def test_a_tip_has_round_corners_in_the_colours_of_the_theme(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: platform)
    over = QWidget()
    qtbot.addWidget(over)
    over.setStyleSheet(sheet(DARK))
    over.show()
    QToolTip.showText(over.mapToGlobal(QPoint(5, 5)), "What this is for", over)
    (shown,) = (each for each in QApplication.topLevelWidgets() if each.inherits("QTipLabel"))
    image = shown.grab().toImage()
    places = corners(shown)
    if platform:
        assert [shown.mask().contains(corner) for corner in places] == [False] * 4
    else:
        assert [image.pixelColor(corner).alpha() for corner in places] == [0] * 4
    assert image.pixelColor(QPoint(3, shown.height() // 2)) == QColor(DARK.ink)
    QToolTip.hideText()
