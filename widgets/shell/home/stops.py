"""Keys of a row of cards: Tab comes to one of them, the arrows lead to the others."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

BEFORE = (Qt.Key.Key_Left, Qt.Key.Key_Up)
AFTER = (Qt.Key.Key_Right, Qt.Key.Key_Down)


class Stops(QObject):
    """Watches what may be in focus in a row."""

    def __init__(self, stops: Sequence[QWidget], parent: QObject) -> None:
        super().__init__(parent)
        policies = Qt.FocusPolicy
        self._stops = [stop for stop in stops if stop.focusPolicy() != policies.NoFocus]
        self._come_to(0)
        for stop in self._stops:
            stop.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go along with the arrows, and remember where the focus was last."""
        if not isinstance(watched, QWidget) or watched not in self._stops:
            return False
        if event.type() == QEvent.Type.FocusIn:
            self._come_to(self._stops.index(watched))
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._go(watched, Qt.Key(event.key()))
        return False

    def _go(self, watched: QWidget, key: Qt.Key) -> bool:
        place, last = self._stops.index(watched), len(self._stops) - 1
        if key in BEFORE:
            place -= 1
        elif key in AFTER:
            place += 1
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            place = 0 if key == Qt.Key.Key_Home else last
        else:
            return False
        if 0 <= place <= last:
            self._stops[place].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _come_to(self, place: int) -> None:
        policies = Qt.FocusPolicy
        for count, stop in enumerate(self._stops):
            stop.setFocusPolicy(policies.StrongFocus if count == place else policies.ClickFocus)
