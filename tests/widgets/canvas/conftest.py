"""A canvas of a journey, shown without a screen, and hands to work on it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeys.document.journey import Journey
from widgets.canvas.geometry import Point
from widgets.canvas.spots import near_handles
from widgets.canvas.view import CanvasView
from widgets.document import Document
from widgets.theme import LIGHT

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


class Hand:
    """Owns a canvas and works on it as a person would."""

    def __init__(self, view: CanvasView) -> None:
        self.view = view
        self.document = view.document

    def place(self, point: Point) -> QPoint:
        """Return where in the view a place of the canvas is."""
        found = self.view.camera.to_view(point)
        return QPoint(round(found.x), round(found.y))

    def middle(self, name: str) -> QPoint:
        """Return where in the view the middle of a step or note is."""
        scene = self.view.scene
        table = scene.steps if name in scene.steps.place else scene.notes
        return self.place(table.frame(name).centre)

    def port(self, name: str, port: str) -> QPoint:
        """Return where in the view the handle of a port is, with the mouse on its step."""
        self.hover(self.middle(name))
        handles = near_handles(self.view.scene, name, is_near=True)
        return self.place(next(each.frame.centre for each in handles if each.port == port))

    def hover(self, at: QPoint) -> None:
        """Move the mouse with no button pressed."""
        QTest.mouseMove(self.view, at)
        point = self.view.camera.to_canvas(Point(at.x(), at.y()))
        self.view.hover(point)

    def click(self, at: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
        """Click with the left button."""
        QTest.mouseClick(self.view, LEFT, held, at)

    def drag(
        self,
        begin: QPoint,
        end: QPoint,
        held: Qt.KeyboardModifier = NONE,
        button: Qt.MouseButton = LEFT,
    ) -> None:
        """Press, move in steps, release."""
        self.press_and_move(begin, end, held, button)
        QTest.mouseRelease(self.view, button, held, end)

    def press_and_move(
        self,
        begin: QPoint,
        end: QPoint,
        held: Qt.KeyboardModifier = NONE,
        button: Qt.MouseButton = LEFT,
    ) -> None:
        """Press and move in steps, and hold the button."""
        QTest.mousePress(self.view, button, held, begin)
        for part in range(1, 6):
            at = begin + (end - begin) * (part / 5)
            QTest.mouseMove(self.view, at)
            QTest.qWait(1)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press and release a key."""
        QTest.keyClick(self.view, key, held)


Show = Callable[[Journey], Hand]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Return what shows a journey on a canvas of 1000 by 900."""

    def shown(journey: Journey) -> Hand:
        view = CanvasView(Document(journey), LIGHT)
        qtbot.addWidget(view)
        view.resize(1000, 900)
        view.show()
        qtbot.waitExposed(view)
        view.setFocus()
        return Hand(view)

    return shown
