"""A mouse: it moves, presses, clicks and drags at places of the screen, and knows nothing else."""

from unittest.mock import patch

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent, QWheelEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListWidget, QScrollArea, QWidget

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
STEPS = 5
TURN = 120
MOST_TURNS = 20


class Mouse:
    """Sends what a mouse sends, to the windows themselves: Qt finds out what lies beneath."""

    def click(self, on: QWidget, at: QPoint | None = None) -> None:
        """Click with the left button, in the middle where no place is given."""
        window, place = where(on, at)
        QTest.mouseMove(window, place)
        QTest.mouseClick(window, LEFT, NONE, place)

    def double_click(self, on: QWidget, at: QPoint) -> None:
        """Click twice."""
        window, place = where(on, at)
        QTest.mouseMove(window, place)
        QTest.mouseDClick(window, LEFT, NONE, place)

    def hover(self, on: QWidget, at: QPoint) -> None:
        """Move there with no button pressed."""
        QTest.mouseMove(*where(on, at))

    def drag(self, on: QWidget, begin: QPoint, end: QPoint) -> None:
        """Press, move in steps, release."""
        window, first = where(on, begin)
        _, last = where(on, end)
        QTest.mouseMove(window, first)
        QTest.mousePress(window, LEFT, NONE, first)
        for part in range(1, STEPS + 1):
            QTest.mouseMove(window, first + (last - first) * (part / STEPS))
        QTest.mouseRelease(window, LEFT, NONE, last)

    def scroll_to(self, what: QWidget) -> None:
        """Turn the wheel over the part around it that scrolls, until it can be pointed at."""
        around = what.parentWidget()
        while not isinstance(around, QScrollArea):
            assert around is not None, f"{what.accessibleName()!r} lies in a part that scrolls"
            around = around.parentWidget()
        on = around.viewport()
        middle = on.rect().center()
        over = (QPointF(middle), QPointF(on.mapToGlobal(middle)))
        for _ in range(MOST_TURNS):
            QApplication.processEvents()
            if what.visibleRegion().contains(what.rect().center()):
                return
            turned = QWheelEvent(
                *over, QPoint(), QPoint(0, -TURN), Qt.MouseButton.NoButton, NONE,
                Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003 Qt takes it by its place
            )  # fmt: skip
            QApplication.sendEvent(on, turned)

    def carry(self, what: QWidget, onto: QWidget, at: QPoint) -> None:
        """Drag something from one part of the window onto another, and let it go there.

        Without a screen Qt carries nothing itself: the part of the system is played here.
        """
        window, first = where(what, None)
        _, last = where(onto, at)

        def carried(drag: QDrag, actions: Qt.DropAction) -> Qt.DropAction:
            """Bring what is dragged over the window, and let it go at the end of the way."""
            held = (actions, drag.mimeData(), LEFT, NONE)
            QApplication.sendEvent(window, QDragEnterEvent(first, *held))
            for part in range(1, STEPS + 1):
                place = first + (last - first) * (part / STEPS)
                QApplication.sendEvent(window, QDragMoveEvent(place, *held))
            dropped = QDropEvent(QPointF(last), *held)
            QApplication.sendEvent(window, dropped)
            return dropped.dropAction()

        with patch.object(QDrag, "exec", carried):
            QTest.mouseMove(window, first)
            QTest.mousePress(window, LEFT, NONE, first)
            QTest.mouseMove(window, first + QPoint(0, QApplication.startDragDistance() + 1))
            QTest.mouseRelease(window, LEFT, NONE, first)

    def pick(self, words: str) -> None:
        """Click the line with these words in the list that is open."""
        popup = QApplication.activePopupWidget()
        assert popup is not None, "a list is open"
        listed = popup.findChild(QListWidget)
        assert listed is not None
        found = [
            listed.item(row)
            for row in range(listed.count())
            if listed.item(row).data(Qt.ItemDataRole.AccessibleTextRole) == words
            or listed.item(row).text() == words
            or words == getattr(listed.item(row).data(Qt.ItemDataRole.UserRole), "title", None)
        ]
        assert found, f"{words!r} is offered"
        frame: QRect = listed.visualItemRect(found[0])
        if not listed.viewport().rect().contains(frame.center()):
            listed.scrollToItem(found[0], QAbstractItemView.ScrollHint.PositionAtCenter)
            frame = listed.visualItemRect(found[0])
        self.click(listed.viewport(), frame.center())


def where(on: QWidget, at: QPoint | None) -> tuple[QWindow, QPoint]:
    """Return the window of a part that is shown, and where in it a place of the part is."""
    QApplication.processEvents()  # what was asked for is shown before one looks where it is
    assert on.isVisible(), f"{on.accessibleName()!r} is to be seen"
    place = at if at is not None else on.rect().center()
    assert on.visibleRegion().contains(place), f"{on.accessibleName()!r} can be pointed at"
    top = on.window()
    window = top.windowHandle()
    assert window is not None
    return window, on.mapTo(top, place)
