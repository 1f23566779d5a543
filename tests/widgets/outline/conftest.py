"""An outline beside its canvas, with the window they share."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from journeys.document.journey import Journey
from widgets.canvas.view import CanvasView
from widgets.document import Document
from widgets.outline.outline import WIDTH, Outline
from widgets.theme import LIGHT

NONE = Qt.KeyboardModifier.NoModifier


@dataclass
class Pair:
    """A canvas and its outline."""

    document: Document
    canvas: CanvasView
    outline: Outline
    window: QWidget

    @property
    def shown(self) -> list[str]:
        """What the lines in view say, from top to bottom."""
        tree, found = self.outline.tree, []
        index = self.outline.model.index(0, 0)
        while index.isValid():
            found.append(str(index.data()))
            index = tree.indexBelow(index)
        return found

    @property
    def here(self) -> str:
        """What the line says that the keys go to."""
        return str(self.outline.tree.currentIndex().data())

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the focus is."""
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, held)

    def go(self, words: str) -> None:
        """Go down from the top until a line says this."""
        self.key(Qt.Key.Key_Home)
        for _ in self.shown:
            if self.here == words:
                return
            self.key(Qt.Key.Key_Down)
        raise AssertionError(words)

    def click(self, words: str) -> None:
        """Click a line."""
        tree = self.outline.tree
        index = self.outline.model.index(0, 0)
        while str(index.data()) != words:
            index = tree.indexBelow(index)
        middle: QPoint = tree.visualRect(index).center()
        QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, NONE, middle)


Open = Callable[[Journey], Pair]


@pytest.fixture
def beside(qtbot: QtBot) -> Open:
    """Return what shows a journey on a canvas with its outline."""

    def opened(journey: Journey) -> Pair:
        document = Document(journey)
        window = QWidget()
        qtbot.addWidget(window)
        canvas = CanvasView(document, LIGHT)
        outline = Outline(document, canvas, LIGHT)
        outline.setFixedWidth(WIDTH)
        row = QHBoxLayout(window)
        row.addWidget(outline)
        row.addWidget(canvas, 1)
        window.resize(1_200, 900)
        window.show()
        qtbot.waitExposed(window)
        outline.setFocus()
        qtbot.waitUntil(outline.tree.hasFocus)
        return Pair(document, canvas, outline, window)

    return opened
