"""A small card that opens beneath what was pressed, and closes when one looks elsewhere."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from widgets.floating import Floating
from widgets.inspector.look import sheet
from widgets.shell.places import room_of
from widgets.theme import Theme

GAP = 4
PADDING = 8


class Popup(Floating):
    """Holds one widget, beneath `opener`, and lives no longer than `owner` does.

    It is as large as its content, and its upper edge stays where it is while that changes. Esc
    and a click elsewhere close it, and then it is gone for good.
    """

    closed = Signal()

    def __init__(
        self, content: QWidget, theme: Theme, opener: QWidget, owner: QWidget | None = None
    ) -> None:
        super().__init__(owner or opener)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dress(theme, sheet(theme))
        self._beneath = opener.rect().translated(opener.mapToGlobal(QPoint(0, 0)))
        self._room = opener.screen().availableGeometry()
        if not opener.window().windowFlags() & Qt.WindowType.Popup & ~Qt.WindowType.Window:
            self._room = room_of(opener)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        inside.addWidget(content)
        inside.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        self.content = content
        self.setAccessibleName(content.accessibleName())

    def open(self) -> None:
        """Show the card beneath its opener, or above it where the screen ends."""
        self.adjustSize()
        place = QPoint(self._beneath.left(), self._beneath.bottom() + GAP)
        seen = self._room
        if place.x() + self.width() > seen.right():
            place.setX(self._beneath.right() + 1 - self.width())
        if place.y() + self.height() > seen.bottom():
            place.setY(self._beneath.top() - self.height() - GAP)
        place.setX(max(seen.left(), min(place.x(), seen.right() - self.width())))
        place.setY(max(seen.top(), place.y()))
        self.move(place)
        self.show()
        self.content.setFocus(Qt.FocusReason.PopupFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it was closed."""
        super().closeEvent(event)
        self.closed.emit()
