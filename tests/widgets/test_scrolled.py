"""What the keys come to is scrolled into view; what is clicked stays beneath the mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from widgets.scrolled import Scrolled

LEFT = Qt.MouseButton.LeftButton
COUNT = 12


class Page:
    """A window with a field, and more buttons beneath it than fit."""

    def __init__(self, qtbot: QtBot) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        self.buttons = [QPushButton(str(place)) for place in range(COUNT)]
        for button in self.buttons:
            button.setFixedHeight(40)
            column.addWidget(button)
        self.area = Scrolled(content)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.bar = self.area.verticalScrollBar()
        self.field = QLineEdit()
        self.window = QWidget()
        inside = QVBoxLayout(self.window)
        inside.addWidget(self.field)
        inside.addWidget(self.area)
        self.window.resize(200, 240)
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitActive(self.window)
        self.field.setFocus()

    def cut(self, place: int) -> QPushButton:
        """Scroll so that the lower half of a button is out of view."""
        button = self.buttons[place]
        middle = button.mapTo(self.area.viewport(), button.rect().center()).y()
        self.bar.setValue(self.bar.value() + middle - self.area.viewport().height())
        return button


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    return Page(qtbot)


def whole(button: QPushButton) -> bool:
    return button.visibleRegion().boundingRect() == button.rect()


def test_what_the_keys_come_to_is_scrolled_into_view(page: Page) -> None:
    for _ in page.buttons:
        now = page.window.focusWidget()
        assert now is not None
        QTest.keyClick(now, Qt.Key.Key_Tab)
        there = page.window.focusWidget()
        assert isinstance(there, QPushButton)
        assert whole(there)
    assert page.bar.value() > 0


def test_what_is_clicked_half_out_of_view_is_pressed(qtbot: QtBot, page: Page) -> None:
    button = page.cut(7)
    scrolled, top = page.bar.value(), page.window.windowHandle()
    at = button.mapTo(page.window, QPoint(30, 5))
    with qtbot.waitSignal(button.clicked):
        QTest.mouseClick(top, LEFT, pos=at)
    assert page.bar.value() == scrolled


def test_what_gets_the_keys_back_with_its_window_stays_where_it_was(
    qtbot: QtBot, page: Page
) -> None:
    page.buttons[7].setFocus()
    page.bar.setValue(0)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not page.buttons[7].hasFocus())
    page.window.activateWindow()
    qtbot.waitUntil(page.buttons[7].hasFocus)
    assert page.bar.value() == 0
