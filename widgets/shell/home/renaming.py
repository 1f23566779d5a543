"""A line over a card's name, to call its journey something else in place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from widgets.shell.home.cards import Card

LONGEST = 200
HIGH, ABOVE = 26, 5


class Renaming(QLineEdit):
    """Takes another name; `named` carries it on Enter. Esc, or leaving it, changes nothing."""

    named = Signal(str)

    def __init__(self, card: Card, name: str) -> None:
        super().__init__(name, card)
        self._card = card
        self.setAccessibleName(self.tr("Name of the journey"))
        self.setObjectName("Renaming")
        self.setMaxLength(LONGEST)
        place = card.title.geometry()
        self.setGeometry(place.x() - 8, place.y() - ABOVE, place.width() + 16, HIGH)
        self.selectAll()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the name, or leave everything as it is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            name = self.text().strip()
            self._end()
            if name:
                self.named.emit(name)
        elif event.key() == Qt.Key.Key_Escape:
            self._end()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave everything as it is, unless a menu of the line itself is open."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._end()

    def _end(self) -> None:
        if self.isVisible():
            self.hide()
            self._card.setFocus()
            self.deleteLater()
